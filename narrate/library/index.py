"""The records in a form that 10,000 of them are looked through in a moment.

It is made from the records' files, and again from those that changed: by us, by another process,
or by whoever put a backup back. Deleting it costs a second. The documents of the feed are
noted too, with what each was made from, so that only what changed is made again.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from narrate.errors import NarrateError, PublishError
from narrate.library.record import Record, read, read_with_stamp

_VERSION = 1
_TABLES = f"""
CREATE TABLE IF NOT EXISTS record (
    slug TEXT PRIMARY KEY, seen TEXT, identity TEXT, page TEXT, state TEXT, guid TEXT,
    published TEXT, sound TEXT, stamp TEXT, retired INTEGER, body TEXT);
CREATE INDEX IF NOT EXISTS by_identity ON record (identity);
CREATE INDEX IF NOT EXISTS by_page ON record (page);
CREATE TABLE IF NOT EXISTS document (name TEXT PRIMARY KEY, stamp TEXT, bytes INTEGER, slugs TEXT);
PRAGMA user_version = {_VERSION};
"""
_SUFFIX = ".json"
_BODY = "SELECT slug, body FROM record WHERE "
_NAMED = "slug IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Entry:
    """As much of a record as it takes to put episodes in order."""

    slug: str
    guid: str
    published: str
    sound: str
    """The enclosure's path from the episode's folder."""
    stamp: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A document of the feed as it was last written."""

    name: str
    stamp: str
    bytes: int
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """The library's records, looked up by what is asked for."""

    records: Path
    """The folder of the records' files."""
    database: sqlite3.Connection

    def refresh(self) -> list[NarrateError]:
        """Take in every record whose file is new or changed; what is wrong with the others."""
        seen = dict(self.database.execute("SELECT slug, seen FROM record"))
        there = dict(_files(self.records))
        gone = [(slug,) for slug in seen.keys() - there.keys()]
        wrong: list[NarrateError] = []
        with self.database:
            self.database.executemany("DELETE FROM record WHERE slug = ?", gone)
            for slug, mark in there.items():
                if seen.get(slug) != mark:
                    try:
                        self._take(slug, mark)
                    except NarrateError as error:
                        wrong.append(error)
        return wrong

    def _take(self, slug: str, mark: str) -> None:
        path = self.records / f"{slug}{_SUFFIX}"
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise PublishError(f"can't be read: {error}", subject=str(path)) from error
        record, stamp = read_with_stamp(text, str(path))  # one that is damaged leaves what is known
        self._put(record, (mark, stamp), text)

    def _put(self, record: Record, marks: tuple[str, str], text: str) -> None:
        sound = next((record.within + file.name for file in record.files if file.type), "")
        row = (
            record.slug, marks[0], record.identity, record.compared.page, record.state, record.guid,
            record.published, sound, marks[1], len(record.retired), text,
        )  # fmt: skip
        self.database.execute("INSERT OR REPLACE INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?)", row)

    def get(self, slug: str) -> Record | None:
        """The record of that name."""
        return next(self._records(_BODY + "slug = ?", slug), None)

    def of(self, identity: str) -> Record | None:
        """The record of an article."""
        return next(self._records(_BODY + "identity = ?", identity), None)

    def of_page(self, page: str) -> Iterator[Record]:
        """The records of articles whose source had that hash."""
        return self._records(_BODY + "page = ?", page)

    def every(self, state: str) -> Iterator[Record]:
        """All records in a state, the newest first."""
        return self._records(_BODY + "state = ? ORDER BY published DESC, guid DESC", state)

    def with_retired(self) -> Iterator[Record]:
        """The records that have replaced editions."""
        return self._records(_BODY + "retired > ? ORDER BY slug", "0")

    def texts(self, slugs: Iterable[str]) -> dict[str, str]:
        """The records of those names, as the JSON text of their files."""
        asked = json.dumps(list(slugs))
        return dict(self.database.execute(_BODY + _NAMED, (asked,)))

    def _records(self, query: str, value: str) -> Iterator[Record]:
        for slug, body in self.database.execute(query, (value,)).fetchall():
            yield read(body, slug)

    def entries(self) -> list[Entry]:
        """All that is published."""
        query = "SELECT slug, guid, published, sound, stamp FROM record WHERE state = 'published'"
        return [Entry(*row) for row in self.database.execute(query)]

    def noted(self) -> dict[str, Noted]:
        """The documents of the feed, by name."""
        rows = self.database.execute("SELECT name, stamp, bytes, slugs FROM document")
        return {row[0]: Noted(row[0], row[1], row[2], tuple(json.loads(row[3]))) for row in rows}

    def note(self, document: Noted) -> None:
        """Remember that a document was written."""
        row = (document.name, document.stamp, document.bytes, json.dumps(document.slugs))
        with self.database:
            self.database.execute("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)", row)

    def forget(self, name: str) -> None:
        """Remember that a document is no more."""
        with self.database:
            self.database.execute("DELETE FROM document WHERE name = ?", (name,))


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Each record's name, and a mark that changes with its file."""
    for entry in os.scandir(folder):
        if entry.name.endswith(_SUFFIX) and not entry.name.startswith("."):
            status = entry.stat()
            mark = f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"
            yield entry.name.removesuffix(_SUFFIX), mark


@contextmanager
def opened(state: Path, records: Path) -> Iterator[Index]:
    """The index; one that is damaged or of an older form is made anew.

    It is as up to date as it was left: `refresh` takes in what has changed since. Where nothing
    can be written it is made in memory, so that a library can be looked at.
    """
    path: str | Path = state / "index.db"
    if not os.access(state, os.W_OK):
        path = ":memory:"
    try:
        database = _connected(path)
    except sqlite3.DatabaseError:
        for name in ("index.db", "index.db-journal"):
            with suppress(OSError):
                (state / name).unlink()
        database = _connected(path)
    try:
        yield Index(records, database)
    except sqlite3.OperationalError as error:  # a full disk, say, which deleting doesn't mend
        raise PublishError(f"can't be used: {error}", subject=str(path)) from error
    except sqlite3.Error as error:
        mend = "delete this file; it is made again from the records"
        raise PublishError(f"can't be used: {error}", subject=str(path), mend=mend) from error
    finally:
        database.close()


def _connected(path: str | Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=60)
    try:
        # Nothing waits for the disk: a process that is killed loses nothing by it, and what a
        # power cut spoils is made again from the records.
        database.execute("PRAGMA synchronous = OFF")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:  # one of another form has other columns, which fails below
            database.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
        database.execute("SELECT slug, bytes FROM record, document LIMIT 0")
    except BaseException:
        database.close()
        raise
    return database
