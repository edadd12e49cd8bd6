"""Roman numerals: 'Henry VIII', 'World War II', 'Chapter IV', and not 'Malcolm X' or 'I'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, ordinal
from narrate.spoken.patterns import Pattern
from narrate.spoken.roman import ROMAN, roman_value
from narrate.spoken.tables import table

_NUMERAL = Pattern(
    rf"""(?P<names> (?: [A-Z][\w'’.-]* [ ] ){{0,3}} ) (?P<word> [A-Za-z][\w'’-]* ) [ ]
    (?P<numeral> {ROMAN} )
    (?! [\w&] | \.\w | -\w | ['’]\w | \.[ ]?[,;:(] )"""
)
_WAR = Pattern(r"\b WW (?P<numeral> I{1,3} ) \b")
_ITEM = Pattern(r"\s* (?P<numeral> (?= [IVX]{2} ) X{0,2} (?: IX | IV | V?I{0,3} ) ) (?= [:.)] \s )")
_VERBS = Pattern(
    r"""[ ,] \s? (?: am | was | have | had | think | thought | do | did | don['’]t
    | can | could
    | will | would | want\w* | know | knew | feel | felt | went | saw | said | say | love\w*
    | like\w* | hope | were | are | got | never | just | really ) \b"""
)
_WORDS = {"XI", "VI", "LI", "XL", "LX", "XX", "XXX"}
"""Numerals that are more often something else: a name, a size."""
_TITLES = {"King", "Queen", "Pope", "Emperor", "Empress", "Tsar", "Czar", "Prince", "Princess", "Sultan", "Shah", "Pharaoh", "Patriarch"}  # fmt: skip


def world_wars(text: str) -> Iterator[Edit]:
    """The shortened world wars.

    >>> [edit.said for edit in world_wars("WWII and WWI")]
    ['World War Two', 'World War One']
    """
    for match in _WAR.finditer(text):
        said = cardinal(roman_value(match["numeral"])).capitalize()
        yield Edit(match.start(), match.end(), f"World War {said}")


def items(text: str) -> Iterator[Edit]:
    """A numeral that begins a line, as the number of what follows.

    >>> [edit.said for edit in items("III: The return")]
    ['three']
    """
    match = _ITEM.match(text)
    if match:
        yield Edit(
            match.start("numeral"), match.end("numeral"), cardinal(roman_value(match["numeral"]))
        )


def romans(text: str) -> Iterator[Edit]:
    """A numeral after a ruler's name, or after a word that is counted so.

    >>> [edit.said for edit in romans("Henry VIII, World War II, Chapter IV; Malcolm X and I")]
    ['the eighth', 'two', 'four']
    """
    for match in _NUMERAL.finditer(text):
        said = _said(match)
        if said:
            yield Edit(match.start("numeral"), match.end("numeral"), said)


def _said(match: re.Match[str]) -> str | None:
    word, numeral = match["word"], match["numeral"]
    value, names = roman_value(numeral), table("en/roman")
    dotted = match.string[match.end() : match.end() + 2] == ". "
    if dotted and len(numeral) == 1 and word.lower() not in names["counted"]:
        return None  # an initial
    if numeral[0] == "L" and word.lower() not in names["counted"]:
        return None
    if word.lower() in names["counted"] and (word[0].isupper() or len(numeral) > 1):
        return cardinal(value)
    verb = numeral == "I" and _VERBS.match(match.string, match.end())
    before = match["names"].split()
    if word in names["rulers"] or (word[0].isupper() and _TITLES.intersection(before)):
        return None if verb else f"the {ordinal(value)}"
    if len(numeral) == 1 or numeral in _WORDS or not word[0].isupper():
        return None
    if word in table("en/abbreviations")["starts"]:
        return None  # 'An IV drip'
    person = before and before[0] in names["given"] and value < 6  # noqa: PLR2004 - sons and grandsons
    return f"the {ordinal(value)}" if person else cardinal(value)
