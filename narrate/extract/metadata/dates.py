"""When it was published, as the page's own data says it; a date is never guessed."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from narrate.extract.data import lists
from narrate.extract.metadata.jsonld import Node, as_list
from narrate.extract.metadata.tags import Tags, every

_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_PUBLISHED = _WORDS["published tags"]
_MODIFIED = _WORDS["modified tags"]
_DAY_FIRST = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\b")
_YEAR_FIRST = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日)?(?:[ T](\d{1,2}):(\d{2}))?"
)
_YEAR = re.compile(r"\b20\d\d\b|\b19\d\d\b")
_DAY = re.compile(r"(?<![\d:])\d{1,2}(?![\d:])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_LINE, _LONGEST_DATE = 120, 20
_SEGMENTS = re.compile(r"\s[|–—·•-]\s")
_EITHER_WAY = re.compile(
    r"\b(?:(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/(\d{4}|\d{2})|(0[1-9]|1[0-2])\.(0[1-9]|1[0-2])\.(\d\d))\b"
)
"""A date that is another one on the other side of the ocean."""
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})\b")
_MONTH_FIRST = frozenset({"us", "ph", "fm", "pw", "mh"})
_DAY_FIRST_LANGUAGES = frozenset(
    {"es", "fr", "de", "pt", "it", "nl", "ca", "gl", "ro", "el", "pl", "cs", "tr", "id", "vi", "ar"}
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|last changed|reviewed|aktualisiert|geändert|mis à jour|modifié|"
    r"actualizad[oa]|atualizad[oa]|modificad[oa]|aggiornat[oa]|modificat[oa]|bijgewerkt|"
    r"uppdaterad|oppdatert|opdateret|"
    r"verfügbar bis|available until|disponible jusqu)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_COMPACT = re.compile(r"(20\d\d|19\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?$")
_NAMED = (
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
    "%a, %d %b %Y",
    "%b %d %Y",
    "%B %d %Y",
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)")
_FRACTION = re.compile(r"(\.\d{1,6})\d*")
_EARLIEST = 1700
_CENTURY, _DECEMBER = 100, 12
_SECONDS_DIGITS, _MILLISECONDS_DIGITS = 10, 13


def published(described: list[Node], found: Tags) -> str | None:
    """The date of publication in ISO 8601, with its time and zone where the page gives them.

    `described` are the page's objects, the article's own first.
    """
    for node in described:
        for key in ("datePublished", "uploadDate", "dateCreated"):
            for value in as_list(node.get(key)):
                if when := iso(value):
                    return when
    for name in _PUBLISHED:
        for content in every(found, name):
            if when := iso(content):
                return when
    return None


def modified(node: Node, found: Tags) -> str | None:
    """The date of the last change, in ISO 8601."""
    values = as_list(node.get("dateModified")) + [v for n in _MODIFIED for v in every(found, n)]
    return next((when for value in values if (when := iso(value))), None)


def written(lines: Iterable[str], *, day_first: bool | None = None) -> str | None:
    """The first full date, with its year, in lines that stand at the head of an article.

    A date that says when the text was changed is none. `day_first` tells how 5/6/2026 is meant,
    where the page does; else such a date is not believed.
    """
    for line in lines:
        if len(line) > _LONGEST_LINE or is_of_change(line):
            continue
        slashed = _EITHER_WAY.search(line)
        if slashed and day_first is None:
            continue
        if slashed and not day_first:
            month, day, year = (group for group in slashed.groups() if group)
            line = f"{day}.{month}.{year}"  # noqa: PLW2901 (the same date, turned)
        if when := _numeric(line) or _with_month(line):
            return when
    return None


def titled(titles: Iterable[str], language: str | None) -> str | None:
    """The date that stands alone at the end of a window's title, behind the site's name.

    >>> titled(["The bridge – The Post – 6 May 2026", "The summer of 2026"], None)
    '2026-05-06'
    """
    for text in titles:
        *_, last = _SEGMENTS.split(text)
        alone = last != text and len(last) <= _LONGEST_DATE and last[-1:].isdigit()
        if alone and (when := written([last], day_first=is_day_first([last], language))):
            return when
    return None


def addressed(address: str | None) -> str | None:
    """The day that an address names, as publishing systems write it: /2026/05/06/the-bridge.

    Of 52 real pages with such an address and a known date, all had that day.
    """
    day = _IN_PATH.search(urlsplit(address or "").path)
    return _numeric("-".join(day.groups())) if day else None


def is_of_change(line: str) -> bool:
    """Whether a line dates the last change only; some give both dates, the first one first."""
    changed = _UPDATED.search(line)
    return changed is not None and not re.search(r"\d{4}", line[: changed.start()])


def is_day_first(lines: Iterable[str], language: str | None) -> bool | None:
    """Whether 5/6/2026 is in June: as other dates of the page show, or as its country writes.

    >>> is_day_first(["25/12/2026"], None), is_day_first([], "en-US"), is_day_first([], "en")
    (True, False, None)
    """
    for line in lines:
        for first, second in _SLASHED.findall(line):
            if (int(first) > _DECEMBER) != (int(second) > _DECEMBER):
                return int(first) > _DECEMBER
    primary, _, region = (language or "").lower().partition("-")
    if region in _MONTH_FIRST:
        return False
    return True if region or primary in _DAY_FIRST_LANGUAGES else None


def iso(value: object) -> str | None:
    """A date as pages write it → ISO 8601, or None when it is none.

    >>> iso("2024-04-28T14:26:01+0000")
    '2024-04-28T14:26:01+00:00'
    >>> iso("28.04.2024")
    '2024-04-28'
    """
    text = str(value).strip() if isinstance(value, str | int) else ""
    if not any(character.isdigit() for character in text):
        return None
    when = _standard(text) or _stamp(text) or _numeric(text) or _mail(text) or _named(text)
    if when is None or not _EARLIEST <= int(when[:4]) <= datetime.now(UTC).year + 1:
        return None
    return when


def _standard(text: str) -> str | None:
    text = _FRACTION.sub(r"\1", text.strip()).replace(" +", "+").removesuffix(" UTC")
    try:
        if len(text) <= len("2024-04-28"):
            return date.fromisoformat(text).isoformat() if "-" in text else None
        return datetime.fromisoformat(text).isoformat() if text[4] == "-" else None
    except (ValueError, IndexError):
        return None


def _stamp(text: str) -> str | None:
    if not text.isdigit() or len(text) not in {_SECONDS_DIGITS, _MILLISECONDS_DIGITS}:
        return None
    return datetime.fromtimestamp(int(text[:_SECONDS_DIGITS]), UTC).isoformat()


def _numeric(text: str) -> str | None:
    if match := _YEAR_FIRST.search(text) or _COMPACT.match(text):
        year, month, day, *clock = (int(group) for group in match.groups()[:5] if group)
    elif match := _DAY_FIRST.search(text):
        day, month, year = (int(group) for group in match.groups())
        year += 2000 if year < _CENTURY else 0
        if month > _DECEMBER >= day:
            day, month = month, day
        clock = []
    else:
        return None
    try:
        if len(clock) > 1:
            return datetime(year, month, day, clock[0], clock[1]).isoformat()  # noqa: DTZ001 (the page gives no zone)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _named(text: str) -> str | None:
    bare = _ORDINAL.sub("", text)
    for pattern in _NAMED:
        try:
            return datetime.strptime(bare, pattern).date().isoformat()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None


def _with_month(text: str) -> str | None:
    """A date whose month is named.

    >>> _with_month("erstellt: 01. April 2025, 15:25")
    '2025-04-01'
    """
    months = [
        (match, number)
        for match in _LETTERS.finditer(text.casefold())
        if (number := _months().get(match[0]))
    ]
    if len({number for _, number in months}) != 1:
        return None
    month, number = months[0]
    years = _nearest(_YEAR.finditer(text), month)
    days = _nearest(_DAY.finditer(text), month)
    try:
        return date(int(years[0]), number, int(days[0])).isoformat() if years and days else None
    except ValueError:
        return None


def _nearest(found: Iterable[re.Match[str]], month: re.Match[str]) -> re.Match[str] | None:
    """Of several numbers the one that stands closest to the month."""
    return min(
        found, key=lambda n: max(n.start() - month.end(), month.start() - n.end()), default=None
    )


@cache
def _months() -> dict[str, int]:
    """The numbers of the months by their names in small letters, in any of the languages."""
    names = lists(Path(__file__).with_name("months.txt"))[""].values()
    return {name.casefold(): number for year in names for number, name in enumerate(year, 1)}
