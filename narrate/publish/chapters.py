"""The chapters of an episode: its headings, and what stands before the first."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from narrate.model import Cue, Timeline

from .clock import milliseconds, rounded
from .plain import one_line


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the programme under one title."""

    start: float
    """Seconds from the start of the programme."""
    end: float
    """Seconds; where the next chapter starts, or the programme ends."""
    title: str


def chapters(timeline: Timeline, title: str) -> tuple[Chapter, ...]:
    """The chapters, which follow each other without a gap from 0 to the end of the programme.

    The first carries the article's title and holds the disclaimer, the byline and all that
    is read before the first heading. A heading of several sentences is one chapter; one with
    no time before the next (a page may have two at the same place) is left out.
    """
    marks = [(0.0, one_line(title)), *_headings(timeline), (timeline.duration, "")]
    return tuple(
        Chapter(rounded(start), rounded(end), name)
        for (start, name), (end, _) in pairwise(marks)
        if milliseconds(start) < milliseconds(end)
    )


def _headings(timeline: Timeline) -> Iterator[tuple[float, str]]:
    for _, run in groupby(enumerate(timeline.cues), key=_heading):
        cues = [cue for _, cue in run]
        name = one_line(" ".join(cue.segment.text for cue in cues))
        if cues[0].segment.kind == "heading" and name and cues[0].start < timeline.duration:
            yield cues[0].start, name


def _heading(numbered: tuple[int, Cue]) -> tuple[str, int]:
    """What the sentences of one heading have in common: their block."""
    place, cue = numbered
    block = cue.segment.block
    return cue.segment.kind, block if block is not None else -1 - place


def chapters_json(chapters: Sequence[Chapter], *, title: str | None = None) -> str:
    """The chapters as a JSON document of the Podcasting 2.0 namespace, version 1.2.

    Source: https://github.com/Podcastindex-org/podcast-namespace, `chapters/jsonChapters.md`.
    """
    document: dict[str, object] = {"version": "1.2.0"}
    if title:
        document["title"] = one_line(title)
    document["chapters"] = [
        {"startTime": chapter.start, "endTime": chapter.end, "title": chapter.title}
        for chapter in chapters
    ]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
