"""Where a line of text may end, and how well it would.

Lines are broken at white space, between the characters of scripts written without it, and
inside a word only where one is longer than a line.
"""

import re
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

_PERHAPS_WIDE = re.compile("[^\x00-\u10ff\u1160-\u2319]")
"""No character outside is full-width, so that most texts are quickly told not to have any."""

_MID_CLAUSE, _SHORT_WORD, _TIED = 30, 40, 60
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Atoms:
    """The stretches of a text that stay on one line each, by their numbers.

    Four lists beside each other, not a record a stretch: an article has thousands.
    """

    text: str
    starts: list[int]
    """Characters from the start of the text."""
    ends: list[int]
    """Characters, exclusive."""
    left: list[int]
    """The column at which each begins, were the text on one line with single spaces."""
    right: list[int]
    """The column at which each ends."""

    def __len__(self) -> int:
        return len(self.starts)

    def strain(self, number: int) -> int:
        """How ill a line ends with a stretch: 0 where a clause ends, up to 60."""
        last = self.text[self.starts[number] : self.ends[number]]
        begins = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return _strain(last, self.text[begins : begins + 1])


def width(text: str) -> int:
    """Columns that a text takes.

    >>> width("Tokyo"), width("東京")
    (5, 4)
    """
    return len(text) + sum(
        unicodedata.east_asian_width(char) in "WF" for char in _PERHAPS_WIDE.findall(text)
    )


def atoms(text: str, words: Sequence[int] = ()) -> Atoms:
    """All of the text but its white space and control characters, cut where a line may end."""
    spans, narrow = _spans(text, words)
    left, right, column, last = [], [], 0, spans[0][0] if spans else 0
    for start, end in spans:
        column += start > last
        left.append(column)
        column += end - start if narrow else width(text[start:end])
        right.append(column)
        last = end
    return Atoms(text, [start for start, _ in spans], [end for _, end in spans], left, right)


def starts(text: str) -> list[int]:
    """Where the stretches begin."""
    return [start for start, _ in _spans(text, ())[0]]


def _spans(text: str, words: Sequence[int]) -> tuple[list[tuple[int, int]], bool]:
    """Where each stretch begins and ends, and whether every character takes one column."""
    spans = [run.span() for run in RUN.finditer(text)]
    narrow = not _PERHAPS_WIDE.search(text)
    if not narrow or any(end - start > COLUMNS for start, end in spans):
        begins = frozenset(words)
        spans = [part for run in spans for part in _cut(text, run, begins)]
    return spans, narrow


def _cut(text: str, run: tuple[int, int], words: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The parts of a stretch without white space."""
    start, end = run
    plain = text[start:end].isascii()
    inner = () if plain else (at for at in range(start + 1, end) if _may_break(text, at))
    for left, right in pairwise([start, *inner, end]):
        begin = left
        while width(text[begin:right]) > COLUMNS:
            cut = _forced_cut(text, begin, words)
            yield begin, cut
            begin = cut
        yield begin, right


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
    return width(char) > 1 and not any(first <= char <= last for first, last in _HANGUL)


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
