"""Captions beside the audio: WebVTT and SRT.

A sentence is a cue, or several where it is longer than two lines; the cues of a sentence
follow each other without a gap from its first sound to its last, and no two overlap.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from narrate.model import Cue, Timeline

from .clock import milliseconds, spread, stamp
from .lines import Piece, pieces, show
from .plain import BLANKS, encodable, is_tidy, one_line


@dataclass(frozen=True, slots=True)
class Head:
    """What a WebVTT file says of itself."""

    language: str
    """BCP 47 tag of the speech."""
    note: str
    """Said in a comment at the top: the disclaimer, for whoever opens the file."""
    speaker: str | None = None
    """Every cue carries this voice."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is shown at once."""

    start: int
    """Milliseconds from the start of the programme."""
    end: int
    """Milliseconds; later than `start`."""
    cue: Cue
    """The sentence it is part of."""
    piece: Piece
    """Where its lines stand in the sentence."""
    lines: tuple[str, ...]
    """One or two lines of text, of at most 42 columns."""


def captions(timeline: Timeline) -> tuple[Caption, ...]:
    """The captions in order; they tile each sentence and never overlap.

    A sentence that would take no time gets a millisecond for each caption, and those that
    follow make way. A segment without text has no caption, nor has one that nobody can say,
    such as three stars, and that took no time.
    """
    placed: list[Caption] = []
    for cue in heard_cues(timeline):
        floor = placed[-1].end if placed else 0
        placed += _captions(cue, floor)
    return tuple(placed)


def heard_cues(timeline: Timeline) -> Iterator[Cue]:
    """The sentences that take time, or could be said by somebody: three stars are neither."""
    for cue in timeline.cues:
        if cue.start < cue.end or any(char.isalnum() for char in cue.segment.text):
            yield cue


def _captions(cue: Cue, floor: int) -> Iterator[Caption]:
    text = cue.segment.text
    found = pieces(text, [word.text_start for word in cue.words])
    if not found:
        return
    bounds = [max(floor, milliseconds(time)) for time in _bounds(cue, found)]
    for piece, (start, end) in zip(found, pairwise(spread(bounds)), strict=True):
        yield Caption(start, end, cue, piece, tuple(show(text, line) for line in piece))


def _bounds(cue: Cue, found: tuple[Piece, ...]) -> list[float]:
    """When each piece of a sentence begins, and the last one ends."""
    begins = {word.text_start: min(word.start, cue.end) for word in cue.words}
    inner = [begins.get(piece[0][0]) for piece in found[1:]]
    if None in inner:  # as where a quotation mark stands before the word
        clock = _Clock(cue)
        inner = [clock.at(piece[0][0]) for piece in found[1:]]
    return [cue.start, *(time for time in inner if time is not None), cue.end]


class _Clock:
    """When a place in the text is heard: exact where a word begins, between words in proportion."""

    def __init__(self, cue: Cue) -> None:
        self.places, self.times = [0], [cue.start]
        for word in cue.words:
            self._add(word.text_start, min(word.start, cue.end))
            self._add(word.text_end, min(word.end, cue.end))
        self._add(len(cue.segment.text), cue.end)

    def _add(self, place: int, time: float) -> None:
        if place >= self.places[-1]:
            self.places.append(place)
            self.times.append(max(time, self.times[-1]))

    def at(self, place: int) -> float:
        after = bisect_right(self.places, place)
        if after == len(self.places):
            return self.times[-1]
        left, right = self.places[after - 1], self.places[after]
        since, until = self.times[after - 1], self.times[after]
        return since + (until - since) * (place - left) / (right - left)


def vtt(placed: Sequence[Caption], head: Head) -> str:
    """WebVTT captions (W3C WebVTT 1, section 4)."""
    return _vtt(placed, head, _plain_text)


def vtt_words(placed: Sequence[Caption], head: Head) -> str:
    """WebVTT captions in which every word has the time at which it begins."""
    return _vtt(placed, head, _timed_text)


def _vtt(placed: Sequence[Caption], head: Head, text: Callable[[Caption], str]) -> str:
    notes = [f"NOTE Language: {_comment(head.language)}"] if head.language else []
    notes += [f"NOTE\n{_comment(head.note)}"] if head.note else []
    speaker = f"<v {escape(one_line(head.speaker))}>" if head.speaker else ""
    cues = (
        f"{stamp(caption.start)} --> {stamp(caption.end)}\n"
        f"{speaker}{_marked(text(caption), caption.cue.segment.language)}"
        for caption in placed
    )
    return "\n\n".join(["WEBVTT", *notes, *cues]) + "\n"


def _comment(text: str) -> str:
    return one_line(text).replace("-->", "→")


def _marked(text: str, language: str | None) -> str:
    """The text, marked where it is in another language than the rest."""
    return f"<lang {escape(one_line(language))}>{text}</lang>" if language else text


def escape(text: str) -> str:
    """Text as a WebVTT cue takes it; without `>` it cannot hold an arrow.

    >>> escape("R&D --> <b>")
    'R&amp;D --&gt; &lt;b&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain_text(caption: Caption) -> str:
    return escape("\n".join(caption.lines))


def _timed_text(caption: Caption) -> str:
    """The lines with a timestamp before each word that begins inside the caption."""
    text = caption.cue.segment.text
    stamps = _stamps(caption)
    written = str if is_tidy(text) and escape(text) == text else _cue_text
    lines = []
    for start, end in caption.piece:
        parts, at = [], start
        for place, mark in stamps:
            if start <= place < end:
                parts += [written(text[at:place]), mark]
                at = place
        lines.append("".join([*parts, written(text[at:end])]))
    return "\n".join(lines)


def _cue_text(part: str) -> str:
    """A part of a line as a cue takes it; a space at its end stays."""
    return escape(encodable(BLANKS.sub(" ", part)))


def _stamps(caption: Caption) -> list[tuple[int, str]]:
    """Where timestamps stand: each later than the last, all strictly inside the caption."""
    first, last = caption.piece[0][0], caption.piece[-1][1]
    stamps, latest, text = [], caption.start, caption.cue.segment.text
    for word in caption.cue.words:
        place, time = word.text_start, milliseconds(word.start)
        inside = first <= place < last and latest < time < caption.end
        if inside and not text[place].isspace():
            stamps.append((place, f"<{stamp(time)}>"))
            latest = time
    return stamps


def srt(placed: Sequence[Caption]) -> str:
    r"""SubRip captions, in UTF-8.

    The format has no escapes, and players take `<b>` and `{\an8}` for markup: what would be
    read so is written with the nearest characters that are not.
    """
    blocks = (
        f"{number}\n{stamp(caption.start, ',')} --> {stamp(caption.end, ',')}\n"
        + "\n".join(_unmarked(line) for line in caption.lines)
        for number, caption in enumerate(placed, start=1)
    )
    return "".join(f"{block}\n\n" for block in blocks)


def _unmarked(line: str) -> str:
    tagless = re.sub(r"<(?=[/A-Za-z])", "‹", line.replace("-->", "→"))
    return tagless.replace("{\\", "(\\")
