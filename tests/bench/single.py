"""One article: cold, on more or fewer cores, long and short, and where its time goes."""

import sys

from . import stages
from .bench import (
    BOOK,
    LONG,
    MEDIUM,
    SHORT,
    Bench,
    Rows,
    against_one_liner,
    cold,
    cores,
    counted,
    cpu_row,
    narrate,
    powers_of_two,
    wall_row,
    walls,
)
from .measure import Command, Memory, interleaved, on_cores, run, watched
from .peers import OBVIOUS, ONE_LINER, obvious_script, one_liner
from .table import Row

_MB = 1_000_000


def short(bench: Bench) -> Rows:
    costs = against_one_liner(bench, SHORT)
    yield wall_row("460 words, cold", costs, "≤ 1.2 ×")
    yield cpu_row("460 words, cold", costs)


def medium(bench: Bench) -> Rows:
    wanted = {2: "≤ 0.8 ×", 4: "≤ 0.5 ×"}
    for count in powers_of_two(cores()):
        costs = against_one_liner(bench, MEDIUM, count)
        work = f"5,000 words, cold, {counted(count, 'core')}"
        yield wall_row(work, costs, wanted.get(count, ""))
        yield cpu_row(work, costs, "≤ 1.3 ×")


def long(bench: Bench) -> Rows:
    page, text = bench.pair("long", LONG)
    other, _ = bench.pair("medium", MEDIUM)
    turns = {
        ONE_LINER: lambda: run(one_liner(text, text.with_suffix(".peer.mp3"))),
        "5,000 words": lambda: run(cold(other)),
        "narrate": lambda: run(cold(page)),
    }
    costs = interleaved(turns, bench.repeats)
    yield wall_row("50,000 words, cold", costs)
    yield cpu_row("50,000 words, cold", costs)
    ours = tuple(1000 * wall / LONG for wall in walls(costs["narrate"]))
    theirs = tuple(1000 * wall / MEDIUM for wall in walls(costs["5,000 words"]))
    yield Row("50,000 words", "wall", "ms a word", ours, "5,000 words", theirs, "≤ 1.05 ×")


def obvious(bench: Bench) -> Rows:
    page, text = bench.pair("obvious", MEDIUM)
    turns = {
        OBVIOUS: lambda: run(obvious_script(text, text.with_suffix(".peer.mp3"))),
        "narrate": lambda: run(cold(page)),
    }
    costs = interleaved(turns, bench.repeats)
    ours, theirs = walls(costs["narrate"]), walls(costs[OBVIOUS])
    yield Row("5,000 words, cold", "wall", "s", ours, OBVIOUS, theirs, "≤ 0.1 ×")


def start_up(bench: Bench) -> Rows:
    turns = {
        "python -c pass": lambda: run(Command((sys.executable, "-c", "pass"))),
        "narrate": lambda: run(narrate("--help")),
    }
    costs = interleaved(turns, bench.repeats)
    ours, theirs = (
        tuple(1000 * wall for wall in walls(costs[name])) for name in ("narrate", "python -c pass")
    )
    yield Row("narrate --help", "wall", "ms", ours, "python -c pass", theirs, "≤ 250 ms")


def by_stage(bench: Bench) -> Rows:
    """What each stage takes of a core, against the whole of the one-liner."""
    page, text = bench.pair("stages", MEDIUM)
    taken: list[dict[str, float]] = []
    peer: list[float] = []
    with on_cores(1):
        stages.by_stage(bench.pair("warm", SHORT)[0], bench.folder / "stages.mp3")
        for _ in range(bench.repeats):
            peer.append(run(one_liner(text, text.with_suffix(".peer.mp3"))).cpu)
            taken.append(stages.by_stage(page, bench.folder / "stages.mp3"))
    for name in taken[0]:
        spent = tuple(seconds[name] for seconds in taken)
        yield Row(f"5,000 words: {name}", "CPU", "s", spent, ONE_LINER, tuple(peer))
    whole = tuple(sum(seconds.values()) for seconds in taken)
    yield Row("5,000 words: all stages", "CPU", "s", whole, ONE_LINER, tuple(peer))


def memory(bench: Bench) -> Rows:
    """The most memory that a book takes, against what 5,000 words take."""
    book, _ = bench.pair("book", BOOK)
    other, _ = bench.pair("medium", MEDIUM)
    found: dict[str, Memory] = {
        "book": watched(cold(book)),
        "medium": watched(cold(other)),
    }
    for process, wanted in (("main", "≤ 250 MB"), ("worker", "≤ 150 MB")):
        ours, theirs = ((getattr(found[name], process) / _MB,) for name in ("book", "medium"))
        work = f"90,000 words, {process} process"
        yield Row(work, "memory", "MB", ours, "5,000 words", theirs, wanted)
