"""The words and their times as a Podcasting 2.0 transcript."""

import json
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from narrate.model import Cue, Timeline, WordTime

from .breaks import starts
from .captions import heard_cues
from .clock import in_turn
from .plain import one_line


def transcript_json(timeline: Timeline, *, speaker: str | None = None) -> str:
    """The words and their times as a Podcasting 2.0 transcript, version 1.0.0.

    A word carries the punctuation beside it, so that the bodies together are the whole text.
    Where word times are not known, the body is the sentence. Source:
    https://github.com/Podcastindex-org/podcast-namespace, `transcripts/transcripts.md`.
    """
    bodies = [body for cue in heard_cues(timeline) for body in _bodies(cue)]
    times = in_turn((start, end) for start, end, _ in bodies)
    by = f'"speaker": {_quoted(one_line(speaker))}, ' if speaker else ""
    # Joined as text, in half the time that a dictionary a word takes.
    segments = ", ".join(
        f'{{{by}"startTime": {start / 1000}, "endTime": {end / 1000}, "body": {_quoted(body)}}}'
        for (start, end), (_, _, body) in zip(times, bodies, strict=True)
    )
    return f'{{"version": "1.0.0", "segments": [{segments}]}}\n'


_quoted = json.JSONEncoder(ensure_ascii=False).encode


def _bodies(cue: Cue) -> Iterator[tuple[float, float, str]]:
    """The words as they stand between white space, with the times of what is said in them."""
    text = cue.segment.text
    groups = _groups(cue)
    cuts = [0, *(place for place, _ in groups[1:]), len(text)]
    for (left, right), (_, words) in zip(pairwise(cuts), groups, strict=True):
        if body := one_line(text[left:right]):
            start = words[0].start if words else cue.start
            end = words[-1].end if words else cue.end
            yield start, end, body


def _groups(cue: Cue) -> list[tuple[int, list[WordTime]]]:
    """Words that stand together, and where each group begins.

    A new one begins at the last place before a timed word at which a line may end, if it lies
    past the word before.
    """
    places = starts(cue.segment.text)
    groups: list[tuple[int, list[WordTime]]] = [(0, list(cue.words[:1]))]
    for last, word in pairwise(cue.words):
        at = bisect_right(places, word.text_start) - 1
        if at >= 0 and places[at] >= last.text_end:
            groups.append((places[at], [word]))
        else:
            groups[-1][1].append(word)
    return groups
