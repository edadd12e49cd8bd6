"""Where cases work, what they run, and the rows that most of them make."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .articles import Article, Writer
from .measure import Command, Cost, interleaved, run
from .peers import ONE_LINER, one_liner, read_aloud
from .table import Row

SHORT, MEDIUM, LONG, BOOK = 460, 5_000, 50_000, 90_000
"""Words; a book of 90,000 is heard for ten hours."""

Rows = Iterator[Row]
Costs = Mapping[str, tuple[Cost, ...]]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a case works, and how much of it."""

    folder: Path
    repeats: int
    full: bool = False
    writer: Writer = field(default_factory=Writer)

    def page(self, name: str, article: Article) -> Path:
        """An article as a page on the disk."""
        page = self.folder / f"{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(article.html(), "utf-8")
        return page

    def pair(self, name: str, words: int) -> tuple[Path, Path]:
        """A new article as a page, and as the text that is read aloud of it."""
        page = self.page(name, self.writer.article(words))
        return page, read_aloud(page, page.with_suffix(".txt"))


@dataclass(frozen=True, slots=True)
class Case:
    """Something to measure."""

    about: str
    rows: Callable[[Bench], Rows]
    repeats: int = 5
    only_full: bool = False


def narrate(*words: str | Path, cache: Path | None = None) -> Command:
    """Our own command, as it stands beside the interpreter."""
    program = Path(sys.executable).with_name("narrate")
    environment = {"XDG_CACHE_HOME": str(cache)} if cache else {}
    return Command((str(program), *map(str, words)), environment)


def cold(page: Path, *options: str) -> Command:
    """A conversion that finds nothing and keeps nothing."""
    return narrate("convert", page, "-o", page.with_suffix(".mp3"), "--no-cache", *options)


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0))


def powers_of_two(most: int) -> list[int]:
    """1, 2, 4, ... up to so many."""
    return [1 << power for power in range(most.bit_length())]


def counted(count: int, thing: str) -> str:
    """As `1 core` or `2 cores`."""
    return f"{count} {thing}{'s' if count > 1 else ''}"


def walls(costs: tuple[Cost, ...]) -> tuple[float, ...]:
    return tuple(cost.wall for cost in costs)


def cpus(costs: tuple[Cost, ...]) -> tuple[float, ...]:
    return tuple(cost.cpu for cost in costs)


def against_one_liner(bench: Bench, words: int, count: int | None = None) -> Costs:
    """A new article, by the one-liner and by narrate in turns, on so many cores."""
    page, text = bench.pair(str(words), words)
    turns = {
        ONE_LINER: lambda: run(one_liner(text, text.with_suffix(".peer.mp3")), count),
        "narrate": lambda: run(cold(page), count),
    }
    return interleaved(turns, bench.repeats)


def wall_row(work: str, costs: Costs, wanted: str = "") -> Row:
    ours, theirs = walls(costs["narrate"]), walls(costs[ONE_LINER])
    return Row(work, "wall", "s", ours, ONE_LINER, theirs, wanted)


def cpu_row(work: str, costs: Costs, wanted: str = "") -> Row:
    ours, theirs = cpus(costs["narrate"]), cpus(costs[ONE_LINER])
    return Row(work, "CPU", "s", ours, ONE_LINER, theirs, wanted)
