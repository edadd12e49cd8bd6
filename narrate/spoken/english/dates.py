"""Dates: 'Sept. 11, 2001', '11 September', '2001-09-11', '3/4/2025', 'Aug. 3-5'."""

import re
from collections.abc import Iterator
from functools import partial

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, ordinal, year
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_NAME = (
    r"(?P<month> (?: (?: January | February | March | April | May | June | July | August"
    r" | September | October | November | December ) \b"
    r" | (?: Jan | Feb | Mar | Apr | Jun | Jul | Aug | Sept? | Oct | Nov | Dec ) \b \.?"
    r" (?! \s* $ ) ) )"
)
_NAMES = r"(?: Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec )"
_DAY = r"(?: 0?[1-9] | [12]\d | 3[01] )"
_SUFFIX = r"(?: st | nd | rd | th )?"
_YEAR = r"(?: 1\d{3} | 20\d{2} )"
_TO = r"\s? [-–—] \s?"
_MONTH_DAY = Pattern(
    rf"""\b (?<! \d \s ) (?<! [snrt][tdh] \s of \s ) {_NAME} (?: \s | - )
    (?P<day> {_DAY} ) (?P<suffix> {_SUFFIX} )
    (?: (?P<to> {_TO} | \ (?: to | through ) \  ) (?P<last> {_DAY} ) {_SUFFIX} )?
    (?P<until> [-–—] (?= {_NAMES} ) )?
    (?! [\d:%] | \.\d | ,\d{{3}}\b | \s?[ap]\.?m\b | \s?percent )
    (?: (?P<comma> ,?\s | - ) (?P<year> {_YEAR} ) (?! [\d%] | ,\d | \.\d ) )?""",
    re.IGNORECASE,
)
_DAY_MONTH = Pattern(
    rf"""(?P<the> \b the \s )? (?<! [\d$£€.,:/-] ) (?P<day> {_DAY} ) (?P<suffix> {_SUFFIX} )
    (?: (?P<to> {_TO} ) (?P<last> {_DAY} ) {_SUFFIX} )?
    (?P<of> \s | \s of \s ) {_NAME} (?! [a-z] )
    (?: (?P<comma> ,?\s ) (?P<year> {_YEAR} ) (?! [\d%] | ,\d | \.\d ) )?""",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:every|each|last|next|this|that)\s$", re.IGNORECASE)
