"""Worker processes, which know nothing of what they work on.

A speech engine is native code with global state: it gets a process to itself, and when it
crashes it takes down one worker and not the work. A worker that dies is replaced and its job
given out once more; a job that has killed two workers is reported by its name.
"""

import contextlib
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from narrate.errors import EngineError, NarrateError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Job = TypeVar("Job")
Result = TypeVar("Result")

_DEATHS = 2


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _forks() -> bool:
    # Forking costs 3 ms against 120 ms for a new interpreter. It is safe while no other
    # thread can hold a lock, so workers are started before anything starts a thread.
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _serve(
    connection: "Connection",
    others: "tuple[Connection, ...]",
    warm: Callable[[], None],
    work: Callable[[Any], Any],
) -> None:
    """What a worker does all its life."""
    # The main process decides what Ctrl-C means, and ends us; what we are writing is cleared up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    # With a copy of another worker's line open, that worker would never learn that the main
    # process is gone.
    for other in others:
        other.close()
    with contextlib.suppress(Exception):
        warm()  # what fails here fails again with a job, which can report it
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(_answer(work, connection.recv()))


def _answer(work: Callable[[Any], Any], job: Any) -> tuple[bool, Any]:
    import pickle

    try:
        return True, work(job)
    except Exception as error:  # noqa: BLE001 - it travels to the main process and is raised there
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes of a moment ago
        except Exception:  # noqa: BLE001 - whatever keeps it from travelling
            return False, EngineError(f"{type(error).__name__}: {error}")
        return False, error


@dataclass(eq=False)
class _Worker:
    process: Any
    line: "Connection"
    number: int | None = None
    """Of the job it is at."""


@dataclass
class _Batch(Generic[Job]):
    """The jobs of one run: given out, done, and to be done again."""

    source: Iterator[Job]
    name: Callable[[Job], str]
    jobs: dict[int, Job] = field(default_factory=dict)
    again: deque[int] = field(default_factory=deque)
    done: dict[int, tuple[bool, Any]] = field(default_factory=dict)
    deaths: Counter[int] = field(default_factory=Counter)
    given: int = 0
    wanted: int = 0
    exhausted: bool = False

    def next(self) -> int | None:
        """The number of the next job to give out; None when there is none."""
        if self.again:
            return self.again.popleft()
        if self.exhausted:
            return None
        try:
            self.jobs[self.given] = next(self.source)
        except StopIteration:
            self.exhausted = True
            return None
        self.given += 1
        return self.given - 1

    def finished(self) -> bool:
        """Whether every result has been handed over."""
        return self.exhausted and self.wanted == self.given

    def finish(self, number: int, answer: tuple[bool, Any]) -> None:
        """Take the answer to a job."""
        self.done[number] = answer
        del self.jobs[number]

    def died(self, number: int) -> None:
        """A worker died at this job: once more, or give it up."""
        self.deaths[number] += 1
        if self.deaths[number] < _DEATHS:
            self.again.append(number)
            return
        what = f"the speech engine's process died {_DEATHS} times"
        self.finish(number, (False, EngineError(what, subject=self.name(self.jobs[number]))))

    def answers(self) -> Iterator[tuple[bool, Any]]:
        """What is done and next in order: whether it went well, and the result or the error."""
        while self.wanted in self.done:
            self.wanted += 1
            yield self.done.pop(self.wanted - 1)


