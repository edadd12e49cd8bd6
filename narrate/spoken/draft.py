"""A text being rewritten, that never loses track of where each piece came from.

A step proposes `Edit`s to the text as it stands; the draft carries them out and keeps,
for every stretch that was changed, the stretch of the written text that it stands for.
Everything between two changed stretches is as written, character for character. So any
number of steps, one after another, still leave each written word with the words in
which it is said.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple


class Edit(NamedTuple):
    """Say `said` instead of `now[start:end]` of the draft as it stands."""

    start: int
    end: int
    said: str


class Span(NamedTuple):
    """A changed stretch: what was written there, and what is said for it."""

    start: int
    """Characters from the start of the written text."""
    end: int
    """Characters, exclusive."""
    said_start: int
    """Characters from the start of the text as it stands."""
    said_end: int
    """Characters, exclusive."""
    final: bool = False
    """Whether no later step may touch it, as what a lexicon says."""

    def moved(self, characters: int) -> "Span":
        """The same stretch, so much further on in the text as it stands."""
        if not characters:
            return self
        return self._replace(
            said_start=self.said_start + characters, said_end=self.said_end + characters
        )


class _Group(NamedTuple):
    """Edits that become one changed stretch, in the text as it stood before them."""

    low: int
    high: int
    first: int
    """The first of the old spans that it takes in."""
    last: int
    """The last of them, exclusive."""
    growth: int
    """By how many characters the text grows."""


_said_start = attrgetter("said_start")
_said_end = attrgetter("said_end")


class Draft:
    """The written text, the text as it stands, and the changed stretches in order.

    >>> draft = Draft("Gov. Ann Lee won $2m.")
    >>> draft.edit([Edit(0, 4, "Governor"), Edit(17, 20, "two million dollars")])
    True
    >>> draft.now
    'Governor Ann Lee won two million dollars.'
    >>> [draft.text[span.start : span.end] for span in draft.spans]
    ['Gov.', '$2m']
    """

    __slots__ = ("now", "spans", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.now = text
        self.spans: list[Span] = []

    def edit(self, edits: Iterable[Edit], *, final: bool = False) -> bool:
        """Carry out changes that are in order and apart; tell whether any was made.

        A change that would alter nothing, or that touches what is final, is left out.
        """
        wanted = [edit for edit in sorted(edits) if self._may(edit)]
        if wanted:
            self.spans, self.now = self._respanned(wanted, final=final), self._rewritten(wanted)
        return bool(wanted)

    def _may(self, edit: Edit) -> bool:
        if self.now[edit.start : edit.end] == edit.said:
            return False
        first, last = self._touched(edit)
        return not any(span.final for span in self.spans[first:last])

    def _touched(self, edit: Edit) -> tuple[int, int]:
        """The old spans that share characters with the edit, as a range of indices."""
        first = bisect_right(self.spans, edit.start, key=_said_end)
        return first, max(first, bisect_left(self.spans, edit.end, key=_said_start))

    def _respanned(self, edits: list[Edit], *, final: bool) -> list[Span]:
        """The changed stretches after these edits; one pass, however many there are."""
        spans: list[Span] = []
        done = shift = 0
        for group in self._groups(edits):
            spans += (span.moved(shift) for span in self.spans[done : group.first])
            start, end = (
                self._written(group.low, group.first),
                self._written(group.high, group.last),
            )
            low, high = group.low + shift, group.high + shift + group.growth
            spans.append(Span(start, end, low, high, final))
            done, shift = group.last, shift + group.growth
        return [*spans, *(span.moved(shift) for span in self.spans[done:])]

    def _groups(self, edits: list[Edit]) -> Iterator["_Group"]:
        """Each edit with the old spans that it touches; those that share a span are one."""
        group: _Group | None = None
        for edit in edits:
            first, last = self._touched(edit)
            low, high = edit.start, edit.end
            if first < last:
                low = min(low, self.spans[first].said_start)
                high = max(high, self.spans[last - 1].said_end)
            growth = len(edit.said) - (edit.end - edit.start)
            if group and first < group.last:
                group = _Group(
                    group.low, max(high, group.high), group.first, last, group.growth + growth
                )
                continue
            if group:
                yield group
            group = _Group(low, high, first, last, growth)
        if group:
            yield group

    def _rewritten(self, edits: list[Edit]) -> str:
        """The text after these edits."""
        pieces, at = [], 0
        for edit in edits:
            pieces += [self.now[at : edit.start], edit.said]
            at = edit.end
        return "".join((*pieces, self.now[at:]))

    def _written(self, said: int, after: int) -> int:
        """Where in the written text a place stands that lies beside `spans[after]`."""
        if after < len(self.spans) and said == self.spans[after].said_start:
            return self.spans[after].start
        if not after:
            return said
        before = self.spans[after - 1]
        return before.end + said - before.said_end
