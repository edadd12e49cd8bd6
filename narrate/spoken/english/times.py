"""Times of day, zones and durations: '3:30 p.m. ET', '10am–5pm', '18:00', '2:04:37'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_HALF = r"(?: \s? (?: [ap]m | [AP]M | [ap]\.m\b\.? | [AP]\.M\b\.? ) (?! [\w] ) )"
_CLOCK = r"(?: [01]?\d | 2[0-4] )"
_TO = r"\s? [-–—] \s?"
_RANGE = Pattern(
    rf"""(?<! [\d:$£€/-] ) (?<! \d[.,] ) (?P<low> {_CLOCK} (?: [:.][0-5]\d )? )
    (?P<half> {_HALF} )? (?P<to> {_TO} )
    (?P<high> {_CLOCK} (?: [:.][0-5]\d )? ) (?P<end> {_HALF} )"""
)
_CLOCK_RANGE = Pattern(
    rf"""(?<! [\d:$/-] ) (?<! \d[.,] ) (?P<low> {_CLOCK} :[0-5]\d ) (?P<to> {_TO} )
    (?P<high> {_CLOCK} :[0-5]\d ) (?! [:\d] )"""
)
_TIME = Pattern(
    rf"""(?<! [\d:$£€/-] ) (?<! \d[.,] ) (?P<time> (?P<hour> {_CLOCK} ) (?: (?P<sep>
    [:.] ) (?P<minute> [0-5]\d ) )? )
    (?P<half> {_HALF} )"""
)
_BARE = Pattern(
    rf"""(?<! [\d:$£€/] ) (?<! \d[.,] ) (?<! \d- ) (?P<hour> {_CLOCK} ) : (?P<minute>
    [0-5]\d ) (?! [:\d] | \.\d )
    (?P<military> \s? (?: hours | hrs? ) \b )?"""
)
_LONG = Pattern(
    r"""(?<! [\d:.,] ) (?P<hours> \d{1,2} ) : (?P<minutes> [0-5]\d ) : (?P<seconds>
    [0-5]\d ) (?P<part> \.\d+ )? (?! [:\d] )"""
)
_ZONE = Pattern(r"(?<= [\dm.Mnt] \s ) (?P<zone> [ECMP]T | Eastern\ Time ) (?! [\w&] | \.\w )")
_MILITARY = Pattern(
    r"""(?<! [\w.,$:-] ) (?P<hour> [01]\d
    | 2[0-3] ) (?P<minute> [0-5]\d ) (?= \s? (?: hours | hrs | GMT | UTC | Zulu | BST | CET
    | IST ) \b )"""
)
AFTER_MILITARY = ("hours", "hrs", "gmt", "utc", "zulu", "bst", "cet", "ist", "0a", "0A")
"""Marks of which a text with a military time has one."""
_RATIO = Pattern(r"(?<! [\d:.,] ) (?P<low> \d{1,3} ) : (?P<high> \d ) (?! [:\d] | \.\d )")
_STROKE = Pattern(r"(?<= [A-Za-z.] ) / (?= \d{1,2} (?: :\d\d )? \s? [AaPp]\.?[Mm] \b )")
_NOON = 12
_ONE_DIGIT = 10


def halves(text: str) -> Iterator[Edit]:
    """A time with its half of the day.

    >>> [edit.said for edit in halves("5pm, 3:30 p.m. and 9.05am")]
    ['five', ' p.m.', 'three thirty', ' p.m.', 'nine oh five', ' a.m.']
    """
    for match in _TIME.finditer(text):
        if match["sep"] == "." and text[match.end() : match.end() + 8].startswith(" people"):
            continue
        yield Edit(match.start("time"), match.end("time"), _clock(match["time"]))
        half = _half(match["half"])
        if text[match.end() : match.end() + 1] == ".":  # the sentence's own
            half = half[:-1]
        yield Edit(match.start("half"), match.end("half"), half)


def strokes(text: str) -> Iterator[Edit]:
    """A stroke between two times.

    >>> [edit.said for edit in strokes("at 8 p.m./7 p.m. Central")]
    [', ']
    """
    for match in _STROKE.finditer(text):
        yield Edit(match.start(), match.end(), ", ")


def time_ranges(text: str) -> Iterator[Edit]:
    """From one time to another.

    >>> [edit.said for edit in time_ranges("10am–5pm and 7-9:30 p.m.")]
    ['ten a.m. to five p.m.', 'seven to nine thirty p.m.']
    """
    for match in _RANGE.finditer(text):
        low = _clock(match["low"]) + (_half(match["half"]) if match["half"] else "")
        said = f"{low} to {_clock(match['high'])}{_half(match['end'])}"
        if text[match.end() : match.end() + 1] == ".":
            said = said[:-1]
        yield Edit(match.start(), match.end(), said)


def clock_ranges(text: str) -> Iterator[Edit]:
    """From one time to another, on the clock of twenty-four hours.

    >>> [edit.said for edit in clock_ranges("from 10:00-12:30")]
    [' to ']
    """
    for match in _CLOCK_RANGE.finditer(text):
        yield Edit(match.start("to"), match.end("to"), " to ")


def durations(text: str) -> Iterator[Edit]:
    """Hours, minutes and seconds.

    >>> [edit.said for edit in durations("She ran it in 2:04:37.")]
    ['two hours four minutes and thirty-seven seconds']
    """
    for match in _LONG.finditer(text):
        parts = [(int(match[name]), name) for name in ("hours", "minutes", "seconds")]
        said = [f"{cardinal(n)} {name if n != 1 else name[:-1]}" for n, name in parts]
        if match["part"]:
            continue
        yield Edit(match.start(), match.end(), f"{said[0]} {said[1]} and {said[2]}")


def clocks(text: str) -> Iterator[Edit]:
    """A time by itself.

    >>> [edit.said for edit in clocks("at 10:05, 18:00 GMT, 15:30 and 7:00")]
    ['ten oh five', 'eighteen hundred', 'fifteen thirty', "seven o'clock"]
    """
    for match in _BARE.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"])
        if match["military"] and not minute:
            said = f"{_oh(match['hour'])} hundred hours"
        elif minute:
            said = _clock(f"{hour}:{match['minute']}")
        elif 0 < hour <= _NOON:
            said = f"{cardinal(hour)} o'clock"
        else:
            said = f"{cardinal(hour)} hundred" if hour else "midnight"
        yield Edit(match.start(), match.end(), said)


def military(text: str) -> Iterator[Edit]:
    """Four digits that 'hours' or a zone follows.

    >>> [edit.said for edit in military("at 0600 GMT and 1745 hours")]
    ['oh six hundred', 'seventeen forty-five']
    """
    for match in _MILITARY.finditer(text):
        minute = "hundred" if match["minute"] == "00" else _oh(match["minute"])
        yield Edit(match.start(), match.end(), f"{_oh(match['hour'])} {minute}")


def zones(text: str) -> Iterator[Edit]:
    """American zones, after a time.

    >>> [edit.said for edit in zones("at 3:30 p.m. ET tonight")]
    ['Eastern']
    """
    for match in _ZONE.finditer(text):
        name = table("en/zones").get(match["zone"])
        before = text[max(0, match.start() - 24) : match.start()]
        if name and _TIMED.search(before):
            yield Edit(match.start(), match.end(), name)


_TIMED = Pattern(
    r"(?: [ap]\.?m\.? | \d:\d\d | \b(?:noon|midnight) | o['’]clock | \d ) \s $", re.IGNORECASE
)


def ratios(text: str) -> Iterator[Edit]:
    """One number to another.

    >>> [edit.said for edit in ratios("outnumbered 3:1")]
    ['three to one']
    """
    for match in _RATIO.finditer(text):
        said = f"{cardinal(int(match['low']))} to {cardinal(int(match['high']))}"
        yield Edit(match.start(), match.end(), said)


def _clock(written: str) -> str:
    """An hour, with minutes or without."""
    hour, _, minute = written.replace(".", ":").partition(":")
    said = cardinal(int(hour))
    return said if minute in ("", "00") else f"{said} {_oh(minute)}"


def _oh(two: str) -> str:
    number = int(two)
    return f"oh {cardinal(number)}" if number < _ONE_DIGIT and two[0] == "0" else cardinal(number)


def _half(written: str) -> str:
    letter = written.strip()[0].lower()
    return f" {letter}.m."
