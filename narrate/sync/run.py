"""One turn of a sync: read the listing, ask for what is new or changed, hand it on."""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal, Protocol

from narrate.errors import FetchError, NarrateError
from narrate.fetch.kinds import ACCEPTED
from narrate.fetch.raw import Raw
from narrate.fetch.web import Response
from narrate.sync.asking import UNCHANGED, Guest, validators_of
from narrate.sync.choice import Choice
from narrate.sync.listing import Entry, Listing, listing
from narrate.sync.memory import Memory, Seen, State

LOG = logging.getLogger(__name__)

Became = Literal["new", "changed", "unchanged", "duplicate", "vanished", "refused", "failed"]
"""What became of an article in this turn. `vanished`: its page is gone, its episode stays;
`refused`: its episode was taken down, and does not come back."""
Taken = Literal["new", "changed", "unchanged", "refused"]

_OK, _GONE = 200, (404, 410)
_MOST_MAPS = 200
_OFTEN = 5
"""Tries in as many turns; after that, once a day."""
_DAY = 86_400.0
_FRESH = 7 * _DAY
"""Seconds for which an article is looked at again though no listing says that it changed."""


class Taker(Protocol):
    """What makes episodes of articles: a library."""

    def identity(self, raw: Raw) -> str:
        """The canonical address of a page; raises NarrateError where there is no article in it."""
        ...

    def take(self, raw: Raw, entry: Entry) -> Taken:
        """Make its episode, or leave it as it is; raises NarrateError where that fails."""
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
            seen = memory.seen(entry.url)
            if not self._due(entry, seen):
                continue
            outcome, seen = self._one(entry, seen, turn)
            memory.keep(seen)
            yield outcome

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
        return list(found.values())

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
        if seen.state in ("duplicate", "refused"):
            return False
        if entry.modified and entry.modified.isoformat() != seen.listed:
            return True
        if seen.state == "vanished":
            return age >= _DAY
        fresh = self.now() - seen.first < _FRESH
        return fresh and not entry.modified and age >= self.recheck

    def _one(self, entry: Entry, seen: Seen, turn: "_Turn") -> tuple[Outcome, Seen]:
        now = self.now()
        told = entry.modified.isoformat() if entry.modified else ""
        seen = replace(seen, checked=now, first=seen.first or now, listed=told)
        try:
            return self._asked(entry, seen, turn)
        except NarrateError as error:
            said = str(error)
            # What was taken stays so: its address goes on owning the article.
            state: State = seen.state or "failed"
            failed = replace(seen, state=state, tries=seen.tries + 1, error=said)
            return Outcome(entry.url, "failed", entry.title, said), failed

    def _asked(self, entry: Entry, seen: Seen, turn: "_Turn") -> tuple[Outcome, Seen]:
        known = (seen.etag, seen.last_modified) if seen.state == "taken" else ("", "")
        response = self.guest.ask(entry.url, known, tuple(ACCEPTED))
        seen = replace(seen, tries=0, error="")
        if response.status == UNCHANGED:
            return Outcome(entry.url, "unchanged", entry.title), seen
        if response.status in _GONE and seen.identity:
            note = f"the server answered {response.status}; its episode stays"
            gone = replace(seen, state="vanished")
            return Outcome(entry.url, "vanished", entry.title, note), gone
        if response.status != _OK:
            raise FetchError(f"the server answered {response.status}", subject=entry.url)
        return _handed_on(entry, seen, turn, response)


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one turn works with."""

    memory: Memory
    taker: Taker
    listed: frozenset[str]


def _handed_on(entry: Entry, seen: Seen, turn: _Turn, response: Response) -> tuple[Outcome, Seen]:
    """Hand a page on, unless its article is another address's already."""
    raw = Raw(response.body, entry.url, response.header("content-type"), response.url)
    identity = turn.taker.identity(raw)
    owner = turn.memory.owner(identity)
    if owner and owner != entry.url:
        if owner in turn.listed:
            twin = replace(seen, state="duplicate", identity=identity)
            return Outcome(entry.url, "duplicate", entry.title, f"the same as {owner}"), twin
        # The article is listed under another address from now on.
        turn.memory.keep(replace(turn.memory.seen(owner), state="duplicate"))
    became = turn.taker.take(raw, entry)
    etag, last_modified = validators_of(response)
    state: State = "refused" if became == "refused" else "taken"
    taken = replace(seen, state=state, identity=identity, etag=etag, last_modified=last_modified)
    return Outcome(entry.url, became, entry.title), taken
