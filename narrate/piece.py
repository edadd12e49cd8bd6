"""A piece: the segments of one block, spoken, stitched, mastered and encoded together.

Pieces are what workers work on and what the cache keeps. Each is made from its own content
alone, so that changing a paragraph makes one piece anew, and any worker may make any piece.
"""

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from narrate import cache, engines
from narrate.cache import Cache
from narrate.master.coding import Coding, Frames
from narrate.model import Cue, Segment, Voice, WordTime
from narrate.speak import speak
from narrate.watermarks import Marking

_FORMAT = 1  # of a kept piece
_SIZE = struct.Struct("<I")
_LONGEST = 900
"""Characters: about a minute. A block that is longer is made in several pieces."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished piece."""

    frames: Frames
    energies: tuple[float, ...]
    """The K-weighted mean square of each tenth of a second."""
    cues: tuple[Cue, ...]
    """Seconds from the start of the piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A job: segments to be spoken by one voice and made into frames."""

    segments: tuple[Segment, ...]
    voice: Voice
    gain: float
    """dB."""
    coding: Coding
    kept: Cache | None = None
    marking: Marking | None = None
    """The mark in its sound."""

    def run(self) -> Made:
        """Make it, or take it from the cache."""
        if self.kept is None:
            return self._make()
        name = self._key()
        found = self.kept.get(name)
        if found is not None:
            return _unpacked(found, self.segments)
        made = self._make()
        self.kept.put(name, _packed(made))
        return made

    def is_kept(self) -> bool:
        """Whether the cache seems to have it: then it is sooner read than given to a worker."""
        return self.kept is not None and self.kept.has(self._key())

    def _key(self) -> str:
        voice = self.voice
        version = engines.find(voice.engine).version()
        sound = (voice.engine, version, voice.id, voice.rate, voice.pitch, self.gain)
        said = [
            (segment.text, segment.spoken, segment.pause, _spans(segment))
            for segment in self.segments
        ]
        mark = self.marking.identity() if self.marking else None
        return cache.key("piece", _FORMAT, cache.maker(), sound, repr(self.coding), said, mark)

    def _make(self) -> Made:
        from narrate.master.pieces import master
        from narrate.stitch import stitch

        engine = engines.find(self.voice.engine)
        spoken = [(one, speak(one, self.voice, engine, self.kept)) for one in self.segments]
        track = stitch(spoken, self.coding.rate)
        content = round(track.cues[-1].end * track.rate)
        mark = self.marking.mark if self.marking else None
        mastered = master(track.pcm, content, self.gain, self.coding, mark)
        return Made(mastered.frames, mastered.energies, track.cues)

    def title(self) -> str:
        """What it is called when it has to be reported."""
        return f"segment {self.segments[0].text[:60]!r}"


@dataclass(frozen=True, slots=True)
class Jingle:
    """A job: a sound file of the publisher's, made as loud as the speech and encoded."""

    path: Path
    coding: Coding

    def run(self) -> Made:
        """Make it; raises EncodeError when the file can't be used."""
        from narrate.master.pieces import gain_for, master
        from narrate.stitch import jingle

        track = jingle(self.path, self.coding.rate)
        gain = gain_for(track.pcm, track.rate)
        made = master(track.pcm, len(track.pcm) // 2, gain, self.coding)
        return Made(made.frames, made.energies, ())

    def title(self) -> str:
        """What it is called when it has to be reported."""
        return f"jingle {self.path}"


@dataclass(frozen=True, slots=True)
class Calibration:
    """A job: the gain that a voice needs, measured on some of what it is to say."""

    segments: tuple[Segment, ...]
    voice: Voice
    kept: Cache | None = None

    def run(self) -> float:
        """The gain in dB; measured once for a voice and its settings."""
        from narrate.master.pieces import gain_for
        from narrate.stitch import stitch

        engine = engines.find(self.voice.engine)
        voice = self.voice
        name = cache.key(
            "gain", cache.maker(), engine.name, engine.version(), voice.id, voice.rate, voice.pitch
        )
        found = self.kept.get(name) if self.kept else None
        if found is not None:
            return float(found)
        # With the pauses, as in the programme: they count for some tenths of a decibel.
        track = stitch([(one, speak(one, voice, engine, self.kept)) for one in self.segments])
        gain = gain_for(track.pcm, track.rate)
        if self.kept:
            self.kept.put(name, str(gain).encode())
        return gain

    def title(self) -> str:
        """What it is called when it has to be reported."""
        return f"the loudness of voice {self.voice.name}"


def cut(segments: tuple[Segment, ...]) -> Iterator[tuple[Segment, ...]]:
    """The segments as they are made together: a block at a time, long blocks in parts.

    Where a block is cut depends on its own text alone: what changes elsewhere moves no cut.
    """
    for _, run in groupby(segments, key=_block):
        part: list[Segment] = []
        for segment in run:
            part.append(segment)
            if sum(len(one.spoken) for one in part) >= _LONGEST:
                yield tuple(part)
                part = []
        if part:
            yield tuple(part)


def _block(segment: Segment) -> int:
    if segment.block is not None:
        return segment.block
    return -2 if segment.kind == "end" else -1


def _spans(segment: Segment) -> list[tuple[int, int, int, int]]:
    return [(t.start, t.end, t.said_start, t.said_end) for t in segment.tokens]


def _packed(made: Made) -> bytes:
    """A piece as bytes to keep: sizes and times as JSON, then the frames."""
    cues = [
        (cue.start, cue.end, cue.estimated, [_times(word) for word in cue.words])
        for cue in made.cues
    ]
    head = json.dumps((made.frames.count, made.energies, cues), separators=(",", ":")).encode()
    return _SIZE.pack(len(head)) + head + made.frames.data


def _times(word: WordTime) -> tuple[float, float, int, int]:
    return word.start, word.end, word.text_start, word.text_end


def _unpacked(data: bytes, segments: tuple[Segment, ...]) -> Made:
    start = _SIZE.size + _SIZE.unpack_from(data)[0]
    count, energies, cues = json.loads(data[_SIZE.size : start])
    return Made(
        Frames(data[start:], count),
        tuple(energies),
        tuple(
            Cue(segment, begin, end, tuple(WordTime(*word) for word in words), estimated=estimated)
            for segment, (begin, end, estimated, words) in zip(segments, cues, strict=True)
        ),
    )


def placed(cues: tuple[Cue, ...], start: float) -> tuple[Cue, ...]:
    """A piece's cues, moved to where the piece stands in the programme."""
    return tuple(
        replace(
            cue,
            start=cue.start + start,
            end=cue.end + start,
            words=tuple(word.later(start) for word in cue.words),
        )
        for cue in cues
    )
