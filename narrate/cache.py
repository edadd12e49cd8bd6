"""What was made before, kept by content: a folder that is safe to delete at any time.

An entry's key is a hash of everything that its bytes depend on, so an entry is never wrong,
only unused. The folder is the platform's cache folder (`XDG_CACHE_HOME` is honoured). It is
kept under a limit by dropping what was used longest ago. Anything wrong with an entry or with
the folder is treated as not found: a cache may cost time, never a result.
"""

import contextlib
import hashlib
import json
import os
import struct
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache as memoised
from pathlib import Path
from zlib import crc32

LIMIT = 2_000_000_000
"""Bytes."""

_LEDGER = "added"
_CHECK = struct.Struct("<QI")  # an entry's length and checksum
_CODE = (".py", ".toml", ".json", ".txt")
_LEDGER_BYTES = 64_000
_DIGITS = 15
_KEEP_SHARE = 0.8  # after trimming, so that the next entries don't trim again at once


def default_folder() -> Path:
    """Where the cache is kept when nothing else is said."""
    if sys.platform.startswith("linux"):  # saves 20 ms of start-up; the same answer
        root = os.environ.get("XDG_CACHE_HOME", "")
        return Path(root if root.startswith("/") else Path.home() / ".cache") / "narrate"
    from platformdirs import user_cache_path

    return user_cache_path("narrate", appauthor=False)


def key(*parts: object) -> str:
    """A key for what depends on these parts, which are anything that JSON can hold.

    >>> key("clip", 1) == key("clip", 1), key("clip", 1) == key("clip", "1")
    (True, False)
    """
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@memoised
def maker() -> str:
    """What stands for the code that makes entries: another version, or an edit, is another maker.

    Sizes and times of the package's files, which takes 3 ms, once a process.
    """
    package = Path(__file__).parent
    return key(sorted(_files(str(package), "")))


def installed() -> str:
    """What stands for all that is installed: a package that comes, goes or changes changes it."""
    folders = (Path(place) for place in sys.path)
    return key([folder.stat().st_mtime_ns for folder in folders if folder.is_dir()])


def _files(folder: str, within: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _files(entry.path, f"{within}{entry.name}/")
        elif entry.name.endswith(_CODE):
            status = entry.stat()
            yield f"{within}{entry.name}", status.st_size, status.st_mtime_ns


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; several processes may use it at once."""

    folder: Path
    limit: int = LIMIT
    """Bytes."""

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def get(self, name: str) -> bytes | None:
        """The entry of that key, or None."""
        path = self._path(name)
        try:
            data = path.read_bytes()
            os.utime(path)  # used now: trimmed last
        except OSError:
            return None
        # A crash of the machine can leave a renamed file without its contents.
        body = memoryview(data)[_CHECK.size :]
        whole = len(data) >= _CHECK.size and _CHECK.unpack_from(data) == (len(body), crc32(body))
        return bytes(body) if whole else None

    def has(self, name: str) -> bool:
        """Whether there is an entry of that key; `get` may still find it damaged."""
        return self._path(name).is_file()

    def put(self, name: str, data: bytes) -> None:
        """Keep an entry; a folder that can't be written is no error."""
        path = self._path(name)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_CHECK.pack(len(data), crc32(data)))
                    file.write(data)
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
            self._count(len(data) + _CHECK.size)

    def _count(self, size: int) -> None:
        ledger = self.folder / _LEDGER
        with ledger.open("a", encoding="ascii") as file:  # short appends don't mix
            file.write(f"{size}\n")
        if ledger.stat().st_size > _LEDGER_BYTES or self._added(ledger) > self.limit:
            self.trim()

    @staticmethod
    def _added(ledger: Path) -> int:
        lines = ledger.read_bytes().split()
        # A crash of the machine can leave anything in it.
        return sum(int(line) for line in lines if line.isdigit() and len(line) <= _DIGITS)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        for shard in self.folder.glob("??"):
            for entry in os.scandir(shard):
                with contextlib.suppress(OSError):
                    status = entry.stat()
                    yield status.st_mtime, status.st_size, Path(entry.path)

    def trim(self) -> None:
        """Drop what was used longest ago until the folder is well under its limit."""
        entries = sorted(self._entries(), reverse=True)
        total = sum(size for _, size, _ in entries)
        goal = self.limit if total <= self.limit else int(self.limit * _KEEP_SHARE)
        while entries and total > goal:
            _, size, path = entries.pop()
            with contextlib.suppress(OSError):
                path.unlink()
            total -= size
        with contextlib.suppress(OSError):
            (self.folder / _LEDGER).write_text(f"{total}\n", "ascii")

    def clear(self) -> int:
        """Drop every entry; the bytes that were freed."""
        freed = 0
        for _, size, path in list(self._entries()):
            with contextlib.suppress(OSError):
                path.unlink()
                freed += size
        with contextlib.suppress(OSError):
            (self.folder / _LEDGER).unlink()
        return freed
