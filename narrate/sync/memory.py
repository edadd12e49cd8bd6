"""What a sync saw before: in one SQLite file, so that a crash costs a few requests at most."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Literal

from narrate.errors import PublishError
from narrate.sync.listing import Entry

State = Literal["", "taken", "duplicate", "failed", "vanished", "removed"]
"""`taken`: an episode was made of it; `duplicate`: another address has the same article;
`vanished`: it was there and is no more; `removed`: its episode was taken down."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of an article's address."""

    url: str
    state: State = ""
    identity: str = ""
    """The article's canonical address."""
    etag: str = ""
    last_modified: str = ""
    listed: str = ""
    """When the listing said that it changed, ISO 8601."""
    first: float = 0.0
    """When it was first asked for, in seconds since 1970."""
    checked: float = 0.0
    """When it was last asked for, in seconds since 1970."""
    tries: int = 0
    """How often it failed in a row."""
    error: str = ""


_COLUMNS = tuple(field.name for field in fields(Seen))
_TABLES = f"""
CREATE TABLE IF NOT EXISTS seen (url TEXT PRIMARY KEY, {", ".join(_COLUMNS[1:])});
CREATE INDEX IF NOT EXISTS by_identity ON seen (identity);
CREATE TABLE IF NOT EXISTS validator (url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT);
CREATE TABLE IF NOT EXISTS entry
    (listing TEXT, place INTEGER, url TEXT, title TEXT, published TEXT, modified TEXT,
     further INTEGER, PRIMARY KEY (listing, place));
PRAGMA user_version = {_VERSION};
"""


@dataclass(frozen=True, slots=True)
class Memory:
    """The file, open."""

    database: sqlite3.Connection

    def seen(self, url: str) -> Seen:
        """What is known of an address."""
        query = f"SELECT {', '.join(_COLUMNS)} FROM seen WHERE url = ?"  # noqa: S608 - our own names
        row = self.database.execute(query, (url,)).fetchone()
        return Seen(*row) if row else Seen(url)

    def keep(self, seen: Seen) -> None:
        """Note what became of an address."""
        marks = ", ".join("?" * len(_COLUMNS))
        values = [getattr(seen, name) for name in _COLUMNS]
        with self.database:
            query = f"INSERT OR REPLACE INTO seen VALUES ({marks})"  # noqa: S608 - question marks
            self.database.execute(query, values)

    def owner(self, identity: str) -> str | None:
        """The address under which an article was taken."""
        query = "SELECT url FROM seen WHERE identity = ? AND state = 'taken'"
        row = self.database.execute(query, (identity,)).fetchone()
        return row[0] if row else None

    def validators(self, url: str) -> tuple[str, str]:
        """ETag and Last-Modified of a listing as it was read last."""
        query = "SELECT etag, last_modified FROM validator WHERE url = ?"
        row = self.database.execute(query, (url,)).fetchone()
        return (row[0], row[1]) if row else ("", "")

    def listed(self, listing: str, *, further: bool) -> tuple[Entry, ...]:
        """What a listing held when it was read last."""
        query = (
            "SELECT url, title, published, modified FROM entry"
            " WHERE listing = ? AND further = ? ORDER BY place"
        )
        rows = self.database.execute(query, (listing, further)).fetchall()
        return tuple(Entry(url, title, _moment(a), _moment(b)) for url, title, a, b in rows)

    def keep_listing(
        self, listing: str, validators: tuple[str, str], entries: Iterable[tuple[Entry, bool]]
    ) -> None:
        """Note what a listing holds, each entry with whether it is a further listing."""
        rows = [
            (listing, place, one.url, one.title, _iso(one.published), _iso(one.modified), further)
            for place, (one, further) in enumerate(entries)
        ]
        with self.database:
            self.database.execute("DELETE FROM entry WHERE listing = ?", (listing,))
            self.database.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            row = (listing, *validators)
            self.database.execute("INSERT OR REPLACE INTO validator VALUES (?, ?, ?)", row)


@contextmanager
def memory(path: Path) -> Iterator[Memory]:
    """Open the file, which is made where it isn't there.

    Raises PublishError where it can't be opened. A file that is damaged or of another version
    is set aside: all pages are then asked for anew, and the library knows them again.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(_connected(path)) as database:
        yield Memory(database)


def _connected(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path)
    except sqlite3.OperationalError as error:
        raise PublishError(f"can't be opened: {error}", subject=str(path)) from error
    except sqlite3.DatabaseError:
        path.replace(path.with_suffix(".damaged"))
        return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=10)
    try:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, _VERSION):
            raise sqlite3.DatabaseError(f"version {version}")
        database.executescript(_TABLES)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _iso(found: datetime | None) -> str:
    return found.isoformat() if found else ""


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
