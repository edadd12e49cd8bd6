"""Lengths and large counts: '6ft 2in', '10,000-meter', '1.5m people', '2.5x', '3x5'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.counted import are_counted
from narrate.spoken.english.numbers import cardinal, decimal
from narrate.spoken.patterns import Pattern

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
_HYPHEN = Pattern(
    r"""(?<! [\w.,-] ) (?P<number> \d{1,3} (?: ,\d{3} )+
    | \d+\.\d+ ) (?P<hyphen> - ) (?= [a-z] )"""
)
_LARGE = Pattern(
    rf"""(?<! [\w.,$£€-] ) (?P<number> {_NUMBER} ) \s? (?P<scale> bn | tn | trn | mn
    | mln | k | K | m | M ) \b (?! [-'’.&/][\w] )"""
)
_TIMES = Pattern(rf"(?<! [\w.,$-] ) (?P<number> (?! 0 [x×] ) {_NUMBER} ) [x×] (?! \w )")
_BY = Pattern(r"(?<= \d ) (?<! \b 0 ) \s? [x×] \s? (?= \d )")
_SCALES = {"bn": "billion", "tn": "trillion", "trn": "trillion", "k": "thousand", "K": "thousand"}


def heights(text: str) -> Iterator[Edit]:
    r"""Feet with inches.

    >>> [edit.said for edit in heights("5'10\" tall, 6ft 2in, 6-foot-4")]
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
            if not are_counted(text, match.end()):
                continue
            name = "million"
        elif scale == "K" and not are_counted(text, match.end()):
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
