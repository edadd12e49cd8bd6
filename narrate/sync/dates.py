"""Dates as feeds and sitemaps write them."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def moment(text: str) -> datetime | None:
    """A date of RFC 822 or W3C's form, with its zone, in UTC where none is said; else None.

    >>> moment("Sun, 01 Mar 2026 07:30:00 +0100").isoformat(), moment("soon")
    ('2026-03-01T07:30:00+01:00', None)
    >>> moment("2026-03").isoformat()
    '2026-03-01T00:00:00+00:00'
    """
    text = text.strip()
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        text += "-01-01"[len(text) - 4 :]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None
