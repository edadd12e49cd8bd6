"""Whether an article's picture may stand for its episode, in place of the feed's cover."""

import logging

from narrate.errors import FetchError
from narrate.feed.picture import MOST_BYTES, cover_faults, is_named_so
from narrate.fetch.raw import Limits

LOG = logging.getLogger(__name__)

_HEAD = 262_144
"""Bytes that are asked for: a JPEG's size stands behind its colour profile and its preview."""
_LIMITS = Limits(bytes=MOST_BYTES, seconds=10)


def artwork(url: str, *, allow_private: bool = False) -> str | None:
    """The picture's address where directories take it; None, with the reason logged, where not.

    Articles' pictures are mostly wide. Directories refuse those, or every app cuts them in a way
    of its own; an episode without a picture shows the feed's cover.
    """
    if not is_named_so(url):
        return None
    try:
        wrong = ", ".join(_faults(url, allow_private=allow_private))
    except FetchError as error:
        wrong = str(error)
    if wrong:
        LOG.info("%s: the feed's cover stands for the episode, not this picture: %s", url, wrong)
    return None if wrong else url


def _faults(url: str, *, allow_private: bool) -> tuple[str, ...]:
    from narrate.fetch.web import OK, PARTIAL, get

    part = {"Range": f"bytes=0-{_HEAD - 1}"}
    response = get(url, limits=_LIMITS, allow_private=allow_private, headers=part)
    if response.status not in (OK, PARTIAL):
        return (f"the server answered {response.status}",)
    return cover_faults(response.body, _size(response.header("content-range")))


def _size(content_range: str | None) -> int | None:
    """Bytes of the whole, as `bytes 0-99/1234` has them (RFC 9110, section 14.4).

    >>> _size("bytes 0-99/1234"), _size("bytes 0-99/*")
    (1234, None)
    """
    total = (content_range or "").rpartition("/")[2]
    return int(total) if total.isdecimal() else None
