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
_our_own: set[int] = set()
"""Locks that a worker which is forked off must not hold on to."""


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


@contextmanager
def held_alone(path: Path) -> Iterator[bool]:
    """Whether this process got the lock; it is let go of when the block, or this process, ends.

    A forked process has a copy of every open file, and would keep the lock of a parent that was
    killed for as long as its own work takes; of this lock it closes its copy at once.
    """
    handle = held(path)
    if handle is None:
        yield False
        return
    _our_own.add(handle)
    try:
        yield True
    finally:
        _our_own.discard(handle)
        os.close(handle)


def _let_go() -> None:
    """In a process that has just been forked off."""
    for handle in _our_own:
        os.close(handle)
    _our_own.clear()


if hasattr(os, "register_at_fork"):  # not on Windows, which does not fork
    os.register_at_fork(after_in_child=_let_go)


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
