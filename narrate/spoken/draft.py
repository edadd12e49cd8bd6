"""A text being rewritten, that never loses track of where each piece came from.

A step proposes `Edit`s to the text as it stands; the draft carries them out and keeps,
for every stretch that was changed, the stretch of the written text that it stands for.
Everything between two changed stretches is as written, character for character. So any
number of steps, one after another, still leave each written word with the words in
which it is said.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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
        proposed = list(edits)
        if not proposed:
            return False
        wanted = [edit for edit in sorted(proposed) if self._may(edit)]
        for edit in reversed(wanted):  # from the right, so that positions stay true
            self._carry_out(edit, final=final)
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

    def _carry_out(self, edit: Edit, *, final: bool) -> None:
        first, last = self._touched(edit)
        low, high = edit.start, edit.end
        if first < last:
            low = min(low, self.spans[first].said_start)
            high = max(high, self.spans[last - 1].said_end)
        growth = len(edit.said) - (edit.end - edit.start)
        span = Span(self._written(low, first), self._written(high, last), low, high + growth, final)
        later = (
            s._replace(said_start=s.said_start + growth, said_end=s.said_end + growth)
            for s in self.spans[last:]
        )
        self.spans[first:] = [span, *later]
        self.now = self.now[: edit.start] + edit.said + self.now[edit.end :]

    def _written(self, said: int, after: int) -> int:
        """Where in the written text a place stands that lies beside `spans[after]`."""
        if after < len(self.spans) and said == self.spans[after].said_start:
            return self.spans[after].start
        if not after:
            return said
        before = self.spans[after - 1]
        return before.end + said - before.said_end
