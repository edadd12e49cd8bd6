"""Which of the listed articles are wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase

from narrate.sync.listing import Entry

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked of an article, all of it."""

    latest: int | None = None
    """Only so many, the newest."""
    since: datetime | None = None
    """Only what was published, or changed where only that is said, from then on; what has no
    date is left out."""
    include: tuple[str, ...] = ()
    """Patterns as file names have them, with `*` and `?`; one has to fit the address."""
    exclude: tuple[str, ...] = ()
    """None of these may fit."""

    def choose(self, entries: Sequence[Entry]) -> list[Entry]:
        """The articles that are wanted, the oldest first, so that a feed grows in order."""
        wanted = [entry for entry in entries if self._wants(entry)]
        # Python's sort keeps the listing's order, newest first, among those without a date.
        wanted.sort(key=lambda entry: entry.dated or _LONG_AGO, reverse=True)
        return wanted[: self.latest][::-1]

    def _wants(self, entry: Entry) -> bool:
        if self.include and not any(fits(entry.url, each) for each in self.include):
            return False
        if any(fits(entry.url, each) for each in self.exclude):
            return False
        return self.since is None or (entry.dated is not None and entry.dated >= self.since)


def fits(url: str, pattern: str) -> bool:
    """Whether a pattern fits an address, or a part of it that it names without stars.

    >>> fits("https://news.example/sport/1", "*/sport/*"), fits("https://a.example/b", "/sport/")
    (True, False)
    """
    return fnmatchcase(url, pattern) if set(pattern) & set("*?[") else pattern in url
