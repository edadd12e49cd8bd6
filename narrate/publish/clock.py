"""Times as files write them: whole milliseconds, in order.

Every file beside the audio rounds through `milliseconds`, so that captions, chapters, tags
and the manifest agree to the last digit.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache


def milliseconds(seconds: float) -> int:
    """The nearest whole millisecond; never turns the order of two times round.

    >>> milliseconds(1.23456)
    1235
    """
    return round(seconds * 1000)


def rounded(seconds: float) -> float:
    """Seconds with at most three decimals; rounding twice changes nothing.

    >>> rounded(1.23456)
    1.235
    """
    return milliseconds(seconds) / 1000


def stamp(time: int, mark: str = ".") -> str:
    """`hh:mm:ss.ttt` from milliseconds; SRT wants a comma for its `mark`.

    >>> stamp(3_723_004)
    '01:02:03.004'
    """
    seconds, thousandths = divmod(time, 1000)
    return f"{_clock(seconds)}{mark}{thousandths:03}"


def shown(seconds: int) -> str:
    """A time as players show it, from whole seconds: hours only where there are any.

    Durations are rounded to them; a place to begin at is cut, so as not to begin after it.

    >>> shown(65), shown(3725)
    ('1:05', '1:02:05')
    """
    return _clock(seconds).removeprefix("00:").removeprefix("0")


@lru_cache(4096)
def _clock(seconds: int) -> str:
    """Hours, minutes and seconds; several files tell the same ones in turn."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"


def spread(bounds: Sequence[int]) -> list[int]:
    """Bounds at least a millisecond apart; the first stays, the last too where there is room.

    >>> spread([0, 5, 5, 5])
    [0, 3, 4, 5]
    """
    room = len(bounds) - 1
    last = max(bounds[-1], bounds[0] + room)
    out = [bounds[0]]
    for place, bound in enumerate(bounds[1:], start=1):
        out.append(min(max(bound, out[-1] + 1), last - (room - place)))
    return out


def in_turn(spans: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
    """Spans of seconds as milliseconds: none is empty, none begins before the last has ended.

    >>> in_turn([(0.0, 0.0), (0.0, 0.5)])
    [(0, 1), (1, 500)]
    """
    out: list[tuple[int, int]] = []
    floor = 0
    for start, end in spans:
        begin = max(milliseconds(start), floor)
        floor = max(milliseconds(end), begin + 1)
        out.append((begin, floor))
    return out
