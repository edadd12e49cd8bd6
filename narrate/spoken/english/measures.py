"""Measures: '10,000-meter', '5km', '3,000 sq. ft.', "5'10\"", '25C', '65 mph', '1.5m people'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, decimal
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_NUMBER = r"(?: \d{1,3} (?: ,\d{3} )+ | \d+ ) (?: \.\d+ )? | \.\d+"
_TO = r"\s? [-–—] \s? | \ to \ "
_FEET = Pattern(
    r"""(?<! [\w.,'’/] ) (?P<feet> [1-9]\d? ) (?: ['’′] \s? | (?: \s? ft\.?
    | -f(?:oo|ee)t ) [\s-] )
    (?P<inches> \d{1,2} (?: \.\d | ½ )? ) (?P<mark> \s? (?: ["”″] | '' | ’’ | in \b\.?
    | inch(?:es)? ) )? (?! [\w%] | ,\d )"""
)
_PRIME = Pattern(
    r"""(?<! ["“\w.] ) (?P<number> \d+ (?: \.\d+ )? ) (?P<mark> ″ | " (?= \s [a-z] | $ ) )"""
)
_UNIT = Pattern(
    rf"""(?<! [\w.$£€] ) (?<! \d/ ) (?P<low> {_NUMBER} ) (?: (?P<to> {_TO} ) (?P<high> {_NUMBER}
    ) )?
    (?P<gap> [\s-]? ) (?P<scale> (?: thousand | million | billion | trillion ) \s )?
    (?P<unit> (?: sq | cu ) \.? \s? [a-zA-Z]{{1,2}} \b \.? | fl\.? \s oz \b \.? | [°º] [CFK]? \b
    | [°º℃℉]
      | [A-Za-zµμ]{{1,4}}[23²³]? )
    (?P<per> / (?: sq\.?\ )? [A-Za-z]{{1,4}}[23²³]? )? (?! [\w°] | /[^\d] | &\w | ['’](?!s\b)\w
    | -?[A-Z\d] | \.\w )
    (?P<dot> \. )?"""
)
_PER_UNIT = Pattern(
    r"(?<= [\da-z] ) / (?P<unit> (?: km|mi|m|cm|ft)[²³23] | kg | lb | ml | mL | L | kWh | MWh ) \b"
)
_HYPHEN = Pattern(
    r"""(?<! [\w.,-] ) (?P<number> \d{1,3} (?: ,\d{3} )+
    | \d+\.\d+ ) (?P<hyphen> - ) (?= [a-z] )"""
)
_LARGE = Pattern(
    rf"""(?<! [\w.,$£€-] ) (?P<number> {_NUMBER} ) \s? (?P<scale> bn | tn | trn | mn
    | mln | k | K | m | M ) \b (?! [-'’.&/][\w] )"""
)
_TIMES = Pattern(rf"(?<! [\w.,$-] ) (?P<number> {_NUMBER} ) [x×] (?! \w )")
_BY = Pattern(r"(?<= \d ) \s? [x×] \s? (?= \d )")
_SUPER = str.maketrans({"²": "2", "³": "3"})
_SCALES = {"bn": "billion", "tn": "trillion", "trn": "trillion", "k": "thousand", "K": "thousand"}
_UNSURE = {
    "s", "h", "d", "l", "L", "g", "m", "in", "st", "C", "F", "V", "W", "pt", "mo", "ac", "mt",
    "Mt", "MP", "mi", "ms", "PB", "kt", "pp", "bp", "oz", "hp", "min", "sec", "cal", "TB",
}  # fmt: skip
_MAY_TOUCH = {
    "C",
    "F",
    "V",
    "W",
    "g",
    "L",
    "l",
    "m",
    "mi",
    "oz",
    "hp",
    "min",
    "sec",
    "cal",
    "TB",
    "ms",
    "MP",
    "pp",
    "bp",
    "kt",
}
_SPACED = {"mi", "oz", "hp", "min", "sec", "pp", "pt", "cal", "TB", "ms", "m", "g"}
"""Short units that are taken as such even with a space before them."""


def heights(text: str) -> Iterator[Edit]:
    """Feet with inches.

    >>> [edit.said for edit in heights("5'10\\" tall, 6ft 2in, 6-foot-4")]
    ['five foot ten', 'six foot two', 'six foot four']
    """
    for match in _FEET.finditer(text):
        inches = match["inches"]
        if float(inches.rstrip("½")) >= 12:  # noqa: PLR2004 - a foot
            continue
        said = decimal(inches.rstrip("½")) + (" and a half" if inches.endswith("½") else "")
        yield Edit(match.start(), match.end(), f"{cardinal(int(match['feet']))} foot {said}")


def inch_marks(text: str) -> Iterator[Edit]:
    """A number with the sign for inches.

    >>> [edit.said for edit in inch_marks('a 12" pipe')]
    ['twelve inch']
    """
    for match in _PRIME.finditer(text):
        if text.count('"', 0, match.start()) % 2 == 1:
            continue
        noun = re.match(r" (?!in\b|of\b|and\b|or\b|by\b|long\b|wide\b)[a-z]", text[match.end() :])
        name = "inch" if noun or match["number"] == "1" else "inches"
        yield Edit(match.start(), match.end(), f"{decimal(match['number'])} {name}")


def units(text: str) -> Iterator[Edit]:
    """A number with a unit's sign.

    >>> [edit.said for edit in units("5 km, a 5km race, 3,000 sq. ft. of it, 25C, 4,507/km²")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['five kilometers', 'five kilometer', 'three thousand square feet',
     'twenty-five degrees Celsius']
    """
    for match in _UNIT.finditer(text):
        names = _names(match)
        if names is None:
            continue
        one = match["low"] in {"1", "1.0"} and not match["high"] and not match["scale"]
        name = names[0] if one or _before_noun(text, match) else names[1]
        said = _number(match)
        if match["high"]:
            said += f" to {decimal(match['high'])}"
        if match["scale"]:
            said += f" {match['scale'].strip()}"
        yield Edit(match.start(), _end(text, match), f"{said} {name}{_per(match)}")


def per_units(text: str) -> Iterator[Edit]:
    """A number for each unit.

    >>> [edit.said for edit in per_units("4,507/km²")]
    [' per square kilometer']
    """
    for match in _PER_UNIT.finditer(text):
        names = table("en/units").get(match["unit"].translate(_SUPER))
        if names:
            yield Edit(match.start(), match.end(), f" per {names[0]}")


def hyphens(text: str) -> Iterator[Edit]:
    """A large number tied to what it counts, which a voice reads digit by digit.

    >>> [edit.said for edit in hyphens("the 10,000-meter final")]
    ['ten thousand ']
    """
    for match in _HYPHEN.finditer(text):
        yield Edit(match.start(), match.end(), f"{decimal(match['number'])} ")


def large(text: str) -> Iterator[Edit]:
    """Millions and thousands in one letter, where people or things are counted.

    >>> [edit.said for edit in large("1.5m people, 40k followers, 2bn")]
    ['one point five million', 'forty thousand', 'two billion']
    """
    for match in _LARGE.finditer(text):
        scale = match["scale"]
        if scale in {"m", "M", "mn", "mln"}:
            if not _counted(text, match):
                continue
            name = "million"
        elif scale == "K" and not _counted(text, match):
            continue
        else:
            name = _SCALES[scale]
        yield Edit(match.start(), match.end(), f"{decimal(match['number'])} {name}")


def times_more(text: str) -> Iterator[Edit]:
    """How many times over.

    >>> [edit.said for edit in times_more("up 2.5x on last year")]
    ['two point five times']
    """
    for match in _TIMES.finditer(text):
        yield Edit(match.start(), match.end(), f"{decimal(match['number'])} times")


def by_sign(text: str) -> Iterator[Edit]:
    """One length by another.

    >>> [edit.said for edit in by_sign("a 3x5 card")]
    [' by ']
    """
    for match in _BY.finditer(text):
        yield Edit(match.start(), match.end(), " by ")


def _names(match: re.Match[str]) -> list[str] | None:
    written = re.sub(r"\.", "", match["unit"]).translate(_SUPER)
    written = re.sub(r"^(sq|cu|fl)\s?", r"\1 ", written)
    names: list[str] | None = table("en/units").get(written)
    if names is None and written.isupper():
        names = table("en/units").get(written.lower()) if len(written) > 1 else None
    if names is None or written not in _UNSURE or match["per"]:
        return names
    if written == "in" and match["dot"] and _end(match.string, match) == match.end():
        return names
    if match["gap"] == " " and written not in _SPACED:
        return None
    return names if written in _MAY_TOUCH and _sure(match, written) else None


def _sure(match: re.Match[str], written: str) -> bool:
    """Whether a unit of one or two letters is meant, by what stands around it."""
    following = match.string[match.end() : match.end() + 12]
    if written == "m":
        counts = _counted(match.string, match) or ("." in match["low"] and match["gap"] == "")
        return bool(_METRES.match(following)) or (match["gap"] == " " or not counts)
    if written == "in":
        return match["gap"] == "-"
    if written == "s":
        return False
    if written in {"C", "F"}:
        return match["gap"] == "" and len(match["low"]) <= 3 and not match["low"].startswith("0")  # noqa: PLR2004 - weather
    return True


_METRES = Pattern(
    r"\s (?: tall | long | wide | deep | high | away | race | sprint | hurdles | relay | freestyle"
    r" | butterfly | breaststroke | backstroke | medley | dash | final | above | below | pool | from | sq )"
)
_COUNTED = Pattern(r"[ ] (?: [a-z]+ (?:-[a-z]+)? [ ] )? (?: people | [a-z]{3,} (?<! s ) s ) \b")
_NOT_NOUNS = Pattern(
    r"[ ] (?: is | was | has | as | this | its | his | across | less | plus | always | yes ) \b"
)


def _counted(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    return bool(_COUNTED.match(text, end)) and not _NOT_NOUNS.match(text, end)


def _before_noun(text: str, match: re.Match[str]) -> bool:
    """Whether the measure stands before what is so long or heavy: 'a 5km race'."""
    if match["gap"] == "-":
        return True
    noun = re.match(r" ([a-z]+)", text[match.end() :])
    if (
        not noun
        or noun[1] in table("en/after_sum")
        or noun[1]
        in {
            "tall",
            "long",
            "wide",
            "deep",
            "high",
            "away",
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "old",
            "wind",
            "winds",
            "sustained",
        }
    ):
        return False
    before = re.search(
        r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\w+['’]s)\s$",
        text[: match.start()][-24:],
    )
    return before is not None


def _per(match: re.Match[str]) -> str:
    if not match["per"]:
        return ""
    written = match["per"][1:].translate(_SUPER)
    names = table("en/units").get(written)
    return f" per {names[0] if names else written}"


def _number(match: re.Match[str]) -> str:
    """The number; distances of a race are said in hundreds."""
    low = int(re.sub(r"\D", "", match["low"]))
    if match["unit"] == "m" and low % 100 == 0 and 1000 < low < 2000 and "." not in match["low"]:  # noqa: PLR2004
        return f"{cardinal(low // 100)} hundred"
    return decimal(match["low"])


def _end(text: str, match: re.Match[str]) -> int:
    """Where the measure ends: a dot belongs to it unless it also ends the sentence."""
    if not match["dot"]:
        return match.end()
    rest = text[match.end() :].lstrip(" ")
    last = not rest or rest[0].isupper() or rest[0] in "\"'”’)"
    return match.end() - 1 if last else match.end()
