"""Our own mark: the sound of each cell of time and pitch is made 0.6 decibels louder or softer.

What is added is the sound itself, a fourteenth of it, so it lies where the voice lies, under
what the voice masks, and there is none of it in a pause. Which cells are louder is the key's
secret. A tune of the same loudness everywhere would do for one file; that it is found in half a
minute, from any place on, after encoding anew, comes of there being thousands of cells.
"""

import numpy as np

from . import Detection
from .grid import CELL, HIGHEST, HOP, LOWEST, PERIOD, Floats, edges, pattern
from .search import search

STRENGTH_DB = 0.6
"""Decibels that a cell is made louder or softer by."""


class SpreadWatermark:
    """A keyed spread-spectrum mark over short-time spectra."""

    name = "spread"

    def version(self) -> str:
        """Of the pattern and its strength."""
        return f"1 {STRENGTH_DB}"

    def mark(self, samples: Floats, rate: int, key: bytes) -> Floats:
        """The samples with the mark; the pattern begins with the piece."""
        return samples + _added(samples, rate, pattern(key))

    def detect(self, samples: Floats, rate: int, key: bytes) -> Detection:
        """Look for the pattern at every place where it may begin, against patterns of no key."""
        return search(samples, rate, key)


def _added(samples: Floats, rate: int, signs: Floats) -> Floats:
    """What makes the cells louder and softer: the sound, weighted with the pattern."""
    hop = round(rate * HOP)
    count = len(samples) // hop + 1
    padded = np.zeros((count + 2) * hop, np.float32)
    padded[hop : hop + len(samples)] = samples
    window = np.sin(np.pi * (np.arange(2 * hop) + 0.5) / (2 * hop)).astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, 2 * hop)[::hop] * window
    # With "ortho" NumPy stays in single precision; by default it doesn't, and takes three times
    # as long.
    spectra = np.fft.rfft(frames, axis=1, norm="ortho")
    spectra *= _gains(signs, rate, hop)[np.arange(len(spectra)) // CELL % PERIOD]
    parts = np.fft.irfft(spectra, 2 * hop, axis=1, norm="ortho") * window
    added = np.zeros_like(padded)
    length = len(parts) * hop
    added[:length] += parts[:, :hop].ravel()
    added[hop : hop + length] += parts[:, hop:].ravel()
    return added[hop : hop + len(samples)]


def _gains(signs: Floats, rate: int, hop: int) -> Floats:
    """What each bin of a spectrum is multiplied by and added again, for each cell of a period."""
    pitches = np.fft.rfftfreq(2 * hop, 1 / rate)
    inside = (pitches >= LOWEST) & (pitches < HIGHEST)
    band = np.searchsorted(edges(), pitches[inside], side="right") - 1
    gains = np.zeros((PERIOD, len(pitches)), np.float32)
    gains[:, inside] = signs[:, band] * (10 ** (STRENGTH_DB / 20) - 1)
    return gains
