"""Captions beside the audio: WebVTT, SRT and the Podcasting 2.0 transcript.

A sentence is a cue, or several where it is longer than two lines; the cues of a sentence
follow each other without a gap from its first sound to its last, and no two overlap.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from narrate.model import Cue, Timeline

from .breaks import atoms
from .clock import in_turn, milliseconds, spread, stamp
from .lines import Line, Piece, pieces, show
from .plain import encodable, one_line


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

    @property
    def lines(self) -> tuple[str, ...]:
        """One or two lines of text, of at most 42 columns."""
        return tuple(show(self.cue.segment.text, line) for line in self.piece)


def captions(timeline: Timeline) -> tuple[Caption, ...]:
    """The captions in order; they tile each sentence and never overlap.

    A sentence that would take no time gets a millisecond for each caption, and those that
    follow make way. A segment without text has no caption, nor has one that nobody can say,
    such as three stars, and that took no time.
    """
    placed: list[Caption] = []
    for cue in _heard(timeline):
        floor = placed[-1].end if placed else 0
        placed += _captions(cue, floor)
    return tuple(placed)


def _heard(timeline: Timeline) -> Iterator[Cue]:
    for cue in timeline.cues:
        if cue.start < cue.end or any(char.isalnum() for char in cue.segment.text):
            yield cue


def _captions(cue: Cue, floor: int) -> Iterator[Caption]:
    found = pieces(cue.segment.text, [word.text_start for word in cue.words])
    if not found:
        return
    clock = _Clock(cue)
    inner = [clock.at(piece[0][0].start) for piece in found[1:]]
    bounds = [max(floor, milliseconds(time)) for time in (cue.start, *inner, cue.end)]
    for piece, (start, end) in zip(found, pairwise(spread(bounds)), strict=True):
        yield Caption(start, end, cue, piece)


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


def vtt(timeline: Timeline, *, language: str, note: str, speaker: str | None = None) -> str:
    """WebVTT captions (W3C WebVTT 1, section 4).

    `note` is said in a comment at the top: the disclaimer, for whoever opens the file.
    With a `speaker`, every cue carries that voice.
    """
    return _vtt(timeline, (language, note, speaker), _plain_line)


def vtt_words(timeline: Timeline, *, language: str, note: str, speaker: str | None = None) -> str:
    """WebVTT captions in which every word has the time at which it begins."""
    return _vtt(timeline, (language, note, speaker), _timed_line)


_LineText = Callable[[Caption, Line], str]


def _vtt(timeline: Timeline, head: tuple[str, str, str | None], line_text: _LineText) -> str:
    language, note, speaker = head
    notes = [f"NOTE Language: {_comment(language)}", f"NOTE\n{_comment(note)}"]
    blocks = ["WEBVTT", *(text for text, said in zip(notes, (language, note), strict=True) if said)]
    for caption in captions(timeline):
        lines = "\n".join(line_text(caption, line) for line in caption.piece)
        times = f"{stamp(caption.start)} --> {stamp(caption.end)}"
        blocks.append(f"{times}\n{_tagged(lines, caption.cue.segment.language, speaker)}")
    return "\n\n".join(blocks) + "\n"


def _comment(text: str) -> str:
    return one_line(text).replace("-->", "→")


def _tagged(lines: str, language: str | None, speaker: str | None) -> str:
    inner = f"<lang {escape(one_line(language))}>{lines}</lang>" if language else lines
    return f"<v {escape(one_line(speaker))}>{inner}" if speaker else inner


def escape(text: str) -> str:
    """Text as a WebVTT cue takes it; without `>` it cannot hold an arrow.

    >>> escape("R&D --> <b>")
    'R&amp;D --&gt; &lt;b&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain_line(caption: Caption, line: Line) -> str:
    return escape(show(caption.cue.segment.text, line))


def _timed_line(caption: Caption, line: Line) -> str:
    """The line with a timestamp before each word that begins inside the caption."""
    text = caption.cue.segment.text
    stamps = _stamps(caption)
    parts: list[str] = []
    for atom in line:
        parts.append(" " if atom.gap and parts else "")
        starts = [at for at in stamps if atom.start < at < atom.end]
        for left, right in pairwise([atom.start, *starts, atom.end]):
            parts.append(stamps.get(left, ""))
            parts.append(escape(encodable(text[left:right])))
    return "".join(parts)


def _stamps(caption: Caption) -> dict[int, str]:
    """Where timestamps stand: each later than the last, all strictly inside the caption."""
    first, last = caption.piece[0][0].start, caption.piece[-1][-1].end
    stamps, latest = {}, caption.start
    for word in caption.cue.words:
        time = milliseconds(word.start)
        if first <= word.text_start < last and latest < time < caption.end:
            stamps[word.text_start] = f"<{stamp(time)}>"
            latest = time
    return stamps


def srt(timeline: Timeline) -> str:
    r"""SubRip captions, in UTF-8.

    The format has no escapes, and players take `<b>` and `{\an8}` for markup: what would be
    read so is written with the nearest characters that are not.
    """
    blocks = (
        f"{number}\n{stamp(caption.start, ',')} --> {stamp(caption.end, ',')}\n"
        + "\n".join(_unmarked(line) for line in caption.lines)
        for number, caption in enumerate(captions(timeline), start=1)
    )
    return "".join(f"{block}\n\n" for block in blocks)


def _unmarked(line: str) -> str:
    tagless = re.sub(r"<(?=[/A-Za-z])", "‹", line.replace("-->", "→"))
    return tagless.replace("{\\", "(\\")


def transcript_json(timeline: Timeline, *, speaker: str | None = None) -> str:
    """The words and their times as a Podcasting 2.0 transcript, version 1.0.0.

    A word carries the punctuation beside it, so that the bodies together are the whole text.
    Where word times are not known, the body is the sentence. Source:
    https://github.com/Podcastindex-org/podcast-namespace, `transcripts/transcripts.md`.
    """
    bodies = [body for cue in _heard(timeline) for body in _bodies(cue)]
    times = in_turn((start, end) for start, end, _ in bodies)
    segments = [
        {**({"speaker": one_line(speaker)} if speaker else {}), "startTime": start / 1000}
        | {"endTime": end / 1000, "body": body}
        for (start, end), (_, _, body) in zip(times, bodies, strict=True)
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False) + "\n"


def _bodies(cue: Cue) -> Iterator[tuple[float, float, str]]:
    """The words as they stand between white space, with the times of what is said in them."""
    text = cue.segment.text
    clock = _Clock(cue)
    cuts = _word_cuts(cue)
    for left, right in pairwise([0, *cuts, len(text)]):
        inside = [word for word in cue.words if left <= word.text_start < right]
        start = inside[0].start if inside else clock.at(left)
        end = inside[-1].end if inside else clock.at(right)
        if body := one_line(text[left:right]):
            yield start, end, body


def _word_cuts(cue: Cue) -> Sequence[int]:
    """Where a new word begins: the last place before each timed word at which a line may end."""
    starts = [atom.start for atom in atoms(cue.segment.text)]
    cuts: set[int] = set()
    for last, word in pairwise(cue.words):
        at = bisect_right(starts, word.text_start) - 1
        if at >= 0 and starts[at] >= last.text_end:
            cuts.add(starts[at])
    return sorted(cuts)
