"""Telephone numbers and other numbers said digit by digit."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import digits
from narrate.spoken.patterns import Pattern

_SEP = r"[-.\s]"
_AMERICAN = Pattern(
    r"""(?<! [\w.,$£€/-] ) (?: (?P<country> \+?1 ) [-.\s]? )? (?: \( (?P<area> \d{3} )
    \) [-.\s]? | (?P<plain> \d{3} ) [-.] )
    (?P<rest> \d{3} [-.] \d{4} (?: - \d{1,5} )? ) (?! [\d/] | [.,-]\d )
    | (?<! [\w.-] ) (?P<toll> \+?1? [-.\s]? 8(?:00|33|44|55|66|77|88) ) [-.\s] (?P<words>
    [A-Z0-9]{1,7} (?: - [A-Z0-9]{1,7} ){0,4} ) \b"""
)
_ABROAD = Pattern(
    r"""(?<! [\w.,$-] ) (?: \+ \d{1,3} | 0 \d{1,4} ) (?: \s? \( 0? \d{0,4} \) )? (?:
    [-\s] \d{2,5} ){1,5} (?! [\w/] | [.,-]\d )"""
)
_LOCAL = Pattern(
    r"""(?<! [\w.,$£€/-] ) (?P<first> [2-9]\d{2} ) - (?P<last> \d{4} ) (?! [\w/%-]
    | [.,]\d | \s [a-z]+s \b )"""
)
_ADDRESS = Pattern(r"(?<! [\w.] ) \d{1,3} (?: \. \d{1,3} ){3} (?! [\w] | \.\d )")
_SOCIAL = Pattern(r"(?<! [\w.,-] ) \d{3} - \d{2} - \d{4} (?! [\w-] )")
_SHORT = Pattern(
    r"""(?P<before> \b (?: call(?:s|ed|ing)? | dial(?:s|l?ed|l?ing)?
    | phon(?:e|ed|ing) | text(?:ed|ing)? | rang | ring | to | via | an? | the ) \s )?
    (?<! [\w.,$£€/-] ) (?P<number> 911 | 999 | 112 | 988 | 311 | 211 | 411 | 511 | 101 | 111
    | 119 ) (?! \w | [,.]\d | - | % )
    (?P<after> \s (?: calls? | callers? | dispatch\w* | operators? | cent(?:er|re)s? | emergency
    | system | tapes? | recordings? | lifeline | hotline | line | number ) \b )?""",
    re.IGNORECASE,
)
EMERGENCY = ("911", "999", "112", "988", "311", "211", "411", "511", "101", "111", "119")
"""What the text must have one of for `emergency` to find anything."""
_ENDING = Pattern(
    r"\b (?: ending | ends | ended ) \s (?: in | with ) \s (?P<number> \d{3,6} ) (?! [\w.,]\w )"
)


def phone_numbers(text: str) -> Iterator[Edit]:
    """American numbers.

    >>> [edit.said for edit in phone_numbers("1-800-273-8255 or (212) 555-0123")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['one, eight hundred, two seven three, eight two five five',
     'two one two, five five five, zero one two three']
    """
    for match in _AMERICAN.finditer(text):
        if match["toll"]:
            first = re.sub(r"\D", "", match["toll"])
            parts = [*([first[0]] if len(first) > 3 else []), first[-3:]]  # noqa: PLR2004 - an area
            words = " ".join(_dialled(part) for part in match["words"].split("-"))
            if not re.search(r"[A-Z]{2}", match["words"]):
                continue
            said = ", ".join([*(_group(part) for part in parts), words])
        else:
            groups = [match["area"] or match["plain"], *re.split(r"[-.]", match["rest"])]
            said = ", ".join(_group(part) for part in groups)
            if match["country"]:
                plus = "plus " if match["country"][0] == "+" else ""
                said = f"{plus}one, {said}"
        yield Edit(match.start(), match.end(), said)


def local_numbers(text: str) -> Iterator[Edit]:
    """American numbers without their area.

    >>> [edit.said for edit in local_numbers("Call 555-1234, not 500-1000 people")]
    ['five five five, one two three four']
    """
    for match in _LOCAL.finditer(text):
        if not match["last"].endswith("00"):
            said = f"{digits(match['first'])}, {digits(match['last'])}"
            yield Edit(match.start("first"), match.end(), said)


def phones_abroad(text: str) -> Iterator[Edit]:
    """Numbers with a country's code, or a nought before the area.

    >>> [edit.said for edit in phones_abroad("+44 20 7946 0958")]
    ['plus four four, two zero, seven nine four six, zero nine five eight']
    """
    for match in _ABROAD.finditer(text):
        if sum(map(str.isdecimal, match[0])) < 8:  # noqa: PLR2004 - too short to dial
            continue
        groups = re.findall(r"\d+", match[0])
        said = ", ".join(digits(group) for group in groups)
        yield Edit(match.start(), match.end(), f"plus {said}" if match[0][0] == "+" else said)


def addresses(text: str) -> Iterator[Edit]:
    """Four numbers with dots: a machine's address on the internet.

    >>> [edit.said for edit in addresses("10.0.0.1")]
    ['one zero dot zero dot zero dot one']
    """
    for match in _ADDRESS.finditer(text):
        said = " dot ".join(digits(part) for part in match[0].split("."))
        yield Edit(match.start(), match.end(), said)


def account_numbers(text: str) -> Iterator[Edit]:
    """Social security numbers, and the last digits of a card.

    >>> [edit.said for edit in account_numbers("078-05-1120, ending in 8876")]
    ['zero seven eight, zero five, one one two zero', 'eight eight seven six']
    """
    for match in _SOCIAL.finditer(text):
        said = ", ".join(digits(part) for part in match[0].split("-"))
        yield Edit(match.start(), match.end(), said)
    for match in _ENDING.finditer(text):
        yield Edit(match.start("number"), match.end("number"), digits(match["number"]))


def emergency(text: str) -> Iterator[Edit]:
    """The short numbers that call for help.

    >>> [edit.said for edit in emergency("call 911; 911 people; a 999 call")]
    ['nine one one', 'nine nine nine']
    """
    for match in _SHORT.finditer(text):
        calls = match["before"] and match["before"].strip().lower() not in {
            "to",
            "via",
            "a",
            "an",
            "the",
        }
        if calls or match["after"]:
            yield Edit(match.start("number"), match.end("number"), digits(match["number"]))


def _group(part: str) -> str:
    return "eight hundred" if part == "800" else digits(part)


def _dialled(part: str) -> str:
    return digits(part) if part.isdecimal() else part