_MONTH_ALONE = Pattern(
    r"""\b (?: (?P<month> Jan | Feb | Aug | Sept? | Oct | Nov | Dec ) \.
    (?= \s [\d'’] | \s [a-z] | , )
    | (?P<dated> Jan | Feb | Mar | Apr | Jun | Jul | Aug | Sept? | Oct | Nov | Dec )
    (?= \s (?: 19 | 20 ) \d\d (?! [\w%] | [.,]\d ) ) )"""
)
_ISO = Pattern(
    r"""(?<! [\d/.-] ) (?P<year> 1[5-9]\d{2} | 20\d{2} ) (?P<sep> [-/] )
    (?P<month> 0?[1-9] | 1[0-2] ) (?P=sep) (?P<day> 0?[1-9] | [12]\d | 3[01] ) (?! [\d/-] )"""
)
_SLASHED = Pattern(
    r"""(?<! [\d/.-] ) (?P<first> \d{1,2} ) (?P<sep> [-/.] ) (?P<second> \d{1,2} ) (?P=sep)
    (?P<year> (?: 1[5-9] | 20 ) \d{2} | \d{2} ) (?! [\d/-] | \.\d )"""
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTHS = (
    *(name.lower() for name in _MONTHS),
    *(name[:3].lower() for name in _MONTHS),
    "sept",
)
"""The names as words in small letters, whole and short."""
_LONG_YEAR = 4


def _month(written: str) -> str | None:
    found: str | None = table("en/months").get(written.rstrip(".").capitalize())
    return found


def month_day(text: str) -> Iterator[Edit]:
    """The month first; each part stands for itself, so that each written word has its own.

    >>> [edit.said for edit in month_day("Sept. 11, 2001, and Aug. 3-5")]
    ['September', 'eleventh', 'two thousand one', 'August', 'third to fifth']
    """
    for match in _MONTH_DAY.finditer(text):
        name = _month(match["month"])
        if name is None or _is_verb(match):
            continue
        day = ordinal(int(match["day"]))
        if match["last"]:
            day += f" to {ordinal(int(match['last']))}"
        glued = text[match.end("month")] == "-"
        if glued and not match["year"] and match["day"] != match["day"].lstrip():
            continue
        yield _part(match, "month", name)
        if glued:
            yield Edit(match.end("month"), match.end("month") + 1, " ")
        yield Edit(match.start("day"), match.end("last" if match["last"] else "suffix"), day)
        if match["until"]:
            yield _part(match, "until", " to ")
        yield from _year(match)


def day_month(text: str) -> Iterator[Edit]:
    """The day first, as 'the fifth of March'.

    >>> [edit.said for edit in day_month("on 5 March 1987")]
    ['the fifth of', 'March', 'nineteen eighty-seven']
    """
    for match in _DAY_MONTH.finditer(text):
        name = _month(match["month"])
        if name is None or _is_verb(match):
            continue
        day = ordinal(int(match["day"]))
        if match["last"]:
            day += f" to {ordinal(int(match['last']))}"
        counted = _COUNTS.search(text[max(0, match.start() - 6) : match.start()])
        the = "" if match["the"] or counted else "the "
        of = "" if match["of"].strip() else " of"
        end = match.end("last" if match["last"] else "suffix")
        yield Edit(match.start("day"), end, f"{the}{day}{of}")
        yield _part(match, "month", name)
        yield from _year(match)


def month_alone(text: str) -> Iterator[Edit]:
    """A shortened month that no day follows, as in 'in Sept. 2001'.

    >>> [edit.said for edit in month_alone("in Sept. 2001 and Mar 2007")]
    ['September', 'March']
    """
    for match in _MONTH_ALONE.finditer(text):
        name = _month(match["month"] or match["dated"])
        if name:
            yield Edit(match.start(), match.end(), name)


def iso_date(text: str) -> Iterator[Edit]:
    """The year first.

    >>> [edit.said for edit in iso_date("2001-09-11, 2016/07/03")]
    ['the eleventh of September two thousand one', 'July third, twenty sixteen']
    """
    for match in _ISO.finditer(text):
        day, month = ordinal(int(match["day"])), _MONTHS[int(match["month"]) - 1]
        said = f"the {day} of {month}" if match["sep"] == "-" else f"{month} {day},"
        yield Edit(match.start(), match.end(), f"{said} {year(int(match['year']))}")


def slashed_date(text: str, *, day_first: bool) -> Iterator[Edit]:
    """Three numbers, in the order of the country; dots are nearly always the day first.

    >>> [edit.said for edit in slashed_date("3/4/2025", day_first=False)]
    ['March fourth, twenty twenty-five']
    >>> [edit.said for edit in slashed_date("3/4/2025", day_first=True)]
    ['the third of April twenty twenty-five']
    """
    for match in _SLASHED.finditer(text):
        if match["sep"] != "/" and len(match["year"]) < _LONG_YEAR:
            continue
        said = _numbered(match, day_first=day_first)
        if said:
            yield Edit(match.start(), match.end(), said)


american_date = partial(slashed_date, day_first=False)
british_date = partial(slashed_date, day_first=True)


def _numbered(match: re.Match[str], *, day_first: bool) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    months = len(_MONTHS)
    if first > months or (day_first and second <= months):
        day, month, day_first = first, second, True
    else:
        day, month = second, first
    if not (0 < month <= months and 0 < day <= 31):  # noqa: PLR2004 - the longest month
        return None
    when = year(int(match["year"])) if len(match["year"]) == _LONG_YEAR else _short(match["year"])
    if day_first:
        return f"the {ordinal(day)} of {_MONTHS[month - 1]} {when}"
    return f"{_MONTHS[month - 1]} {ordinal(day)}, {when}"


def _short(written: str) -> str:
    return f"oh {cardinal(int(written))}" if written[0] == "0" else cardinal(int(written))


def _is_verb(match: re.Match[str]) -> bool:
    """Whether 'may' or 'march' is more likely the verb: in small letters and without a year."""
    return match["month"] in {"may", "march", "mar"} and not match["year"]


def _part(match: re.Match[str], group: str, said: str) -> Edit:
    return Edit(match.start(group), match.end(group), said)


def _year(match: re.Match[str]) -> Iterator[Edit]:
    if match["year"]:
        if match["comma"] == "-":
            yield Edit(match.start("comma"), match.end("comma"), " ")
        yield _part(match, "year", year(int(match["year"])))
