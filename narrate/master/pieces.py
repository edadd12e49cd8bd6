"""One piece of the programme: a track made as loud as it should be, limited and encoded."""

from dataclasses import dataclass

import numpy as np

from narrate.master import loudness
from narrate.master.limiter import Floats, limited
from narrate.master.mp3 import SCALE_DB, Encoding, Frames, as_int16, encode

CEILING_DB = -1.5
"""dBTP before encoding. The finished file is to stay under -1 dBTP: LAME turns down by
0.45 dB and its coding was seen to raise peaks by at most 0.4 dB at 64 kbit/s."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A mastered stretch of the programme, ready to be joined."""

    frames: Frames
    energies: tuple[float, ...]
    """The K-weighted mean square of each tenth of a second, as it will be heard."""


def floats(pcm: bytes) -> Floats:
    """16-bit samples as floats of full scale 1.0."""
    return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)


def master(pcm: bytes, content: int, gain: float, encoding: Encoding) -> Piece:
    """16-bit sound made louder by `gain` dB, limited and encoded; `content` samples are heard."""
    scale = np.float32(10 ** ((gain - SCALE_DB) / 20))
    loud = limited(floats(pcm) * scale, encoding.rate, 10 ** (CEILING_DB / 20))
    heard = loudness.energies(loud, encoding.rate) * 10 ** (SCALE_DB / 10)
    frames = encode(as_int16(loud), content, encoding)
    return Piece(frames, tuple(round(float(energy), 9) for energy in heard))
