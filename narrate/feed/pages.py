"""A feed in several documents, such that a new episode changes few of them (RFC 5005).

The newest episodes stand in the feed itself. Past 300, the oldest go to archive documents of
100, counted from the oldest of all: once full, an archive changes only when one of its own
episodes does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from narrate.errors import PublishError
from narrate.feed.model import Item

MOST = 300
"""Episodes in the feed's own document, at most."""
ARCHIVED = 100
"""Episodes in an archive document."""


@dataclass(frozen=True, slots=True)
class Page:
    """One document of a feed: some of its episodes, and where the others are."""

    number: int
    """0 for the feed's own document; archives count from 1, the oldest."""
    items: tuple[Item, ...]
    """The newest first."""
    newer: int | None
    """The number of the document with the episodes that follow; None in the feed's own."""
    older: int | None
    """The number of the document with the episodes before; None where there are none."""

    @property
    def before(self) -> int:
        """How many episodes stand in older documents."""
        return ((self.number or (self.older or 0) + 1) - 1) * ARCHIVED

    def named(self, name: str, number: int | None = None) -> str:
        """What a document is called: `feed.xml`, and `feed-0001.xml` for the first archive."""
        number = self.number if number is None else number
        stem, _, suffix = name.rpartition(".")
        return f"{stem}-{number:04}.{suffix}" if number else name


def pages(items: Sequence[Item]) -> tuple[Page, ...]:
    """All documents of a feed, its own first and the oldest archive last.

    Raises PublishError where two episodes share a GUID or a sound file: an app would show one
    of them twice, or play the wrong one.
    """
    _check(items)
    ordered = sorted(items, key=lambda item: (item.published, item.guid))
    archives = max(0, -(-(len(ordered) - MOST) // ARCHIVED))
    blocks = [ordered[n * ARCHIVED : (n + 1) * ARCHIVED] for n in range(archives)]
    newest = Page(0, tuple(ordered[archives * ARCHIVED :][::-1]), None, archives or None)
    older = (
        Page(n, tuple(blocks[n - 1][::-1]), n + 1 if n < archives else 0, n - 1 or None)
        for n in range(archives, 0, -1)
    )
    return (newest, *older)


def _check(items: Sequence[Item]) -> None:
    guids: dict[str, Item] = {}
    sounds: dict[str, Item] = {}
    for item in items:
        if not item.files:
            raise PublishError("this episode has no sound file", subject=item.slug)
        _once(guids, item.guid, item, "GUID")
        _once(sounds, item.files[0].url, item, "sound file")


def _once(seen: dict[str, Item], key: str, item: Item, what: str) -> None:
    other = seen.setdefault(key, item)
    if other is not item:
        raise PublishError(
            f"two episodes have the same {what}, {key}",
            subject=f"{other.slug}, {item.slug}",
            mend="remove one of them",
        )
