"""A library as a sync sees it: what takes articles, each once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from narrate.fetch import Raw
from narrate.library.add import Work, add
from narrate.library.compare import identity
from narrate.library.lock import held_alone
from narrate.library.place import Library
from narrate.reading import article_from
from narrate.sync.memory import Memory, memory
from narrate.sync.run import Listed, Took


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library that takes pages."""

    library: Library
    work: Work

    def identity(self, raw: Raw) -> str:
        """The canonical address of a page's article; raises NarrateError where there is none."""
        return identity(article_from(raw).metadata, raw.url, raw.source)

    def is_down(self, identity: str) -> bool:
        """Whether the episode of an article was taken down, and may not come back."""
        with self.library.looked_at() as index:
            record = index.of(identity)
            return record is not None and record.state == "removed"

    def take(self, pages: Sequence[Listed]) -> Iterator[Took]:
        """Make episodes of pages, side by side; the feed is built when all are done."""
        dates = {page.raw.source: page.published for page in pages if page.published}
        work, raws = replace(self.work, dates=dates), [page.raw for page in pages]
        for added in add(self.library, raws, work, lambda _done, _total: None):
            yield Took(added.source, added.state, added.title or "", added.error or "")


@contextmanager
def remembered(library: Library) -> Iterator[Memory | None]:
    """What syncs of this library saw before; None while another one is at work on it."""
    library.prepare()
    with held_alone(library.state / "sync.lock") as ours:
        if not ours:
            yield None
            return
        with memory(library.state / "sync.db") as known:
            yield known
