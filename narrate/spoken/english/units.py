"""A number with a unit's sign: '5km', '3,000 sq. ft.', '25C', '65 mph', '4,507/km²'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.counted import are_counted
from narrate.spoken.english.following import is_end
from narrate.spoken.english.numbers import cardinal, decimal
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_NUMBER = r"(?: \d{1,3} (?: ,\d{3} )+ | \d+ ) (?: \.\d+ )? | \.\d+"
_UNIT = Pattern(
    rf"""(?<! [\w.$£€] ) (?<! \d/ ) (?P<low> {_NUMBER} )
    (?: (?P<to> \s? [-–—] \s? | \ to \  ) (?P<high> {_NUMBER} ) )?
    (?P<gap> [\s-]? ) (?P<scale> (?: thousand | million | billion | trillion ) \s )?
    (?P<unit> (?: sq | cu ) \.? \s? [a-zA-Z]{{1,2}} \b \.? | fl\.? \s oz \b \.? | [°º] [CFK]? \b
      | m\.p\.[hg] \b \.? | k\.p\.h \b \.? | [°º℃℉] | [A-Za-zµμ]{{1,4}} [23²³]? )
    (?P<per> / (?: sq\.?\  )? [A-Za-z]{{1,4}} [23²³]? )?
    (?! [\w°] | /[^\d] | &\w | ['’](?!s\b)\w | -?[A-Z\d] | \.\w ) (?P<dot> \. )?"""
)
_PER_UNIT = Pattern(
    r"(?<= [\da-z] ) / (?P<unit> (?: km|mi|m|cm|ft)[²³23] | kg | lb | ml | mL | L | kWh | MWh ) \b"
)
_METRES = Pattern(
    r"""\s (?: tall | long | wide | deep | high | away | race | sprint | hurdles
    | relay
    | freestyle | butterfly | breaststroke | backstroke | medley | dash | final | above | below
    | pool | from | sq ) \b"""
)
_RACE = Pattern(
    r"\s (?: race | sprint | hurdles | relay | freestyle | butterfly | dash | final | medley ) \b"
)
_DETERMINER = Pattern(
    r"\b (?: an? | the | this | that | his | her | its | their | \w+['’]s ) \s $", re.IGNORECASE
)
_SUPER = str.maketrans({"²": "2", "³": "3"})
_WEATHER = 3
"""Digits that a temperature may have."""


def units(text: str) -> Iterator[Edit]:
    """A number with a unit's sign.

    >>> [edit.said for edit in units("5 km, a 5km race, 3,000 sq. ft. of it, 25C, 4,507/km²")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['five kilometers', 'five kilometer', 'three thousand square feet',
     'twenty-five degrees Celsius']
    """
    for match in _UNIT.finditer(text):
        names = _names(match)
        if names:
            yield Edit(match.start(), _end(match), f"{_amount(match)} {_name(match, names)}")


def per_units(text: str) -> Iterator[Edit]:
    """A number for each unit.

    >>> [edit.said for edit in per_units("4,507/km²")]
    [' per square kilometer']
    """
    for match in _PER_UNIT.finditer(text):
        names = table("en/units").get(match["unit"].translate(_SUPER))
        if names:
            yield Edit(match.start(), match.end(), f" per {names[0]}")


def _written(match: re.Match[str]) -> str:
    """The sign as it stands in the table."""
    bare = match["unit"].replace(".", "").translate(_SUPER)
    return re.sub(r"^(sq|cu|fl)\s?", r"\1 ", bare)


def _names(match: re.Match[str]) -> list[str] | None:
    """One and many of the unit, if a unit is meant."""
    known, unsure = table("en/units"), table("en/unsure_units")
    written = _written(match)
    names: list[str] | None = known.get(written)
    if names is None and written.isupper() and len(written) > 1:
        names = known.get(written.lower())
    if names is None or match["per"] or not any(written in group for group in unsure.values()):
        return names
    if written == "in":  # the preposition, unless a dot inside the sentence shortens it
        return names if match["dot"] and _end(match) == match.end() else None
    place = "spaced" if match["gap"] == " " else "touching"
    return names if written in unsure[place] and _is_sure(match, written) else None


def _is_sure(match: re.Match[str], written: str) -> bool:
    """Whether a unit of one letter is meant, by what stands around it."""
    if written == "m":  # metres or millions
        if _METRES.match(match.string, match.end()) or match["gap"] == " ":
            return True
        return "." not in match["low"] and not are_counted(match.string, match.end())
    if written in {"C", "F"}:
        return len(match["low"]) <= _WEATHER and match["low"][0] != "0"
    return True


def _amount(match: re.Match[str]) -> str:
    """The number; distances of a race are said in hundreds."""
    hundreds, rest = divmod(int(re.sub(r"\D", "", match["low"])[:9]), 100)
    race = _written(match) == "m" and not rest and 10 < hundreds < 20  # noqa: PLR2004 - 1,100 to 1,900
    said = f"{cardinal(hundreds)} hundred" if race else decimal(match["low"])
    if match["high"]:
        said += f" to {decimal(match['high'])}"
    return f"{said} {match['scale'].strip()}" if match["scale"] else said


def _name(match: re.Match[str], names: list[str]) -> str:
    alone = not match["high"] and not match["scale"]
    one = match["low"] in {"1", "1.0"} and alone
    name = names[0] if one or _before_noun(match) else names[1]
    if not match["per"]:
        return name
    each = match["per"][1:].translate(_SUPER)
    return f"{name} per {table('en/units').get(each, [each])[0]}"


def _before_noun(match: re.Match[str]) -> bool:
    """Whether the measure stands before what is so long or heavy: 'a 5km race'."""
    if match["gap"] == "-" or _RACE.match(match.string, match.end()):
        return True
    noun = re.match(r" ([a-z]+)", match.string[match.end() :])
    if not noun or noun[1] in table("en/after_sum") or noun[1] in table("en/after_measure"):
        return False
    return _DETERMINER.compiled.search(match.string[: match.start()][-24:]) is not None


def _end(match: re.Match[str]) -> int:
    """Where the measure ends: a dot belongs to it unless it also ends the sentence."""
    if not match["dot"]:
        return match.end()
    capital = match.string[match.end() :].lstrip(" \"'”’)")[:1].isupper()
    return match.end() - 1 if capital or is_end(match.string, match.end()) else match.end()
