"""One turn of a sync: read the listing, ask for what is new or changed, hand it on."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal, Protocol

from narrate.errors import FetchError, NarrateError
from narrate.fetch.kinds import ACCEPTED
from narrate.fetch.raw import Raw
from narrate.fetch.web import Response
from narrate.sync.asking import UNCHANGED, Guest, LeftAloneError, validators_of
from narrate.sync.choice import Choice
from narrate.sync.listing import Entry, Listing, listing
from narrate.sync.memory import Memory, Seen, State
from narrate.sync.urls import is_front

LOG = logging.getLogger(__name__)

Became = Literal[
    "added", "replaced", "unchanged", "removed", "duplicate", "vanished", "failed", "postponed"
]
"""What became of an article in this turn. `vanished`: its page is gone, its episode stays;
`removed`: its episode was taken down, and does not come back; `postponed`: it was not asked for,
since its host wants to be left alone."""
Taken = Literal["added", "replaced", "unchanged", "removed", "failed"]

_OK, _GONE = 200, (404, 410)
_MOST_MAPS = 200
_TOGETHER = 32
"""Articles that are handed on at once: enough to keep every core busy, and few to lose."""
_OFTEN = 5
"""Tries in as many turns; after that, once a day."""
_DAY = 86_400.0
_FRESH = 7 * _DAY
"""Seconds for which an article is looked at again though no listing says that it changed."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a library made of one article."""

    url: str
    """As its page was called."""
    became: Taken
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page, with what its listing says of it."""

    raw: Raw
    published: datetime | None = None
    """When the article came out; nothing that is said in it."""


class Taker(Protocol):
    """What makes episodes of articles: a library."""

    def identity(self, raw: Raw) -> str:
        """The canonical address of a page; raises NarrateError where there is no article in it."""
        ...

    def is_down(self, identity: str) -> bool:
        """Whether the episode of an article was taken down, and may not come back."""
        ...

    def take(self, pages: Sequence[Listed]) -> Iterator[Took]:
        """Make their episodes, or leave them as they are; one for each page, in any order.

        They are in the feed when there are no more to come.
        """
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    url: str
    became: Became
    title: str = ""
    note: str = ""
    """Why it failed, or whose duplicate it is."""


@dataclass(frozen=True, slots=True)
class Sync:
    """A listing, and how it is followed."""

    source: str
    """The address of a feed or a sitemap."""
    choice: Choice = field(default_factory=Choice)
    guest: Guest = field(default_factory=Guest)
    recheck: float = 3600.0
    """Seconds after which a fresh article is looked at again."""
    now: Callable[[], float] = time.time

    def turn(self, memory: Memory, taker: Taker) -> Iterator[Outcome]:
        """Go through the listing once; an outcome for each article that was asked for.

        Raises FetchError where the listing itself can't be read. An article that fails is an
        outcome like any other; it is tried again in the next turns.
        """
        entries = self._listed(memory)
        turn = _Turn(memory, taker, frozenset(entry.url for entry in entries))
        for entry in self.choice.choose(entries):
            seen = turn.still(memory.seen(entry.url))
            if self._due(entry, seen):
                yield from self._one(entry, seen, turn)
            if len(turn.waiting) >= _TOGETHER:
                yield from turn.hand_on()
        yield from turn.hand_on()

    def _listed(self, memory: Memory) -> list[Entry]:
        """All that is listed, through a sitemap's index too."""
        found: dict[str, Entry] = {}
        waiting, asked = [self.source], set[str]()
        while waiting and len(asked) < _MOST_MAPS:
            url = waiting.pop(0)
            if url in asked:
                continue
            asked.add(url)
            try:
                document = self._document(url, memory)
            except FetchError as error:
                if url == self.source:
                    raise
                LOG.warning("a sitemap is left out: %s", error)
                continue
            found |= {entry.url: entry for entry in document.entries if entry.url not in found}
            waiting += [one.url for one in self._newest_first(document.further)]
        if left := set(waiting) - asked:
            LOG.warning("%d sitemaps of %s are left out: %d are the most", len(left),
                        self.source, _MOST_MAPS)  # fmt: skip
        return [entry for entry in found.values() if not is_front(entry.url)]

    def _newest_first(self, maps: tuple[Entry, ...]) -> list[Entry]:
        """Of an index with thousands of sitemaps those that can hold what is wanted."""
        long_ago = datetime(1, 1, 1, tzinfo=UTC)
        since = self.choice.since
        fit = [one for one in maps if not since or not one.modified or one.modified >= since]
        return sorted(fit, key=lambda one: one.modified or long_ago, reverse=True)

    def _document(self, url: str, memory: Memory) -> Listing:
        response = self.guest.ask(url, memory.validators(url))
        if response.status == UNCHANGED:
            entries, further = (memory.listed(url, further=each) for each in (False, True))
            return Listing(entries, further)
        if response.status != _OK:
            raise FetchError(f"the server answered {response.status}", subject=url)
        found = listing(response.body, response.url, most_bytes=self.guest.limits.bytes)
        rows = [(one, False) for one in found.entries] + [(one, True) for one in found.further]
        memory.keep_listing(url, validators_of(response), rows)
        return found

    def _due(self, entry: Entry, seen: Seen) -> bool:
        """Whether an article has to be asked for now."""
        age = self.now() - seen.checked
        if seen.tries:
            return seen.tries < _OFTEN or age >= _DAY
        if seen.state == "":
            return True
        if seen.state in ("duplicate", "removed"):
            return False
        if entry.modified and entry.modified.isoformat() != seen.listed:
            return True
        if seen.state == "vanished":
            return age >= _DAY
        fresh = self.now() - seen.first < _FRESH
        return fresh and not entry.modified and age >= self.recheck

    def _one(self, entry: Entry, seen: Seen, turn: "_Turn") -> Iterator[Outcome]:
        now = self.now()
        told = entry.modified.isoformat() if entry.modified else ""
        seen = replace(seen, checked=now, first=seen.first or now, listed=told)
        try:
            outcome, seen = self._asked(entry, seen, turn)
        except LeftAloneError as error:  # nobody tried: there is nothing to note
            yield Outcome(entry.url, "postponed", entry.title, str(error))
            return
        except NarrateError as error:
            outcome, seen = _failed(entry, seen, str(error))
        if outcome:
            turn.memory.keep(seen)
            yield outcome

    def _asked(self, entry: Entry, seen: Seen, turn: "_Turn") -> tuple[Outcome | None, Seen]:
        """What became of it; None where that shows when it has been handed on."""
        known = (seen.etag, seen.last_modified) if seen.state == "taken" else ("", "")
        response = self.guest.ask(entry.url, known, tuple(ACCEPTED))
        seen = replace(seen, tries=0, error="")
        if response.status == UNCHANGED:
            return Outcome(entry.url, "unchanged", entry.title), seen
        why = _missing(response)
        if why and seen.identity and (response.status in (_OK, *_GONE)):
            gone = replace(seen, state="vanished")
            return Outcome(entry.url, "vanished", entry.title, f"{why}; its episode stays"), gone
        if why:
            raise FetchError(why, subject=entry.url)
        return turn.receive(entry, seen, response)


