"""What the values of a feed may be: each function names the fault of one, or None."""

import base64
import binascii
import re
from collections.abc import Callable, Collection
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from uuid import UUID

from narrate.feed.check.taxonomy import ISO_639
from narrate.feed.clip import length

Fault = str | None
Value = Callable[[str], Fault]

_SHORT = 60
_DIGESTS = {"sha256": 32, "sha384": 48, "sha512": 64}
_DATE = re.compile(
    r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d{2}:\d{2}(?::\d{2})? (?:GMT|UT|[ECMP][SD]T|Z|[+-]\d{4})"
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_EMAIL = re.compile(r"[^@\s<>()]+@[^@\s<>()]+\.[^@\s<>()]+")
_TWO = 2
_MEDIA = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def shown(value: str) -> str:
    """A value as a finding quotes it."""
    value = " ".join(value.split())
    return f"“{value if len(value) <= _SHORT else value[: _SHORT - 1] + '…'}”"


def anything(value: str) -> Fault:
    """Any text but an empty one."""
    return None if value.strip() else "is empty"


def short(most: int) -> Value:
    """Text of at most so many characters."""
    return lambda value: (
        anything(value)
        or (f"is longer than {most} characters" if length(value.strip()) > most else None)
    )


def optional(value: Value) -> Value:
    """The same, or nothing at all."""
    return lambda text: value(text) if text.strip() else None


def url(value: str) -> Fault:
    """An absolute http(s) address in ASCII.

    >>> url("https://example.org/a"), url("/a")
    (None, 'is not a whole address: “/a”')
    """
    try:
        parts = urlsplit(value)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        whole = False
    if not whole:
        return f"is not a whole address: {shown(value)}"
    fit = value.isascii() and value.isprintable() and not set(value) & set(' <>"{}|\\^`')
    return None if fit else f"has characters that no address may have: {shown(value)}"


def uri(value: str) -> Fault:
    """An absolute address of any kind, as `ipfs:` too."""
    return None if re.match(r"[a-z][a-z0-9+.-]*:.", value) else f"is not whole: {shown(value)}"


def picture(value: str) -> Fault:
    """The address of a JPEG or PNG, by its name.

    >>> picture("https://example.org/cover.webp")
    'is neither a JPEG nor a PNG by its name: “cover.webp”'
    """
    if wrong := url(value):
        return wrong
    name = urlsplit(value).path.rpartition("/")[2]
    suffix = name.rpartition(".")[2].lower() if "." in name else "jpg"
    good = suffix in ("jpg", "jpeg", "png")
    return None if good else f"is neither a JPEG nor a PNG by its name: {shown(name)}"


def one_of(*allowed: str, folded: bool = False) -> Value:
    """One of a closed set; `folded` where capitals don't count."""
    known = {word.lower() for word in allowed} if folded else set(allowed)

    def fault(value: str) -> Fault:
        told = value.strip().lower() if folded else value.strip()
        return None if told in known else f"cannot be {shown(value)}"

    return fault


boolean = one_of("true", "false")


def among(allowed: Collection[str]) -> Value:
    """One of many, which capitals don't part."""
    return one_of(*allowed, folded=True)


def size(value: str) -> Fault:
    """Bytes: a whole number over nought."""
    good = value.isascii() and value.isdecimal() and int(value) > 0
    return None if good else f"is not a number of bytes: {shown(value)}"


def whole(value: str) -> Fault:
    """A number from 1 on."""
    value = value.strip()
    good = value.isascii() and value.isdecimal() and int(value) > 0
    return None if good else f"is not a whole number from 1 on: {shown(value)}"


def number(value: str) -> Fault:
    """A number that is not negative."""
    good = re.fullmatch(r"\d+(\.\d+)?", value.strip(), re.ASCII)
    return None if good else f"is not a number: {shown(value)}"


def duration(value: str) -> Fault:
    """Seconds, or hours, minutes and seconds.

    >>> duration("245"), duration("1:02:05"), duration("4 min")
    (None, None, 'is not a duration: “4 min”')
    """
    value = value.strip()
    good = re.fullmatch(r"\d+|(\d+:)?[0-5]?\d:[0-5]\d", value, re.ASCII)
    return None if good and value.strip("0:") else f"is not a duration: {shown(value)}"


def normal_play_time(value: str) -> Fault:
    """A time as Podlove's chapters have it: `00:01:02.500`, or seconds."""
    good = re.fullmatch(r"((\d+:)?\d{1,2}:)?\d{1,2}(\.\d+)?|\d+(\.\d+)?", value, re.ASCII)
    return None if good else f"is not a time: {shown(value)}"


def date(value: str) -> Fault:
    """A date of RFC 822 with four figures for the year, its weekday right.

    >>> date("Sun, 01 Mar 2026 07:30:00 GMT"), date("Mon, 01 Mar 2026 07:30:00 GMT")
    (None, 'names the wrong weekday: “Mon, 01 Mar 2026 07:30:00 GMT”')
    """
    value = value.strip()
    found = _DATE.fullmatch(value)
    try:
        moment = parsedate_to_datetime(value) if found else None
    except ValueError:
        moment = None
    if not found or moment is None:
        return f"is not a date as RSS has them: {shown(value)}"
    wrong = found[1] and found[1] != _DAYS[moment.weekday()]
    return f"names the wrong weekday: {shown(value)}" if wrong else None


def language(value: str) -> Fault:
    """A tag of BCP 47 by its form, its language of ISO 639 where it has two letters.

    >>> language("en-GB"), language("uk-en")
    (None, None)
    >>> language("xx")
    'names no language: “xx”'
    """
    value = value.strip()
    if not _LANGUAGE.fullmatch(value):
        return f"is not a language tag: {shown(value)}"
    main = value.partition("-")[0].lower()
    return (
        f"names no language: {shown(value)}" if len(main) == _TWO and main not in ISO_639 else None
    )


def email(value: str) -> Fault:
    """An address of e-mail by its form."""
    good = _EMAIL.fullmatch(value.strip())
    return None if good else f"is not an address of e-mail: {shown(value)}"


def media_type(value: str) -> Fault:
    """A media type by its form."""
    return None if _MEDIA.fullmatch(value.strip()) else f"is not a media type: {shown(value)}"


def uuid(value: str) -> Fault:
    """A UUID with its hyphens, of version 5, as the namespace makes them."""
    try:
        good = str(UUID(value)) == value.lower()
    except ValueError:
        good = False
    if not good:
        return f"is not a UUID: {shown(value)}"
    return None if UUID(value).version == 5 else f"is not a UUID of version 5: {shown(value)}"  # noqa: PLR2004 - the version


def sri(value: str) -> Fault:
    """Hashes of Subresource Integrity (https://www.w3.org/TR/SRI/).

    >>> sri("sha256-" + "A" * 43 + "="), sri("sha256-abc")
    (None, 'is no hash of the kind it says: “sha256-abc”')
    """
    for each in value.split() or [""]:
        kind, _, digest = each.partition("?")[0].partition("-")
        try:
            length = len(base64.b64decode(digest, validate=True))
        except binascii.Error:
            length = -1
        if _DIGESTS.get(kind) != length:
            return f"is no hash of the kind it says: {shown(each)}"
    return None


def controls(value: str) -> Fault:
    """No control characters."""
    found = _CONTROLS.search(value)
    return f"holds the control character U+{ord(found[0]):04X}" if found else None
