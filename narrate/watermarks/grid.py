"""The pattern that a key gives: louder or softer, for each band and each twentieth of a second.

Two thirds of what tells voices apart lies under 6 kHz, and an encoder at a low bit rate keeps it;
so the bands stand there, 47.5 Hz each. A cell lasts 60 ms, and after 64 cells the pattern begins
anew: whoever listens to 4 s has heard all of it, wherever he began.
"""

from functools import lru_cache
from hashlib import shake_256

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

HOP = 0.02
"""Seconds from one frame to the next; a frame is twice as long."""
CELL = 3
"""Frames that a cell lasts."""
PERIOD = 64
"""Cells after which the pattern begins anew."""
BANDS = 120
LOWEST, HIGHEST = 300.0, 6000.0
"""Hertz."""


@lru_cache(maxsize=256)
def pattern(key: bytes) -> Floats:
    """One and minus one, PERIOD by BANDS; which, nobody can tell without the key."""
    stream = shake_256(b"narrate spread 1\0" + key).digest(PERIOD * BANDS // 8)
    signs = np.unpackbits(np.frombuffer(stream, np.uint8)).astype(np.float32) * 2 - 1
    return signs.reshape(PERIOD, BANDS)


def edges() -> npt.NDArray[np.float64]:
    """Where the bands begin and the last one ends, in Hertz."""
    return np.linspace(LOWEST, HIGHEST, BANDS + 1)
