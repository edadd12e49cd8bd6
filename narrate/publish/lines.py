"""Breaks a sentence into pieces of at most two lines, where a reader would breathe.

A piece is what is shown at once. Lines are broken at white space, between the characters of
scripts written without it, and inside a word only where one is longer than a line. The work
is on places in the text as it stands, so that every piece and word keeps its time; text is
in logical order, so that right-to-left scripts need nothing of their own.
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .plain import RUN, encodable

COLUMNS = 42
"""Columns in a line: the usual measure of captions; a full-width character takes two."""

_CLAUSE_ENDS = frozenset(",;:!?…—–)]،؛؟、，；：。！？।")
_QUOTES = "\"'”’»」』"
_STICKS_TO_LAST = frozenset({"Pe", "Pf", "Po", "Pd", "Lm", "Mn", "Mc", "Me", "Cf", "Sk"})
_STICKS_TO_NEXT = frozenset({"Ps", "Pi", "Cf"})
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NEVER_APART = "\u00a0\u2007\u202f\u2060\ufeff"
_HANGUL = (("\u1100", "\u11ff"), ("\u3130", "\u318f"), ("\uac00", "\ud7af"))

_MID_CLAUSE = 30.0
_UNEVEN = 100.0
_A_PIECE = 10_000.0


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of the text that stays on one line."""

    start: int
    """Characters from the start of the text."""
    end: int
    """Characters, exclusive."""
    width: int
    """Columns."""
    gap: int
    """Columns of the space before it: 1 or 0."""
    closes: bool
    """Whether a clause ends with it."""


Line = tuple[Atom, ...]
Piece = tuple[Line, ...]


def width(text: str) -> int:
    """Columns that a text takes.

    >>> width("Tokyo"), width("東京")
    (5, 4)
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


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


def atoms(text: str, words: Sequence[int] = ()) -> tuple[Atom, ...]:
    """All of the text but its white space and control characters, cut where a line may end."""
    starts = frozenset(words)
    spans = [
        (start, end, first and number > 0)
        for number, run in enumerate(RUN.finditer(text))
        for start, end, first in _cut(text, run.span(), starts)
    ]
    return tuple(
        Atom(start, end, width(text[start:end]), int(gap), _closes(text[start:end]))
        for start, end, gap in spans
    )


def _cut(text: str, run: tuple[int, int], words: frozenset[int]) -> Iterator[tuple[int, int, bool]]:
    """The parts of a stretch, and whether each is its first."""
    start, end = run
    plain = text[start:end].isascii()
    inner = () if plain else (at for at in range(start + 1, end) if _may_break(text, at))
    for left, right in pairwise([start, *inner, end]):
        begin = left
        while width(text[begin:right]) > COLUMNS:
            cut = _forced_cut(text, begin, words)
            yield begin, cut, begin == start
            begin = cut
        yield begin, right, begin == start


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end between two characters with no space between them."""
    last, following = text[at - 1], text[at]
    if not (_unspaced(last) or _unspaced(following)) or following in _SMALL_KANA:
        return False
    before, after = unicodedata.category(last), unicodedata.category(following)
    if before == after == "Nd" or last in _NEVER_APART or following in _NEVER_APART:
        return False
    return before not in _STICKS_TO_NEXT and after not in _STICKS_TO_LAST


def _unspaced(char: str) -> bool:
    """Whether a character belongs to a script that does not space its words, or is a picture."""
    if char.isascii() or unicodedata.east_asian_width(char) not in "WF":
        return False
    return not any(first <= char <= last for first, last in _HANGUL)


def _forced_cut(text: str, start: int, words: frozenset[int]) -> int:
    """Where to cut a word that is longer than a line: at a word, else not inside a character."""
    columns = accumulate(width(char) for char in text[start : start + COLUMNS + 1])
    limit = start + sum(1 for taken in columns if taken <= COLUMNS)
    places = range(limit, start, -1)
    whole = (at for at in places if not _inside_character(text, at))
    return next((at for at in places if at in words), next(whole, limit))


def _inside_character(text: str, at: int) -> bool:
    joined = text[at - 1] == "\u200d"
    return joined or unicodedata.category(text[at]) in {"Mn", "Mc", "Me", "Cf", "Sk"}


def _closes(text: str) -> bool:
    return text.rstrip(_QUOTES)[-1:] in _CLAUSE_ENDS


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
            ragged = 0 if last.closes or end == len(parts) else _MID_CLAUSE
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
        (abs(upper - lower) + (upper > lower) + (0 if parts[at - 1].closes else 6), at)
        for at in range(1, len(parts))
        if (upper := _span(parts[:at])) <= COLUMNS and (lower := _span(parts[at:])) <= COLUMNS
    ]
    at = min(cuts)[1]
    return parts[:at], parts[at:]
