"""What the tests' workers do: functions of a module, which a new process finds by name."""

import os
import signal
import time
from pathlib import Path
from typing import Any

Job = tuple[Any, ...]


def warm() -> None:
    """Nothing is to be loaded."""


def fail_to_warm() -> None:
    raise ImportError("no such library")


def work(job: Job) -> Any:
    """Do what the job's first word says."""
    return _DOINGS[job[0]](*job[1:])


def name(job: Job) -> str:
    return f"the {job[0]}"


def _same(value: Any) -> Any:
    return value


def _wait(seconds: float, value: Any) -> Any:
    time.sleep(seconds)
    return value


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_once(mark: str, seconds: float = 0) -> str:
    if not Path(mark).exists():
        Path(mark).touch()
        time.sleep(seconds)
        _die()
    return "survived"


def _note(folder: str, number: int) -> int:
    Path(folder, str(number)).touch()
    return number


class TwoWordsError(Exception):
    """Can't travel between processes: it is made of more than it shows."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def _raise(kind: str) -> None:
    if kind == "ours":
        from narrate.errors import EngineError

        raise EngineError("no", subject="it", mend="so")
    raise TwoWordsError("a", "b") if kind == "odd" else ValueError(kind)


def _thread() -> int:
    return os.getpid()


_DOINGS = {
    "same": _same,
    "wait": _wait,
    "death": _die,
    "one death": _die_once,
    "note": _note,
    "error": _raise,
    "pid": _thread,
}
