"""Roman numerals: 'Henry VIII', 'World War II', 'Chapter IV', and not 'Malcolm X' or 'I'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, ordinal
from narrate.spoken.patterns import Pattern
from narrate.spoken.roman import ROMAN, roman_value
from narrate.spoken.tables import table

_NUMERAL = Pattern(
    rf"""(?<! \w ) (?P<names> (?: [A-Z][\w'’.-]* [ ] ){{0,3}} ) (?P<word> [A-Za-z][\w'’-]* ) [ ]
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
_GRANDSON = 5
_TITLES = frozenset(
    ("King", "Queen", "Pope", "Emperor", "Empress", "Tsar", "Czar", "Prince", "Princess",
     "Sultan", "Shah", "Pharaoh", "Patriarch")
)  # fmt: skip


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
    if word.lower() in names["counted"] and (word[0].isupper() or len(numeral) > 1):
        return cardinal(value)
    initial = len(numeral) == 1 and match.string[match.end() : match.end() + 2] == ". "
    if not word[0].isupper():
        return cardinal(value) if "II" in numeral else None  # no word or name is written so
    if numeral[0] == "L" or initial:
        return None
    before = match["names"].split()
    if word in names["rulers"] or _TITLES.intersection(before):
        verb = numeral == "I" and _VERBS.match(match.string, match.end())
        return None if verb else f"the {ordinal(value)}"
    return _otherwise(word, numeral, before)


def _otherwise(word: str, numeral: str, before: list[str]) -> str | None:
    """After a name that is no ruler's: a person's son or grandson, or a thing's number."""
    starts = word in table("en/abbreviations")["starts"]  # 'An IV drip'
    if len(numeral) == 1 or numeral in _WORDS or starts:
        return None
    value = roman_value(numeral)
    if before and before[0] in table("en/roman")["given"] and value <= _GRANDSON:
        return f"the {ordinal(value)}"
    return cardinal(value)