def _missing(response: Response) -> str:
    """Why there is no article in an answer; empty where there may be one.

    Many sites send whoever asks for what is gone to their front page.
    """
    if response.status != _OK:
        return f"the server answered {response.status}"
    return "it leads to the front page" if is_front(response.url) else ""


def _failed(entry: Entry, seen: Seen, why: str) -> tuple[Outcome, Seen]:
    # What was taken stays so: its address goes on owning the article.
    failed = replace(seen, state=seen.state or "failed", tries=seen.tries + 1, error=why)
    return Outcome(entry.url, "failed", entry.title, why), failed


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that waits to be handed on."""

    entry: Entry
    seen: Seen
    raw: Raw


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one turn works with, and what it has not handed on yet."""

    memory: Memory
    taker: Taker
    listed: frozenset[str]
    waiting: dict[str, _Page] = field(default_factory=dict)
    """By the identities of their articles."""

    def still(self, seen: Seen) -> Seen:
        """What is known of an address, unless that holds no more: then it is as new.

        A duplicate's article has no address where the one that was to have it is gone, or failed,
        or the sync was killed before it came to it; a take-down may have been lifted.
        """
        lost = seen.state == "duplicate" and not seen.tries and not self.memory.owner(seen.identity)
        lifted = seen.state == "removed" and not self.taker.is_down(seen.identity)
        return replace(seen, state="") if lost or lifted else seen

    def receive(self, entry: Entry, seen: Seen, response: Response) -> tuple[Outcome | None, Seen]:
        """Put a page with those that wait, unless its article is another address's already."""
        raw = Raw(response.body, entry.url, response.header("content-type"), response.url)
        identity = self.taker.identity(raw)
        etag, last_modified = validators_of(response)
        seen = replace(seen, identity=identity)
        if owner := self._owner(identity, entry.url):
            twin = replace(seen, state="duplicate")
            return Outcome(entry.url, "duplicate", entry.title, f"the same as {owner}"), twin
        seen = replace(seen, etag=etag, last_modified=last_modified)
        self.waiting[identity] = _Page(entry, seen, raw)
        return None, seen

    def _owner(self, identity: str, url: str) -> str | None:
        """The other address that has the article; None where it is this one's."""
        if page := self.waiting.get(identity):
            return page.entry.url
        owner = self.memory.owner(identity)
        if not owner or owner == url:
            return None
        if owner in self.listed:
            return owner
        # The article is listed under another address from now on.
        self.memory.keep(replace(self.memory.seen(owner), state="duplicate"))
        return None

    def hand_on(self) -> Iterator[Outcome]:
        """Hand on what waits; what is said of each is noted when all of it is in the feed.

        An article that was noted before, and then 304, would give nobody a reason to build the
        feed after a kill.
        """
        pages = {page.entry.url: page for page in self.waiting.values()}
        self.waiting.clear()
        if not pages:
            return
        noted: list[Seen] = []
        listed = [Listed(page.raw, page.entry.published) for page in pages.values()]
        for took in self.taker.take(listed):
            entry, seen = pages[took.url].entry, pages[took.url].seen
            title = took.title or entry.title
            if took.became == "failed":
                outcome, seen = _failed(entry, seen, took.note)
            else:
                state: State = "removed" if took.became == "removed" else "taken"
                outcome = Outcome(entry.url, took.became, title, took.note)
                seen = replace(seen, state=state)
            noted.append(seen)
            yield outcome
        for seen in noted:
            self.memory.keep(seen)
