"""One at a time: a lock on a file, which the system lets go of when its holder dies."""

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from narrate.errors import PublishError

LOG = logging.getLogger(__name__)

_PAUSE = 0.05  # seconds between two tries


@contextmanager
def locked(path: Path, what: str) -> Iterator[None]:
    """Hold the lock on a file, after waiting for whoever has it; says so once in the log.

    The lock belongs to the open file and not to its being there, so a process that was killed
    blocks nobody.
    """
    handle = _opened(path)
    try:
        if not _taken(handle):
            LOG.warning("waiting for another narrate that is at work on %s", what)
            while not _taken(handle):
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def held(path: Path) -> int | None:
    """The lock as an open file, to be closed by the caller; None where somebody has it."""
    handle = _opened(path)
    if _taken(handle):
        return handle
    os.close(handle)
    return None


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise PublishError(f"can't be opened: {error.strerror}", subject=str(path)) from error


def _taken(handle: int) -> bool:
    """Take the lock if nobody has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
