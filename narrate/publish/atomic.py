"""Files that are there whole or not at all.

What is written goes to a temporary file in the same folder, is forced to the disk, and then
takes the name of the old file in one step. A crash, Ctrl-C or a full disk leaves the old
file, or none.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from narrate.errors import PublishError

Data = bytes | bytearray | memoryview | str | Iterable[bytes]

_REASONS: dict[int, tuple[str, str | None]] = {
    errno.ENOENT: ("there is no such folder to write into", "make the folder first"),
    errno.ENOTDIR: ("one of its folders is a file", None),
    errno.EISDIR: ("is a folder, not a file", "name a file in it"),
    errno.EACCES: ("may not be written", "check the permissions, and that no program has it open"),
    errno.EPERM: ("may not be written", "check the permissions, and that no program has it open"),
    errno.EROFS: ("lies on a disk that can only be read", None),
    errno.ENOSPC: ("the disk is full", "make room and run it again"),
    errno.EDQUOT: ("your share of the disk is full", "make room and run it again"),
    errno.EFBIG: ("is larger than files may be here", None),
    errno.ENAMETOOLONG: ("has a name that is too long for this disk", None),
    errno.EIO: ("the disk failed while it was written", None),
}
_WRITING = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def write(path: str | os.PathLike[str], data: Data) -> None:
    """Write a whole file at once; text is written as UTF-8, its line ends as they are.

    Raises PublishError where it cannot be written, and leaves what was there.
    """
    with replacing(path) as file:
        for chunk in _chunks(data):
            file.write(chunk)


def _chunks(data: Data) -> Iterable[bytes | bytearray | memoryview]:
    if isinstance(data, str):
        return [data.encode("utf-8", errors="replace")]
    if isinstance(data, bytes | bytearray | memoryview):
        return [data]
    return data


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write to that becomes `path` when the block ends well, and vanishes when not.

    The old file's permissions are kept; a new file gets the usual ones. A link is written
    through. A device or pipe, such as /dev/null, is written to directly: it has no old
    content to keep, and putting a file in its place would break the machine. Raises
    PublishError where it cannot be written; what the block itself raises passes through.
    """
    mode = _mode(Path(path))
    if mode is not None and not stat.S_ISREG(mode):
        with _told(os.fspath(path), _WRITING), Path(path).open("wb") as device:
            yield device
        return
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".narrate-{os.urandom(6).hex()}.part")
    try:
        with _told(os.fspath(path), set(_REASONS)):
            file = temporary.open("xb")
        with _told(os.fspath(path), _WRITING), file:
            yield file
            _flush(file)
        with _told(os.fspath(path), set(_REASONS)):
            _take_name(temporary, target, mode)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode(target: Path) -> int | None:
    """The type and permissions of what is there now, None where nothing is."""
    try:
        mode = target.stat().st_mode
    except OSError:
        return None
    if stat.S_ISDIR(mode):
        raise _error(errno.EISDIR, str(target))
    if not os.access(target, os.W_OK):
        raise _error(errno.EACCES, str(target))
    return mode


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _take_name(temporary: Path, target: Path, mode: int | None) -> None:
    if mode is not None:
        temporary.chmod(stat.S_IMODE(mode))
    temporary.replace(target)
    synced(target.parent)


def synced(folder: Path) -> None:
    """Force to the disk which files a folder holds, and under which names.

    A rename itself lives in the folder; Windows cannot open one, and need not.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(name: str, numbers: set[int]) -> Iterator[None]:
    """Turn an error of the system with one of these numbers into a PublishError."""
    try:
        yield
    except OSError as cause:
        if cause.errno not in numbers:
            raise
        raise _error(cause.errno, name) from cause


def _error(number: int, name: str) -> PublishError:
    what, mend = _REASONS[number]
    return PublishError(what, subject=name, mend=mend)
