"""Byte ranges (RFC 9110, section 14), which players need to seek."""

import re

_ONE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def asked(header: str | None, size: int) -> range | None:
    """The bytes that a `Range` header asks for, of a body of so many; None for all of it.

    The range is empty where none of what is asked for is there. Several ranges in one header,
    and what is no range, count as nothing asked: that is allowed, and what players cope with.

    >>> asked("bytes=2-5", 10), asked("bytes=-3", 10), asked("bytes=8-", 10), asked("bytes=10-", 10)
    (range(2, 6), range(7, 10), range(8, 10), range(0, 0))
    """
    found = _ONE.fullmatch((header or "").strip())
    if found is None or found[0] == "bytes=-":
        return None
    first, last = found[1], found[2]
    if not first:
        return range(max(0, size - int(last)), size) if int(last) and size else range(0)
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        return range(0)
    return range(int(first), min(int(last) + 1, size) if last else size)
