"""The same article once more: what the cache saves."""

from pathlib import Path

from .articles import Article
from .bench import MEDIUM, Bench, Rows, cold, cpus, narrate, walls
from .measure import Cost, run
from .table import Row

_WANTED = (
    ("first run", "--no-cache", ""),
    ("unchanged", "first run", "≤ 0.08 ×"),
    ("one paragraph changed", "first run", "≤ 0.15 ×"),
)


def again(bench: Bench) -> Rows:
    """A first conversion with a cache, then the same again, then with one paragraph changed."""
    article = bench.writer.article(MEDIUM)
    turns = [_turn(bench, article, bench.folder / f"cache-{n}") for n in range(bench.repeats)]
    costs = {name: tuple(turn[name] for turn in turns) for name in turns[0]}
    for name, peer, wanted in _WANTED:
        work = f"5,000 words, {name}"
        yield Row(work, "wall", "s", walls(costs[name]), peer, walls(costs[peer]), wanted)
        yield Row(work, "CPU", "s", cpus(costs[name]), peer, cpus(costs[peer]))


def _turn(bench: Bench, article: Article, cache: Path) -> dict[str, Cost]:
    """Each of the runs once, on a cache that is empty at first."""
    page = bench.page("again", article)
    convert = narrate("convert", page, "-o", page.with_suffix(".mp3"), cache=cache)
    costs = {"--no-cache": run(cold(page)), "first run": run(convert), "unchanged": run(convert)}
    bench.page("again", bench.writer.with_one_changed(article))
    return {**costs, "one paragraph changed": run(convert)}
