"""Rules that Spanish, French and German share."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

NUMBER = r"(?: \d{1,3} (?: [.\u00a0\u202f ] \d{3} (?! \d ) )+ | \d+ ) (?: ,\d+ )?"
_DATE = Pattern(
    r"""(?<! [\d/.-] ) (?P<day> 0?[1-9] | [12]\d
    | 3[01] ) (?P<sep> [/.] ) (?P<month> 0?[1-9] | 1[0-2] )
    (?P=sep) (?P<year> (?: 1[5-9] | 20 ) \d{2} ) (?! [\d/] )"""
)
_PERFECT = re.compile(r"\s(?:\w+\s)?\w+(?:[aií]do|cho|sto|rto|elto)\b")
"""What makes 'ha' the Spanish verb, as in '2024 ha querido', and no hectares."""
_VOWEL = re.compile(r"[aeiouyhéèàâêîôû]", re.IGNORECASE)


def dates(text: str, *, language: str) -> Iterator[Edit]:
    """A date in numbers, the day first.

    >>> [edit.said for edit in dates("el 12/05/2024", language="es")]
    ['12 de mayo de 2024']
    """
    words = table(language)
    for match in _DATE.finditer(text):
        month = words["months"][int(match["month"]) - 1]
        day = day_name(int(match["day"]), language)
        said = words["date"].format(day=day, month=month, year=match["year"])
        yield Edit(match.start(), match.end(), said)


def day_name(day: int, language: str) -> str:
    """The day of a month, as its language writes it.

    >>> day_name(1, "fr"), day_name(3, "de")
    ('1er', '3.')
    """
    if language == "fr" and day == 1:
        return "1er"
    return f"{day}." if language == "de" else str(day)


def money(text: str, *, language: str) -> Iterator[Edit]:
    """A sum with its sign, before or behind.

    >>> [edit.said for edit in money("$5, 1,2 M€, 1 €", language="es")]
    ['5 dólares', '1,2 millones de euros', '1 euro']
    """
    words = table(language)
    for match in _money(language).finditer(text):
        number = match["number"] or match["first"]
        sign = match["sign"] or match["lead"]
        scale = match["scale"] or match["leadscale"]
        single = number in {"1", "1,0"}
        said = number
        name = words["currencies"][sign][0 if single and not scale else 1]
        if scale:
            large = words["scales"][scale][0 if _is_one(number, language) else 1]
            said += f" {large}"
            if large in words["scale_of"]:
                of = words["of_vowel"] if _VOWEL.match(name) else f"{words['of']} "
                name = f"{of if of.endswith(chr(39)) else f'{of.strip()} '}{name}"
        yield Edit(match.start(), match.end(), f"{said} {name}")


def _is_one(number: str, language: str) -> bool:
    """Whether a scale stays in the singular: French does below two."""
    whole, _, part = number.partition(",")
    return whole == "1" and (not part or language == "fr")


@cache
def _money(language: str) -> Pattern:
    words = table(language)
    signs = _any(words["currencies"])
    scales = _any(words["scales"])
    return Pattern(
        rf"""(?<! [\w.,$€£] ) (?: (?P<lead> {signs} ) \s? (?P<first> {NUMBER} ) (?: \s?
    (?P<leadscale> {scales} ) (?! \w ) )?
        | (?P<number> {NUMBER} ) (?: \s? (?P<scale> {scales} ) )? \s? (?P<sign> {signs} ) (?!
    [\w\d] ) )"""
    )


def units(text: str, *, language: str) -> Iterator[Edit]:
    """A number with a unit's sign.

    >>> [edit.said for edit in units("80 km/h, 1 kg", language="fr")]
    ['80 kilomètres-heure', '1 kilo']
    """
    names = table(language)["units"]
    for match in _units(language).finditer(text):
        if match["unit"] == "ha" and _PERFECT.match(text, match.end()):
            continue
        one = match["number"] in {"1", "1,0"}
        name = names[match["unit"]][0 if one else 1]
        yield Edit(match.start(), match.end(), f"{match['number']} {name}")


@cache
def _units(language: str) -> Pattern:
    return Pattern(
        rf"""(?<! [\w.,] ) (?P<number> {NUMBER} ) [\s\u00a0\u202f-]? (?P<unit>
    {_any(table(language)["units"])} )
        (?! [\w°²³/'’] | \.\w )"""
    )


def abbreviations(text: str, *, language: str) -> Iterator[Edit]:
    """What is shortened, in full.

    >>> [edit.said for edit in abbreviations("La Sra. Ruiz, de EE. UU.", language="es")]
    ['señora', 'Estados Unidos.']
    """
    words = table(language)
    for match in _abbreviations(language).finditer(text):
        counted = match[0] in words["before_number"]
        if counted and not text[match.end() : match.end() + 2].lstrip()[:1].isdecimal():
            continue
        said = words["abbreviations"][match[0]]
        if match[0].endswith(".") and not text[match.end() :].strip("\"'”’») "):
            said += "."
        yield Edit(match.start(), match.end(), said)


@cache
def _abbreviations(language: str) -> Pattern:
    return Pattern(rf"(?<! [\w.] ) (?: {_any(table(language)['abbreviations'])} ) (?! \w )")


def _any(words: dict[str, Any]) -> str:
    """A pattern for any of these, the longest first."""
    return " | ".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
