"""Breaks a sentence into pieces of at most two lines, where a reader would breathe.

A piece is what is shown at once. The work is on places in the text as it stands, so that
every piece and word keeps its time; text is in logical order, so that right-to-left scripts
need nothing of their own.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from .breaks import COLUMNS, Atom, atoms
from .plain import encodable

Line = tuple[Atom, ...]
Piece = tuple[Line, ...]

_UNEVEN = 100.0
_STRAIN_A_COLUMN = 2
_A_PIECE = 10_000.0


def show(text: str, line: Line) -> str:
    r"""The line as it is read.

    >>> [show("one\n two", line) for piece in pieces("one\n two") for line in piece]
    ['one two']
    """
    parts = ((" " if atom.gap else "") + text[atom.start : atom.end] for atom in line)
    return encodable("".join(parts).removeprefix(" "))


def pieces(text: str, words: Sequence[int] = ()) -> tuple[Piece, ...]:
    """The text in pieces of one or two lines; none where there is nothing to show.

    `words` are the places where words begin: an overlong run of a script that does not
    space its words is broken at one of them where possible.
    """
    parts = atoms(text, words)
    bounds = _bounds(parts) if parts else [0]
    return tuple(_lines(parts[start:end]) for start, end in pairwise(bounds))


def _bounds(parts: Sequence[Atom]) -> list[int]:
    """Where pieces begin and the last one ends: as few as can be, even, at the ends of clauses."""
    far = _reach(parts)
    if far[0] == len(parts):
        return [0, len(parts)]
    count, place = 0, 0
    while place < len(parts):
        count, place = count + 1, far[place]
    ideal = _span(parts) / count
    best = [(0.0, 0), *[(math.inf, 0)] * len(parts)]
    for start, limit in enumerate(far):
        columns = -parts[start].gap
        for end in range(start + 1, limit + 1):
            last = parts[end - 1]
            columns += last.gap + last.width
            uneven = (columns - ideal) / ideal
            ragged = last.strain if end < len(parts) else 0
            cost = best[start][0] + _A_PIECE + _UNEVEN * uneven * uneven + ragged
            best[end] = min(best[end], (cost, start))
    return _walk_back(best)


def _walk_back(best: Sequence[tuple[float, int]]) -> list[int]:
    bounds = [len(best) - 1]
    while bounds[-1]:
        bounds.append(best[bounds[-1]][1])
    return bounds[::-1]


def _reach(parts: Sequence[Atom]) -> list[int]:
    """For every atom, how far a piece of two lines that begins with it can go."""
    line = [0] * (len(parts) + 1)
    end, columns = 0, 0
    for start in range(len(parts)):
        while end < len(parts):
            more = parts[end].width + (parts[end].gap if end > start else 0)
            if columns + more > COLUMNS:
                break
            end, columns = end + 1, columns + more
        line[start] = end
        columns -= parts[start].width + (parts[start + 1].gap if end > start + 1 else 0)
    line[len(parts)] = len(parts)
    return [line[end] for end in line[:-1]]


def _span(parts: Sequence[Atom]) -> int:
    return sum(atom.width + atom.gap for atom in parts) - parts[0].gap


def _lines(parts: tuple[Atom, ...]) -> Piece:
    """One line, or two of about the same length, the lower one rather the longer."""
    if _span(parts) <= COLUMNS:
        return (parts,)
    cuts = [
        (abs(upper - lower) + (upper > lower) + parts[at - 1].strain / _STRAIN_A_COLUMN, at)
        for at in range(1, len(parts))
        if (upper := _span(parts[:at])) <= COLUMNS and (lower := _span(parts[at:])) <= COLUMNS
    ]
    at = min(cuts)[1]
    return parts[:at], parts[at:]
