"""Years, decades, eras and quarters: '1984', 'the 1990s', "'90s", '2023-24', '44 BC', 'Q3'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, decade, ordinal, year
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_DECADE = Pattern(
    r"""(?<! [\d.,$£€] ) (?: (?P<long> 1[1-9]\d0 | 20\d0 ) ['’]? (?: \s s | s )
      | (?: ['’‘] (?P<short> [1-9]0 ) ['’]? s | (?<! \w ) (?P<bare> [2-9]0 ) ['’]? s ) ) \b"""
)
_DECADES = Pattern(
    r"""\b (?P<low> (?: 1[1-9]|20 )? \d0 ) s \s? [-–—] \s? ['’‘]? (?P<high> (?:
    1[1-9]|20 )? \d0 ) s \b"""
)
_SPAN = Pattern(
    r"""(?<! [\d.,$£€/:-] ) (?P<low> 1[1-9]\d{2} | 20\d{2} ) (?P<gap> [-–—/] )
    (?P<high> 1[1-9]\d{2} | 20\d{2} | \d{2} ) (?! [\d%°] | [.,:/-]\d | s\b )"""
)
_APOSTROPHE = Pattern(
    r"(?<! \w ) ['’‘] (?P<year> \d{2} ) (?! [\w'’] | \s? (?: feet | ft | inch | ° ) )"
)
_ERA = Pattern(
    r"""(?<! [\d.,$] ) (?P<year> \d{1,4} ) (?P<gap> \s )
    (?P<era> B\.?C\.?E | BC | B\.C | AD | A\.D | C\.E | CE ) \b (?P<dot> \.? )"""
)
_YEAR = Pattern(
    r"""(?<! [\w.,$£€¥/:#+–] ) (?<! \d- ) (?<! \w['’] ) (?P<year> 1[1-9]\d{2}
    | 20\d{2} | 10[1-9]\d )
    (?! \w | [.,:]\d | [-–]\d | / | % | ° | \s? (?: % | ° ) | ['’]\d )"""
)
_BEFORE = Pattern(
    r"""(?: \b (?: No | Nos | numbers? | nearly | almost | over | exceeding | channel
    | room
        | flight | highway | route | bus | train | extension | ext | box | page | lot | PO | unit
        | roughly | approximately ) \.? \s ) $""",
    re.IGNORECASE,
)
_NEXT = Pattern(r"[ -] (?P<word> [a-zµ°²³]+ (?: ['’] [a-z]+ )? )")
_QUARTER = Pattern(
    r"""(?<! \w ) (?: Q (?P<first> [1-4] ) (?: (?P<gap> \s ['’]?
    | ['’] ) (?P<year> 20\d{2} | [12]\d ) (?! [\d%] | \.\d ) )?
      | FY (?P<gap2> \s? ['’]? ) (?P<fiscal> 20\d{2} | \d{2} ) (?! [\d%] | \.\d )
      | (?P<second> [1-4] ) Q (?P<short> \d{2} ) ) \b"""
)


def decades(text: str) -> Iterator[Edit]:
    """Ten years.

    >>> [edit.said for edit in decades("the 1990s, the '80s and the 2000s")]
    ['nineteen nineties', 'eighties', 'two thousands']
    """
    for match in _DECADE.finditer(text):
        number = int(match["long"] or match["short"] or match["bare"])
        yield Edit(match.start(), match.end(), decade(number))


def decade_spans(text: str) -> Iterator[Edit]:
    """From one decade to another.

    >>> [edit.said for edit in decade_spans("the 1960s-80s")]
    ['nineteen sixties to eighties']
    """
    for match in _DECADES.finditer(text):
        low, high = (decade(int(match[name])) for name in ("low", "high"))
        yield Edit(match.start(), match.end(), f"{low} to {high}")


def spans(text: str) -> Iterator[Edit]:
    """From one year to another, the second often short.

    >>> [edit.said for edit in spans("1939-1945 and 2023-24")]
    ['nineteen thirty-nine to nineteen forty-five', 'twenty twenty-three to twenty-four']
    """
    for match in _SPAN.finditer(text):
        low, high = int(match["low"]), int(match["high"])
        short = len(match["high"]) == 2  # noqa: PLR2004 - two digits
        if (short and high <= low % 100) or _counts(text, match.end()):
            continue
        end = (cardinal(high) if high > 9 else f"oh {cardinal(high)}") if short else year(high)  # noqa: PLR2004 - one digit
        joint = " " if match["gap"] == "/" else " to "
        yield Edit(match.start(), match.end(), f"{year(low)}{joint}{end}")


def short_years(text: str) -> Iterator[Edit]:
    """A year without its century.

    >>> [edit.said for edit in short_years("the Class of '98, and of '05")]
    ['ninety-eight', 'oh five']
    """
    for match in _APOSTROPHE.finditer(text):
        number = int(match["year"])
        said = cardinal(number) if number > 9 else f"oh {cardinal(number)}"  # noqa: PLR2004 - one digit
        yield Edit(match.start(), match.end(), said)


def eras(text: str) -> Iterator[Edit]:
    """Before Christ and after.

    >>> [edit.said for edit in eras("from 44 BC to 340 A.D.")]
    ['forty-four', 'B.C.', 'three forty', 'A.D.']
    """
    for match in _ERA.finditer(text):
        number, era = int(match["year"]), match["era"].replace(".", "")
        said = _early(number) if number > 99 else cardinal(number)  # noqa: PLR2004 - two digits
        yield Edit(match.start("year"), match.end("year"), said)
        yield Edit(match.start("era"), match.end(), ".".join(era) + ".")


def quarters(text: str) -> Iterator[Edit]:
    """A quarter of a business year, where its year stands with it.

    >>> [edit.said for edit in quarters("Q3 2024, 2Q22, FY24")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['the third quarter of twenty twenty-four', 'the second quarter of twenty twenty-two',
     'fiscal year twenty twenty-four']
    """
    for match in _QUARTER.finditer(text):
        written = match["year"] or match["short"] or match["fiscal"]
        if written:
            full = int(written) if len(written) > 2 else 2000 + int(written)  # noqa: PLR2004 - two digits
            number = int(match["first"] or match["second"] or 0)
            what = f"the {ordinal(number)} quarter of" if number else "fiscal year"
            yield Edit(match.start(), match.end(), f"{what} {year(full)}")


def years(text: str) -> Iterator[Edit]:
    """A number of four digits without a comma, unless things are counted with it.

    >>> [edit.said for edit in years("In 1984, 1500 people left for 2008.")]
    ['nineteen eighty-four', 'two thousand eight']
    """
    for match in _YEAR.finditer(text):
        if _counts(text, match.end()) or _BEFORE.compiled.search(text[: match.start()][-16:]):
            continue
        yield Edit(match.start(), match.end(), year(int(match["year"])))


def _counts(text: str, end: int) -> bool:
    """Whether the number is followed by what it counts: 'people', 'pages', 'km'."""
    following = _NEXT.match(text, end)
    if not following:
        return False
    word = following["word"]
    if word in table("en/units") or word in table("en/counted"):
        return word not in {"in", "s", "h", "d", "ms", "m", "g", "st"}
    return False


def _early(number: int) -> str:
    century, rest = divmod(number, 100)
    if number > 999 or not rest:  # noqa: PLR2004 - three digits
        return year(number)
    return f"{cardinal(century)} {cardinal(rest) if rest > 9 else f'oh {cardinal(rest)}'}"  # noqa: PLR2004 - one digit
