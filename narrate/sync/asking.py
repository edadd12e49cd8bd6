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

    def ask(
        self, url: str, validators: tuple[str, str] = ("", ""), accept: Collection[str] = ()
    ) -> Response:
        """One request, conditional where validators are known: status 304 says "unchanged".

        Raises FetchError as `narrate.fetch.web.get` does, and for a host that has asked to be
        left alone for longer than half a minute.
        """
        self._wait(url)
        etag, last_modified = validators
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        try:
            response = get(
                url, limits=self.limits, allow_private=self.allow_private, headers=headers,
                accept=accept,
            )  # fmt: skip
        finally:
            self._asked[host(url)] = time.monotonic()
        if response.status in (TOO_MANY, UNAVAILABLE):
            self._closed[host(url)] = time.monotonic() + _seconds(response.header("retry-after"))
        return response

    def _wait(self, url: str) -> None:
        who, now = host(url), time.monotonic()
        until = max(self._asked.get(who, -self.pause) + self.pause, self._closed.get(who, 0.0))
        if until - now > _LONGEST_WAIT:
            what = f"{who} asks to be left alone for {until - now:.0f} seconds"
            raise FetchError(what, subject=url, mend="the next sync will ask again")
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
