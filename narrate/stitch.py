"""Clips → track: the clips of a piece in order, with their pauses, and when each word starts.

A track is assembled in pydub from one join of raw samples. `+=` on its segments would copy
everything for each clip: 182 s and 943 MB for three hours of audio, against 0.1 s here.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from narrate.errors import EncodeError
from narrate.model import Clip, Cue, Segment
from narrate.spoken import word_times

_SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Track:
    """A stretch of the programme before mastering, and what is heard in it."""

    audio: Any
    """pydub.AudioSegment: one channel, 16 bits."""
    cues: tuple[Cue, ...]
    """Seconds from the start of the track."""

    @property
    def rate(self) -> int:
        """Samples a second."""
        return int(self.audio.frame_rate)

    @property
    def pcm(self) -> bytes:
        """Signed 16-bit little-endian samples, one channel."""
        return bytes(self.audio.raw_data)


def stitch(spoken: Sequence[tuple[Segment, Clip]], rate: int | None = None) -> Track:
    """One track of segments and their clips, each followed by its segment's pause.

    `rate` is the track's samples a second; by default that of the first clip with sound.
    Clips at another rate are resampled.
    """
    rate = rate or next((clip.rate for _, clip in spoken if clip.pcm), 22050)
    parts: list[bytes] = []
    cues: list[Cue] = []
    at = 0
    for segment, clip in spoken:
        pcm = resampled(clip.pcm, clip.rate, rate)
        pause = bytes(_SAMPLE_BYTES * round(segment.pause * rate))
        cues.append(_cue(segment, clip, at / rate))
        parts += (pcm, pause)
        at += (len(pcm) + len(pause)) // _SAMPLE_BYTES
    return Track(_segment(b"".join(parts), rate), tuple(cues))


def _cue(segment: Segment, clip: Clip, start: float) -> Cue:
    words = word_times(segment.tokens, clip.marks, clip.samples, clip.rate)
    moved = tuple(word.later(start) for word in words)
    return Cue(segment, start, start + clip.duration, moved, estimated=not clip.marks)


def audio_segment() -> Any:
    """The AudioSegment of pydub, imported without its warning that there is no ffmpeg.

    ffmpeg would be for formats that are never asked of pydub here.
    """
    import warnings

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Couldn't find ff", category=RuntimeWarning)
        from pydub import AudioSegment

        return AudioSegment


def _segment(pcm: bytes, rate: int) -> Any:
    return audio_segment()(data=pcm, sample_width=_SAMPLE_BYTES, frame_rate=rate, channels=1)


def resampled(pcm: bytes, rate: int, wanted: int) -> bytes:
    """The same 16-bit sound at another number of samples a second.

    soxr filters what the new rate can't hold; pydub's `set_frame_rate` would fold it back.
    """
    if rate == wanted or not pcm:
        return pcm
    import numpy as np
    import soxr

    samples = np.frombuffer(pcm, np.int16).astype(np.float32)
    out = soxr.resample(samples, rate, wanted, quality="HQ")
    length = math.ceil(len(samples) * wanted / rate)
    out = np.pad(out[:length], (0, max(0, length - len(out))))
    return bytes(np.clip(np.rint(out), -32768, 32767).astype("<i2").tobytes())


def jingle(path: Path, rate: int) -> Track:
    """A sound file of the publisher's as a track: WAV, mixed down to one channel.

    Raises EncodeError when it is not a WAV file of sound.
    """
    import wave

    try:
        with wave.open(str(path)) as file:
            if file.getsampwidth() not in (1, 2, 3, 4):
                raise wave.Error("an unusual sample size")  # noqa: TRY301 - one error for both
        with path.open("rb") as file:  # given a path, pydub leaves the file open
            audio = audio_segment().from_wav(file)
        audio = audio.set_sample_width(_SAMPLE_BYTES).set_channels(1)
    except (OSError, EOFError, wave.Error) as error:
        raise EncodeError(
            f"not a WAV file that can be read: {error}",
            subject=str(path),
            mend="save the jingle as 16-bit WAV",
        ) from error
    return Track(_segment(resampled(bytes(audio.raw_data), audio.frame_rate, rate), rate), ())
