"""What only Spanish has: '1º', '2.ª', 'Felipe VI', '15.30 h'."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern
from narrate.spoken.roman import ROMAN, roman_value
from narrate.spoken.step import Step
from narrate.spoken.tables import table

_ORDINAL = Pattern(
    r"(?<! [\w.,] ) (?P<number> 10 | [1-9] ) \.? (?P<gender> [ºª°] | er ) (?! [\wC] )"
)
_KING = Pattern(rf"\b (?P<name> [A-ZÁÉÍÓÚ]\w+ ) \s (?P<numeral> {ROMAN} ) (?! [\w'’-] )")
_HOUR = Pattern(
    r"""(?<! [\d.,] ) (?P<hour> [01]?\d | 2[0-4] ) [.:] (?P<minute> [0-5]\d ) \s?
    (?P<unit> h | horas ) \b (?: \. (?= \s [a-z] ) )?"""
)


def ordinals(text: str) -> Iterator[Edit]:
    """A place in a row, by its gender.

    >>> [edit.said for edit in ordinals("el 1º, la 2.ª y el 3er")]
    ['primero', 'segunda', 'tercer']
    """
    names = table("es")["ordinals"]
    for match in _ORDINAL.finditer(text):
        said = names[int(match["number"])]
        if match["gender"] == "ª":
            said = f"{said[:-1]}a"
        elif match["gender"] == "er":
            said = said[:-1]
        yield Edit(match.start(), match.end(), said)


def kings(text: str) -> Iterator[Edit]:
    """A ruler's number: in words of place up to ten, of count above.

    >>> [edit.said for edit in kings("Felipe VI, Isabel II y Alfonso XIII")]
    ['sexto', 'segunda', '13']
    """
    words = table("es")
    for match in _KING.finditer(text):
        number = roman_value(match["numeral"])
        if match["name"] not in words["rulers"]:
            continue
        said = words["ordinals"][number] if number <= 10 else str(number)  # noqa: PLR2004 - as spoken
        if match["name"] in {"Isabel", "Catalina"} and said[-1] == "o":
            said = f"{said[:-1]}a"
        yield Edit(match.start("numeral"), match.end(), said)


def hours(text: str) -> Iterator[Edit]:
    """A time with its unit.

    >>> [edit.said for edit in hours("a las 15.30 h y a las 9:00 horas")]
    ['15 30 horas', '9 horas']
    """
    for match in _HOUR.finditer(text):
        minute = "" if match["minute"] == "00" else f" {match['minute']}"
        yield Edit(match.start(), match.end(), f"{int(match['hour'])}{minute} horas")


def steps() -> tuple[Step, ...]:
    """The steps that only Spanish has."""
    return (
        Step("time", hours, ("0123456789", "h")),
        Step("ordinal", ordinals, ("0123456789", "ºª°e")),
        Step("ruler", kings, ("IVX",)),
    )
