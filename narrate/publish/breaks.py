"""Where a line of text may end, and how well it would.

Lines are broken at white space, between the characters of scripts written without it, and
inside a word only where one is longer than a line.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .plain import RUN

COLUMNS = 42
"""Columns in a line: the usual measure of captions; a full-width character takes two."""

_CLAUSE_ENDS = frozenset(",;:!?…—–)]،؛؟、，；：。！？।")
_QUOTES = "\"'”’»」』"
_STICKS_TO_LAST = frozenset({"Pe", "Pf", "Po", "Pd", "Lm", "Mn", "Mc", "Me", "Cf", "Sk"})
_STICKS_TO_NEXT = frozenset({"Ps", "Pi", "Cf"})
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NEVER_APART = "\u00a0\u2007\u202f\u2060\ufeff"
_HANGUL = (("\u1100", "\u11ff"), ("\u3130", "\u318f"), ("\uac00", "\ud7af"))

_MID_CLAUSE, _SHORT_WORD, _TIED = 30, 40, 60
_SHORT = 3


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
    strain: int
    """How ill a line ends with it: 0 where a clause ends, up to 60."""


def width(text: str) -> int:
    """Columns that a text takes.

    >>> width("Tokyo"), width("東京")
    (5, 4)
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def atoms(text: str, words: Sequence[int] = ()) -> tuple[Atom, ...]:
    """All of the text but its white space and control characters, cut where a line may end."""
    starts = frozenset(words)
    spans = [
        (start, end, first and number > 0)
        for number, run in enumerate(RUN.finditer(text))
        for start, end, first in _cut(text, run.span(), starts)
    ]
    parts = [text[start:end] for start, end, _ in spans]
    return tuple(
        Atom(start, end, width(part), int(gap), _strain(part, following))
        for (start, end, gap), part, following in zip(spans, parts, [*parts, ""][1:], strict=True)
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


def _strain(last: str, following: str) -> int:
    """How ill a line ends between two words, judged without knowing the language.

    Worst are a number parted from what it counts, a date at its comma, an abbreviation from
    its name, and a dash at the head of a line; next a short word, mostly an article or a
    preposition, parted from its noun.

    >>> _strain("said,", "and"), _strain("council", "said"), _strain("March", "3,")
    (0, 30, 30)
    >>> _strain("the", "council"), _strain("3,", "2027"), _strain("Dr.", "Lee")
    (40, 60, 60)
    """
    word = last.rstrip(_QUOTES)
    end, head = word[-1:], following[:1]
    if end.isdigit() or head in "—–" or (end == "." and not head.islower()):
        return _TIED
    if end in _CLAUSE_ENDS:
        return _TIED if word[-2:-1].isdigit() and head.isdigit() else 0
    return _SHORT_WORD if len(last) <= _SHORT and last.isalpha() else _MID_CLAUSE
