"""Where a very long sentence is cut: at the end of a clause, never inside a number or a name."""

from collections.abc import Iterator

from narrate.spoken.patterns import Pattern

LONGEST = 500
"""Characters; about half a minute of speech."""
_SHORTEST = 40
_CUTS = (
    Pattern(r"[;；] (?: ['\"”’)]* ) \s*"),
    Pattern(r"(?: \s [—–] \s? | — | :\s | ： )"),
    Pattern(
        r""", ['\"”’)]* \s+ (?= (?: and | but | or | which | who | while | where | when
    | because | although | as | so | y | pero | que | et | mais | qui | und | aber | die
    | der ) \b ) | [，、،؛]\s*"""
    ),
    Pattern(r"(?<! \d ) , ['\"”’)]* \s+ (?! \d | [A-Z] )"),
    Pattern(r", ['\"”’)]* \s+ (?! \d )"),
    Pattern(r"(?<! [A-Z\d] ) (?<= [a-z] ) \s+ (?= [a-z] )"),
    Pattern(r"\s+ (?! \d )"),
)


def cut(sentence: str) -> list[str]:
    """The sentence, or where it is too long its clauses.

    >>> cut("It rained.")
    ['It rained.']
    >>> [len(part) < 500 for part in cut("It rained, and it rained, and " * 20)]
    [True, True]
    """
    if len(sentence) <= LONGEST:
        return [sentence] if sentence else []
    for pattern in _CUTS:
        place = _best(sentence, list(_places(sentence, pattern)))
        if place:
            return [*cut(sentence[:place].rstrip()), *cut(sentence[place:].lstrip())]
    return [sentence[at : at + LONGEST] for at in range(0, len(sentence), LONGEST)]


def _places(sentence: str, pattern: Pattern) -> Iterator[int]:
    for match in pattern.finditer(sentence):
        if _SHORTEST <= match.end() <= len(sentence) - _SHORTEST:
            yield match.end()


def _best(sentence: str, places: list[int]) -> int:
    """The place nearest to the middle, or 0."""
    return min(places, key=lambda place: abs(place - len(sentence) / 2), default=0)
