"""What a command costs: the time on the clock, that of all its processes, and their memory.

For Linux, where a process can be kept to some of the cores and /proc tells of its children.
"""

import os
import resource
import shlex
import subprocess
import textwrap
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_SHOWN = 100  # characters
_LOOK = 0.02  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments."""

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    """What is set beside what this process has."""

    def __str__(self) -> str:
        return textwrap.shorten(shlex.join(self.words), _SHOWN)

    def surroundings(self) -> dict[str, str]:
        """The whole environment it runs in."""
        return {**os.environ, **self.environment}


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run of a command."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of all its processes together, in the kernel too."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The most that was resident at any time, in bytes."""

    main: int
    worker: int
    """Of whichever child had most; pages that it shares with the main process are counted."""


Turns = Mapping[str, Callable[[], Cost]]


def interleaved(turns: Turns, repeats: int) -> dict[str, tuple[Cost, ...]]:
    """What each turn cost each time; they are taken by turns, so that load hits all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in turns}
    for _ in range(repeats):
        for name, turn in turns.items():
            costs[name].append(turn())
    return {name: tuple(found) for name, found in costs.items()}


@contextmanager
def on_cores(count: int | None) -> Iterator[None]:
    """Keep this process and those it starts to so many cores; None for all it has."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(allowed)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def run(command: Command, cores: int | None = None) -> Cost:
    """Run it to its end. Raises RuntimeError, with what it said, when it fails."""
    with on_cores(cores):
        spent, began = _spent(), time.perf_counter()
        done = subprocess.run(
            command.words, env=command.surroundings(), capture_output=True, check=False
        )
        cost = Cost(time.perf_counter() - began, _spent() - spent)
    if done.returncode:
        said = done.stderr.decode(errors="replace")[-1000:]
        raise RuntimeError(f"{command} failed: {said}")
    return cost


def _spent() -> float:
    """CPU seconds of all children that have ended, and of theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def watched(command: Command) -> Memory:
    """Run it to its end and watch its memory. Raises RuntimeError when it fails."""
    main = worker = 0
    with subprocess.Popen(
        command.words,
        env=command.surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while process.poll() is None:
            main = max(main, peak(process.pid))
            worker = max(worker, *map(peak, children(process.pid)), 0)
            time.sleep(_LOOK)
    if process.returncode:
        raise RuntimeError(f"{command} failed")
    return Memory(main, worker)


def peak(pid: int) -> int:
    """The most bytes that a process has had resident so far; 0 when it has gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def children(pid: int) -> list[int]:
    """The processes that a process has started and that still run."""
    with suppress(OSError):
        return [
            int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]
    return []
