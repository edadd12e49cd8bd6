"""When it was published, as the page's own data says it; a date is never guessed."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from narrate.extract.metadata.jsonld import Node, as_list
from narrate.extract.metadata.months import month_of
from narrate.extract.metadata.tags import Tags, every

_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time article.published "
    "article:published datepublished date_published published_time publish-date publishdate "
    "publication_date pubdate published_at parsely-pub-date sailthru.date cxenseparse:recs:publishtime "
    "dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date "
    "citation_publication_date citation_online_date datecreated article:created_time "
    "article_date_original originalpublicationdate published-date last-published release_date "
    "iso-8601-publish-date date"
).split()
_MODIFIED = (
    "article:modified_time og:article:modified_time og:updated_time article:modified datemodified "
    "dcterms.modified dc.date.modified lastmod last-modified updated_time"
).split()
_DAY_FIRST = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\b")
_YEAR_FIRST = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日)?(?:[ T](\d{1,2}):(\d{2}))?"
)
_YEAR = re.compile(r"\b20\d\d\b|\b19\d\d\b")
_DAY = re.compile(r"(?<![\d:])\d{1,2}(?![\d:])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_LINE = 120
_COMPACT = re.compile(r"(20\d\d|19\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?$")
_NAMED = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%A, %B %d, %Y", "%a, %d %b %Y")
_FRACTION = re.compile(r"(\.\d{1,6})\d*")
_EARLIEST = 1700
_SECONDS_DIGITS, _MILLISECONDS_DIGITS = 10, 13


def published(described: list[Node], found: Tags, root: etree._Element) -> str | None:
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
    return _marked(root)


def modified(node: Node, found: Tags) -> str | None:
    """The date of the last change, in ISO 8601."""
    values = as_list(node.get("dateModified")) + [v for n in _MODIFIED for v in every(found, n)]
    return next((when for value in values if (when := iso(value))), None)


def written(lines: Iterable[str]) -> str | None:
    """The first full date, with its year, in lines that stand at the head of an article."""
    for line in lines:
        if len(line) <= _LONGEST_LINE and (when := _numeric(line) or _with_month(line)):
            return when
    return None


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
    if when is None or not _EARLIEST <= int(when[:4]) <= date.today().year + 1:  # noqa: DTZ011 (a year is enough)
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
    from datetime import UTC

    return datetime.fromtimestamp(int(text[:_SECONDS_DIGITS]), UTC).isoformat()


def _numeric(text: str) -> str | None:
    if match := _YEAR_FIRST.search(text) or _COMPACT.match(text):
        year, month, day, *clock = (int(group) for group in match.groups()[:5] if group)
    elif match := _DAY_FIRST.search(text):
        day, month, year = (int(group) for group in match.groups())
        year += 2000 if year < 100 else 0  # noqa: PLR2004 (two digits)
        if month > 12 >= day:  # noqa: PLR2004 (twelve months)
            day, month = month, day
        clock = []
    else:
        return None
    try:
        if len(clock) > 1:
            return datetime(year, month, day, clock[0], clock[1]).isoformat()  # noqa: DTZ001 (as given)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _named(text: str) -> str | None:
    for pattern in _NAMED:
        try:
            return datetime.strptime(text, pattern).date().isoformat()  # noqa: DTZ007 (a day)
        except ValueError:
            continue
    return None


def _with_month(text: str) -> str | None:
    """A date whose month is named.

    >>> _with_month("erstellt: 01. April 2025, 15:25")
    '2025-04-01'
    """
    if not (year := _YEAR.search(text)):
        return None
    months = {number for word in _LETTERS.findall(text.casefold()) if (number := month_of(word))}
    days = [int(day) for day in _DAY.findall(text.replace(year[0], " ", 1))]
    if len(months) != 1 or not days:
        return None
    try:
        return date(int(year[0]), months.pop(), days[0]).isoformat()
    except ValueError:
        return None


def _marked(root: etree._Element) -> str | None:
    """The date of the element that is marked as the date of publication."""
    for element in root.iter():
        marks = f"{element.get('itemprop') or ''} {element.get('pubdate') or ''}"
        if "datePublished" in marks or "pubdate" in marks:
            when = iso(element.get("datetime") or element.get("content") or element.text)
            if when:
                return when
    for element in root.iter("time"):
        if when := iso(element.get("datetime")):
            return when
    return None