@dataclass
class Workers(Generic[Job, Result]):
    """A few processes that do `work` on one job after another.

    `warm` is what each does first, before it has a job: imports, mostly. Both are functions
    of a module, which a new process can find by name.
    """

    work: Callable[[Job], Result]
    warm: Callable[[], None]
    name: Callable[[Job], str] = repr
    """What a job is called when it has to be reported."""
    count: int = field(default_factory=cores)
    ahead: int = 4
    """Results a worker that may wait for an earlier one: memory stays flat."""
    _workers: list[_Worker] = field(default_factory=list, init=False)

    def __enter__(self) -> "Workers[Job, Result]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, count: int | None = None) -> None:
        """Start workers until there are `count`, before there is work for them."""
        for _ in range(len(self._workers), min(self.count, count or self.count)):
            self._workers.append(self._new())

    def close(self) -> None:
        """End all workers at once; what they are doing is lost."""
        for worker in self._workers:
            worker.process.terminate()
        while self._workers:
            self._drop(self._workers[-1])

    def run(self, jobs: Iterable[Job], most: int | None = None) -> Iterator[Result]:
        """The results of the jobs, in their order, each job taken when a worker is free for it.

        The first jobs are given out at once, before a result is asked for. `most` workers are
        started for them, where fewer will be done sooner than all. The first error of a job is
        raised in its place.
        """
        return self._raising(self._answers(jobs, most))

    def outcomes(self, jobs: Iterable[Job]) -> Iterator[Result | NarrateError]:
        """As `run`, but an error stands in its job's place, and the others go on.

        One that is our own fault is told as such: a thousand articles are not lost for it.
        """
        with contextlib.closing(self._answers(jobs)) as answers:
            for fine, result in answers:
                if fine or isinstance(result, NarrateError):
                    yield result
                else:
                    what = f"an unexpected {type(result).__name__}: {result}"
                    yield NarrateError(what, mend="this is a fault of narrate's; please report it")

    @staticmethod
    def _raising(answers: Generator[tuple[bool, Any], None, None]) -> Iterator[Any]:
        # The error that is raised holds this frame, and with it the answers, in a cycle: left
        # to the collector of cycles, the run would end only after the next one had begun.
        with contextlib.closing(answers):
            for fine, result in answers:
                if not fine:
                    raise result
                yield result

    def _answers(
        self, jobs: Iterable[Job], most: int | None = None
    ) -> Generator[tuple[bool, Any], None, None]:
        most = min(self.count, most or self.count)
        batch = _Batch(iter(jobs), self.name)
        self._give_out(batch, most)
        return self._taken(batch, most)

    def _taken(self, batch: _Batch[Job], most: int) -> Generator[tuple[bool, Any], None, None]:
        try:
            while not batch.finished():
                yield from batch.answers()
                self._give_out(batch, most)
                if not batch.finished():
                    self._collect(batch)
        finally:  # a run that is left early leaves no answers for the next one
            for worker in [worker for worker in self._workers if worker.number is not None]:
                worker.process.terminate()
                self._drop(worker)

    def _new(self) -> _Worker:
        forks = _forks()
        import multiprocessing  # 12 ms that a kept edition has no need of

        context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        line, theirs = context.Pipe()
        others = (line, *(worker.line for worker in self._workers)) if forks else ()
        process = context.Process(
            target=_serve,
            args=(theirs, others, self.warm, self.work),
            daemon=True,
            name="narrate-worker",
        )
        process.start()
        theirs.close()
        return _Worker(process, line)

    def _drop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.line.close()
        worker.process.join()

    def _free(self, most: int) -> _Worker | None:
        for worker in self._workers:
            if worker.number is None:
                return worker
        if len(self._workers) < most:
            self._workers.append(self._new())
            return self._workers[-1]
        return None

    def _give_out(self, batch: _Batch[Job], most: int) -> None:
        # A job that is to be done again is what all others wait for: it is never held back.
        while batch.again or len(batch.done) < self.ahead * self.count:
            worker = self._free(most)
            number = batch.next() if worker else None
            if worker is None or number is None:
                return
            worker.number = number
            with contextlib.suppress(OSError):  # dead already: _collect sees to it
                worker.line.send(batch.jobs[number])

    def _collect(self, batch: _Batch[Job]) -> None:
        """Wait until some worker has answered or died, and take in what there is."""
        from multiprocessing.connection import wait

        busy = {worker.line: worker for worker in self._workers if worker.number is not None}
        for line in wait(list(busy)) if busy else ():
            worker = busy[line]  # type: ignore[index]  # wait() gives back what it was given
            number, worker.number = worker.number, None
            if number is None:
                continue
            try:
                batch.finish(number, worker.line.recv())
            except (EOFError, OSError):
                self._drop(worker)
                batch.died(number)
