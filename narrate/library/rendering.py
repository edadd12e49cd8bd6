"""The documents of a page of the feed, made side by side where there are many pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from narrate.feed.index import index
from narrate.feed.json_feed import json_feed
from narrate.feed.model import FEED, INDEX, JSON_FEED, Channel
from narrate.feed.pages import Page
from narrate.feed.rss import rss
from narrate.library.record import item, read
from narrate.workers import Workers

PAGED: dict[str, Callable[[Channel, Page], bytes]] = {
    FEED: rss,
    JSON_FEED: json_feed,
    INDEX: index,
}
"""The documents of each page, by the name of the feed's own."""

_FEW = 8
"""Pages that are made in the time in which workers start and warm up."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A job: the documents of one page, from the records of its episodes."""

    channel: Channel
    page: Page
    """Its items say only which episodes it has, and in which order."""
    records: dict[str, str]
    """The JSON text of each record."""
    address: str

    def run(self) -> dict[str, bytes]:
        """The documents, by their names; raises PublishError for a damaged record."""
        records = (read(self.records[one.slug], one.slug) for one in self.page.items)
        page = replace(self.page, items=tuple(item(one, self.address) for one in records))
        return {page.named(kind): make(self.channel, page) for kind, make in PAGED.items()}

    def title(self) -> str:
        """What it is called when it has to be reported."""
        return f"page {self.page.number} of the feed"


def render(jobs: Iterable[Rendering]) -> Iterator[dict[str, bytes]]:
    """The documents of each page, in order: here for a few pages, in workers for many."""
    waiting = iter(jobs)
    first = list(islice(waiting, _FEW + 1))
    if len(first) <= _FEW:
        yield from (job.run() for job in first)
        return
    with Workers(Rendering.run, _nothing, Rendering.title) as pool:
        yield from pool.run(chain(first, waiting))


def _nothing() -> None:
    """What a worker loads before it has a page: what it takes anyway."""
