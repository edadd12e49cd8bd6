"""From what the engine reports to when each written word is heard.

An engine marks where in the spoken text it is, and at which sample. Its marks are not
one a word: 'of a' is spoken as one event, '$1.2bn' as six. So a mark is only an anchor
for the token it falls in; tokens without one are placed between their neighbours by the
length of what is said.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from narrate.model import Mark, Token, WordTime


def word_times(
    tokens: Sequence[Token], marks: Sequence[Mark], samples: int, rate: int
) -> tuple[WordTime, ...]:
    """When each token is heard in a clip of so many samples: once each, in order, inside it.

    A token ends where the next begins. One that is not said has no length. Without marks
    the clip is shared out by the length of what is said.

    >>> tokens = [Token(0, 3, 0, 3), Token(4, 6, 4, 14)]
    >>> [(w.start, w.end) for w in word_times(tokens, [Mark(4, 5, 300)], 1000, 1000)]
    [(0.0, 0.3), (0.3, 1.0)]
    """
    said = [token for token in tokens if token.said_end > token.said_start]
    starts = iter(_starts(said, _anchors(said, marks, samples), samples))
    times: list[WordTime] = []
    start: float = next(starts) if said else 0
    for token in tokens:
        end = next(starts) if token.said_end > token.said_start else start
        times.append(WordTime(start / rate, end / rate, token.start, token.end))
        start = end
    return tuple(times)


def _anchors(said: Sequence[Token], marks: Sequence[Mark], samples: int) -> dict[int, int]:
    """The sample at which a token begins, for those with a mark of their own."""
    begins = [token.said_start for token in said]
    anchors: dict[int, int] = {}
    last, latest = -1, 0
    for mark in marks:
        at = bisect_right(begins, mark.position) - 1
        inside = at >= 0 and mark.position < said[at].said_end
        if inside and at > last and latest <= mark.sample <= samples:
            anchors[at] = mark.sample
            last, latest = at, mark.sample
    return anchors


def _starts(said: Sequence[Token], anchors: dict[int, int], samples: int) -> list[float]:
    """Where every token begins, those between two anchors by the length of what is said.

    The end of the clip is the last of the list.
    """
    known = {0: 0, **anchors, len(said): samples}
    starts: list[float] = []
    for low, high in pairwise(sorted(known)):
        weights = [token.said_end - token.said_start for token in said[low:high]]
        before, total = 0, sum(weights)
        for weight in weights:
            starts.append(known[low] + (known[high] - known[low]) * before / total)
            before += weight
    return [*starts, samples]
