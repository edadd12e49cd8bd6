"""Requests as a guest makes them: never two at a time, with a pause, and no more once told off."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

from narrate.errors import FetchError
from narrate.fetch.raw import Limits
from narrate.fetch.web import Response, get
from narrate.sync.dates import moment
from narrate.sync.urls import host

PAUSE = 1.0
"""Seconds between two requests of a host."""
UNCHANGED, TOO_MANY, UNAVAILABLE = 304, 429, 503
_LONGEST_WAIT = 30.0
_SLOW = 0.5
"""Of the seconds that a request may take: who gave no answer in so long is slow."""
_PATIENCE = 3
"""Slow failures in a row after which a host is not asked any more: five hundred articles of a
site that is down would hold up the others for hours."""


class LeftAloneError(FetchError):
    """A page was not asked for, since its host is to be left alone for a while."""


@dataclass(slots=True)
class Guest:
    """Whoever asks: it remembers when it asked a host last, and who asked it to wait."""

    allow_private: bool = False
    limits: Limits = field(default_factory=Limits)
    pause: float = PAUSE
    """Seconds."""
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    _closed: dict[str, float] = field(default_factory=dict)
    _slow: dict[str, int] = field(default_factory=dict)
    """By host: slow failures in a row."""

    def ask(
        self, url: str, validators: tuple[str, str] = ("", ""), accept: Collection[str] = ()
    ) -> Response:
        """One request, conditional where validators are known: status 304 says "unchanged".

        Raises FetchError as `narrate.fetch.web.get` does, and LeftAloneError for a host that has
        asked to be left alone for longer than half a minute, or doesn't answer.
        """
        self._wait(url)
        etag, last_modified = validators
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        response = self._timed(url, headers, accept)
        if response.status in (TOO_MANY, UNAVAILABLE):
            self._closed[host(url)] = time.monotonic() + _seconds(response.header("retry-after"))
        return response

    def _timed(self, url: str, headers: dict[str, str], accept: Collection[str]) -> Response:
        """The answer; a failure that took long is remembered against the host."""
        who, began, slow = host(url), time.monotonic(), 0
        try:
            return get(
                url, limits=self.limits, allow_private=self.allow_private, headers=headers,
                accept=accept,
            )  # fmt: skip
        except FetchError:
            took = time.monotonic() - began
            slow = self._slow.get(who, 0) + 1 if took > self.limits.seconds * _SLOW else 0
            raise
        finally:
            self._asked[who], self._slow[who] = time.monotonic(), slow

    def _wait(self, url: str) -> None:
        who, now = host(url), time.monotonic()
        if self._slow.get(who, 0) >= _PATIENCE:
            what = f"{who} gave no answer {_PATIENCE} times in a row"
            raise LeftAloneError(what, subject=url, mend="the next sync will ask again")
        until = max(self._asked.get(who, -self.pause) + self.pause, self._closed.get(who, 0.0))
        if until - now > _LONGEST_WAIT:
            what = f"{who} asks to be left alone for {until - now:.0f} seconds"
            raise LeftAloneError(what, subject=url, mend="the next sync will ask again")
        if until > now:
            self.sleep(until - now)


def _seconds(retry_after: str | None) -> float:
    """What a Retry-After header asks for (RFC 9110, section 10.2.3); a minute where it is odd."""
    told = (retry_after or "").strip()
    if told.isdecimal():
        return float(min(int(told), 86_400))
    until = moment(told) if told else None
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until else 60.0


def validators_of(response: Response) -> tuple[str, str]:
    """What makes the next request for the same conditional."""
    return response.header("etag") or "", response.header("last-modified") or ""
