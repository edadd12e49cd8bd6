"""One piece of the programme: a track made as loud as it should be, limited and encoded."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from narrate.errors import EncodeError
from narrate.master import loudness
from narrate.master.coding import Coding, Frames
from narrate.master.limiter import Floats, limited
from narrate.master.mp3 import SCALE_DB

Mark = Callable[[Floats, int], Floats]
"""Puts a mark into samples of full scale 1.0, at so many a second."""

CEILING_DB = -1.8
"""dBTP before encoding. The finished file is to stay under -1 dBTP: LAME turns down by
0.45 dB, and its coding was seen to raise peaks by up to 1 dB where the limiter works hard."""
CEILING = 10 ** (CEILING_DB / 20)


@dataclass(frozen=True, slots=True)
class Piece:
    """A mastered stretch of the programme, ready to be joined."""

    frames: Frames
    energies: tuple[float, ...]
    """The K-weighted mean square of each tenth of a second, as it will be heard."""


def floats(pcm: bytes) -> Floats:
    """16-bit samples as floats of full scale 1.0."""
    samples = np.frombuffer(pcm, "<i2").astype(np.float32)
    samples /= np.float32(32768)
    return samples


def as_pcm(samples: Floats) -> bytes:
    """Floats of full scale 1.0 as 16-bit samples."""
    scaled = samples * np.float32(32767)
    np.rint(scaled, out=scaled)
    np.clip(scaled, -32768, 32767, out=scaled)
    return bytes(scaled.astype("<i2").tobytes())


def master(
    pcm: bytes, content: int, gain: float, coding: Coding, mark: Mark | None = None
) -> Piece:
    """16-bit sound made louder by `gain` dB, limited and encoded; `content` samples are heard.

    A mark is put in before the limiter, which so has the last word on peaks.
    """
    samples = floats(pcm)
    samples *= np.float32(10 ** ((gain - coding.scale_db) / 20))
    marked = mark(samples, coding.rate) if mark else samples
    loud = limited(marked, coding.rate, CEILING)
    heard = loudness.energies(loud, coding.rate) * 10 ** (coding.scale_db / 10)
    frames = coding.encode(as_pcm(loud), content)
    return Piece(frames, tuple(round(float(energy), 9) for energy in heard))


def gain_for(pcm: bytes, rate: int, target: float = loudness.TARGET) -> float:
    """The gain in dB that brings this sound to `target` LUFS once it has been limited.

    Raises EncodeError for sound in which there is nothing to measure.
    """
    gain = target - _loudness(floats(pcm), rate)
    if not np.isfinite(gain):
        raise EncodeError("there is no sound to measure the loudness of")
    for _ in range(2):  # what the limiter takes away is given back
        loud = limited(floats(pcm) * np.float32(10 ** ((gain - SCALE_DB) / 20)), rate, CEILING)
        gain += target - SCALE_DB - _loudness(loud, rate)
    return round(float(gain), 1)


def _loudness(samples: Floats, rate: int) -> float:
    return loudness.integrated([float(energy) for energy in loudness.energies(samples, rate)])
