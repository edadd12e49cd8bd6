"""A news site on loopback, and somebody who takes its articles."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest
from lxml import html
from newssite import news_site

from narrate.errors import ExtractError
from narrate.fetch.raw import Limits
from narrate.sync.asking import Guest
from narrate.sync.run import Took


@pytest.fixture
def news():
    with news_site() as site:
        yield site


@pytest.fixture
def guest():
    return Guest(allow_private=True, pause=0.0, limits=Limits(bytes=2_000_000))


@dataclass
class Shelf:
    """Takes articles as a library does: each once, by its canonical address."""

    episodes: dict[str, bytes] = field(default_factory=dict)
    taken_down: set[str] = field(default_factory=set)
    dates: dict[str, datetime | None] = field(default_factory=dict)
    takes: int = 0
    broken: bool = False
    """Whether every article fails."""
    stopped: bool = False
    """Whether it is stopped when the episodes are made, but the feed is not."""

    def identity(self, raw):
        root = html.fromstring(raw.body)
        if root.find(".//p") is None:
            raise ExtractError("there is no article in it", subject=raw.source)
        link = root.find(".//link[@rel='canonical']")
        return raw.url if link is None else link.get("href")

    def is_down(self, identity):
        return identity in self.taken_down

    def take(self, pages):
        for page in reversed(pages):
            self.dates[page.raw.source] = page.published
            yield Took(page.raw.source, "failed" if self.broken else self._take(page.raw))
        if self.stopped:
            raise KeyboardInterrupt

    def _take(self, raw):
        identity = self.identity(raw)
        if identity in self.taken_down:
            return "removed"
        before = self.episodes.get(identity)
        self.episodes[identity] = raw.body
        if before == raw.body:
            return "unchanged"
        self.takes += 1
        return "added" if before is None else "replaced"


@pytest.fixture
def shelf():
    return Shelf()
