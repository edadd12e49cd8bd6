"""Breaks a sentence into pieces of at most two lines, where a reader would breathe.

A piece is what is shown at once. The work is on places in the text as it stands, so that
every piece and word keeps its time; text is in logical order, so that right-to-left scripts
need nothing of their own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from .breaks import COLUMNS, Atoms, atoms
from .plain import one_line

Line = tuple[int, int]
"""Where a line begins and ends in its text: characters, the end exclusive."""
Piece = tuple[Line, ...]

_UNEVEN = 100.0
_STRAIN_A_COLUMN = 2


def show(text: str, line: Line) -> str:
    r"""The line as it is read.

    >>> [show("one\n two", line) for piece in pieces("one\n two") for line in piece]
    ['one two']
    """
    return one_line(text[slice(*line)])


def pieces(text: str, words: Sequence[int] = ()) -> tuple[Piece, ...]:
    """The text in pieces of one or two lines; none where there is nothing to show.

    `words` are the places where words begin: an overlong run of a script that does not
    space its words is broken at one of them where possible.
    """
    parts = atoms(text, words)
    if not parts:
        return ()
    return tuple(_lines(parts, start, end) for start, end in pairwise(_bounds(parts)))


def _bounds(parts: Atoms) -> list[int]:
    """Where pieces begin and the last one ends: as few as can be, even, at the ends of clauses.

    With as few pieces as can be, each bound lies between the place that leaves no more than
    the later pieces hold and the one that the earlier pieces just reach. Only those are tried.
    """
    latest = [0]
    while latest[-1] < len(parts):
        latest.append(_reach(parts, latest[-1]))
    if len(latest) <= 2:  # noqa: PLR2004 - the two ends of one piece
        return latest
    earliest = [len(parts)]
    while len(earliest) < len(latest) - 1:
        earliest.append(_reach_back(parts, earliest[-1]))
    ideal = parts.right[-1] / (len(latest) - 1)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for low, high in zip(reversed(earliest), latest[1:], strict=True):
        before = [(start, _reach(parts, start), *known) for start, known in best.items()]
        best = {
            end: min(
                (cost + _cost(parts, start, end, ideal), (*bounds, end))
                for start, reach, cost, bounds in before
                if start < end <= reach
            )
            for end in range(low, high + 1)
        }
    return list(best[len(parts)][1])


def _cost(parts: Atoms, start: int, end: int, ideal: float) -> float:
    """How ill a piece stands there: longer or shorter than the others, or parting a clause."""
    uneven = (parts.right[end - 1] - parts.left[start] - ideal) / ideal
    return _UNEVEN * uneven * uneven + (parts.strain(end - 1) if end < len(parts) else 0)


def _reach(parts: Atoms, start: int) -> int:
    """How far a piece of two lines that begins with an atom can go."""
    for _ in range(2):
        if start < len(parts):
            start = bisect_right(parts.right, parts.left[start] + COLUMNS)
    return start


def _reach_back(parts: Atoms, end: int) -> int:
    """Where a piece of two lines that ends before an atom can begin at the earliest."""
    for _ in range(2):
        if end:
            end = bisect_left(parts.left, parts.right[end - 1] - COLUMNS)
    return end


def _lines(parts: Atoms, start: int, end: int) -> Piece:
    """One line, or two of about the same length, the lower one rather the longer."""
    first, last = parts.left[start], parts.right[end - 1]
    if last - first <= COLUMNS:
        return ((parts.starts[start], parts.ends[end - 1]),)
    low = bisect_left(parts.left, last - COLUMNS)
    high = bisect_right(parts.right, first + COLUMNS)
    at = min(range(low, high + 1), key=lambda at: _unlike(parts, (first, last), at))
    return (parts.starts[start], parts.ends[at - 1]), (parts.starts[at], parts.ends[end - 1])


def _unlike(parts: Atoms, ends: tuple[int, int], at: int) -> float:
    """How ill two lines stand, of which the second begins with an atom."""
    upper, lower = parts.right[at - 1] - ends[0], ends[1] - parts.left[at]
    return abs(upper - lower) + (upper > lower) + parts.strain(at - 1) / _STRAIN_A_COLUMN
