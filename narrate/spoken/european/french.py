"""What only French has: '2e', 'XXIe siècle', 'Louis XIV'."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern
from narrate.spoken.roman import ROMAN, roman_value
from narrate.spoken.step import Step
from narrate.spoken.tables import table

_ORDINAL = Pattern(
    rf"""(?<! [\w.,-] ) (?: (?P<number> \d{{1,2}} )
    | (?P<numeral> (?! L ) {ROMAN} ) ) (?P<ending> e | è | ème | er | re | ᵉ ) (?! \w )"""
)
_KING = Pattern(
    rf"\b (?P<name> [A-ZÉ][\w-]+ ) \s (?P<numeral> {ROMAN} ) (?P<first> er )? (?! [\w'’-] )"
)
_SMALL = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
    "dix-neuf",
)  # fmt: skip
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def cardinal(number: int) -> str:
    """A number under a hundred.

    >>> [cardinal(n) for n in (21, 71, 80, 91)]
    ['vingt et un', 'soixante et onze', 'quatre-vingt', 'quatre-vingt-onze']
    """
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    if tens in {7, 9}:
        tens, ones = tens - 1, ones + 10
    if not ones:
        return _TENS[tens]
    joint = " et " if ones in {1, 11} and tens != 8 else "-"  # noqa: PLR2004 - quatre-vingt-un
    return f"{_TENS[tens]}{joint}{_SMALL[ones]}"


def ordinal(number: int) -> str:
    """A place in a row.

    >>> [ordinal(n) for n in (1, 2, 5, 9, 21)]
    ['premier', 'deuxième', 'cinquième', 'neuvième', 'vingt et unième']
    """
    if number == 1:
        return "premier"
    words = cardinal(number)
    if words.endswith("cinq"):
        return f"{words}uième"
    if words.endswith("neuf"):
        return f"{words[:-1]}vième"
    return f"{words.removesuffix('e')}ième"


def ordinals(text: str) -> Iterator[Edit]:
    """A place in a row, in digits or as a century.

    'Le' is the article, and not the fiftieth.

    >>> [edit.said for edit in ordinals("Le 2e étage, au XXIe siècle, la 1re")]
    ['deuxième', 'vingt et unième', 'première']
    """
    for match in _ORDINAL.finditer(text):
        number = int(match["number"]) if match["number"] else roman_value(match["numeral"])
        first = match["ending"] in {"er", "re"}
        if first != (number == 1) or not number:
            continue
        yield Edit(
            match.start(), match.end(), "première" if match["ending"] == "re" else ordinal(number)
        )


def kings(text: str) -> Iterator[Edit]:
    """A ruler's number: the first is 'premier', the others are counted.

    >>> [edit.said for edit in kings("Louis XIV et François Ier")]
    ['quatorze', 'premier']
    """
    for match in _KING.finditer(text):
        if match["name"] in table("fr")["rulers"]:
            number = roman_value(match["numeral"])
            said = "premier" if number == 1 else cardinal(number)
            yield Edit(match.start("numeral"), match.end(), said)


def steps() -> tuple[Step, ...]:
    """The steps that only French has."""
    return (
        Step("ruler", kings, ("IVX",)),
        Step("ordinal", ordinals, ("eè",)),
    )
