"""Many articles at once."""

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from .bench import SHORT, Bench, Rows, cores, counted, narrate, powers_of_two, walls
from .measure import Command, Cost, interleaved, run
from .peers import ONE_LINER, one_liner, one_liners
from .table import Row

_FEW = 40
_FOLDER = "pages"


def batch(bench: Bench) -> Rows:
    """What an article costs in a large batch; the one-liner is run on every tenth of them."""
    count = 1_000 if bench.full else 200
    pages, texts = _articles(bench, count)
    some = texts[::10]
    half = len(some) // 2
    peer = _one_by_one(some[:half])
    cost = run(_together(bench, pages, cores()))
    peer += _one_by_one(some[half:])
    work, unit = f"{count:,} articles of 460 words", "ms an article"
    ours, theirs = (1000 * cost.cpu / count,), (1000 * fmean(each.cpu for each in peer),)
    yield Row(work, "CPU", unit, ours, ONE_LINER, theirs, "≤ 1.2 ×")
    ours, theirs = (1000 * cost.wall / count,), (1000 * fmean(each.wall for each in peer),)
    yield Row(work, "wall", unit, ours, f"{ONE_LINER}, one by one", theirs)


def _articles(bench: Bench, count: int) -> tuple[list[Path], list[Path]]:
    """So many new articles, as pages and as the texts that are read aloud of them."""
    pairs = [bench.pair(f"{_FOLDER}/{number:04}", SHORT) for number in range(count)]
    return [page for page, _ in pairs], [text for _, text in pairs]


def _one_by_one(texts: Sequence[Path]) -> list[Cost]:
    return [run(one_liner(text, text.with_suffix(".peer.mp3"))) for text in texts]


def _together(bench: Bench, pages: Sequence[Path], jobs: int) -> Command:
    editions = bench.folder / f"editions-{jobs}"
    return narrate("convert", *pages, "-o", editions, "--no-cache", "--jobs", str(jobs))


def workers(bench: Bench) -> Rows:
    """What an article takes with more and more workers, each with a core to itself."""
    pages, texts = _articles(bench, _FEW)
    numbers = powers_of_two(cores())
    took = {jobs: _took(bench, pages, texts[0].parent, jobs) for jobs in numbers}
    for jobs, (ours, theirs) in took.items():
        row = (f"{_FEW} articles of 460 words, {counted(jobs, 'worker')}", "wall", "ms an article")
        yield Row(*row, ours, f"{ONE_LINER}, xargs -P {jobs}", theirs)
        if jobs > 1:
            yield Row(*row, ours, "1 worker", took[1][0])


def _took(
    bench: Bench, pages: Sequence[Path], texts: Path, jobs: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Milliseconds an article, ours and the one-liner's, by so many processes on as many cores."""
    turns = {
        ONE_LINER: lambda: run(one_liners(texts, jobs), jobs),
        "narrate": lambda: run(_together(bench, pages, jobs), jobs),
    }
    costs = interleaved(turns, bench.repeats)
    ours, theirs = (
        tuple(1000 * wall / len(pages) for wall in walls(costs[name]))
        for name in ("narrate", ONE_LINER)
    )
    return ours, theirs
