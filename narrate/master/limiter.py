"""A look-ahead true-peak limiter: peaks are turned down before they come, never cut off.

Only stretches that come near the ceiling are looked at between the samples (four times
oversampled, as BS.1770-5, annex 2, asks of a true-peak meter). The gain is worked out once for
each 16 samples and drawn as straight lines between them.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_STEP = 16  # samples for which one gain is worked out
_OVERSAMPLING = 4
_TAPS = 12  # a phase, as in the standard's own filter
_NEAR = 0.65  # of the ceiling: between samples, speech was seen to rise by up to 3.7 dB
_HOLD = 0.012  # seconds either side of a peak: longer than a period of a low voice,
# so that the gain doesn't move within one and the voice isn't roughened


@cache
def _interpolator() -> Floats:
    """Windowed-sinc phases between two samples: (_TAPS, _OVERSAMPLING - 1)."""
    offsets = np.arange(_TAPS)[:, None] - (_TAPS // 2 - 1)
    phases = np.arange(1, _OVERSAMPLING)[None, :] / _OVERSAMPLING
    distance = offsets - phases
    window = 0.5 + 0.5 * np.cos(np.pi * distance / (_TAPS / 2))
    filters: Floats = (np.sinc(distance) * window).astype(np.float32)
    return filters


def true_peaks(samples: Floats, near: float) -> Floats:
    """The highest level of each step of 16 samples, between the samples too.

    Steps that stay under `near` are not oversampled; theirs is the highest sample.
    """
    count = -(-len(samples) // _STEP)
    padded = np.zeros(count * _STEP + _TAPS, np.float32)
    before = _TAPS // 2 - 1
    padded[before : before + len(samples)] = samples
    peaks: Floats = np.abs(padded[before : before + count * _STEP])
    while len(peaks) > count:  # by halves: four times as fast as a maximum along short rows
        peaks = np.maximum(peaks[::2], peaks[1::2])
    hot = np.flatnonzero(peaks >= near)
    if len(hot):
        windows = np.lib.stride_tricks.sliding_window_view(padded, _TAPS)
        chosen = windows[(hot[:, None] * _STEP + np.arange(_STEP)).ravel()]
        between = np.abs(chosen @ _interpolator()).max(axis=1).reshape(-1, _STEP)
        peaks[hot] = np.maximum(peaks[hot], between.max(axis=1))
    return peaks


def limited(samples: Floats, rate: int, ceiling: float) -> Floats:
    """The samples with no true peak over the ceiling (full scale is 1.0)."""
    peaks = true_peaks(samples, _NEAR * ceiling)
    if not len(peaks) or peaks.max() <= ceiling:
        return samples
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    gains = _smoothed(wanted, max(1, round(_HOLD * rate / _STEP)))
    return samples * _drawn(gains, len(samples))


def _smoothed(wanted: Floats, width: int) -> Floats:
    """A gain that moves gently and is never over the wanted one in a step or beside it."""
    held = _least(np.pad(wanted, width + 1, constant_values=1.0), 2 * width + 3)
    window = np.hanning(2 * width + 3)[1:-1].astype(np.float32)
    padded = np.pad(held, width, mode="edge")
    return np.convolve(padded, window / window.sum(), mode="valid")


def _least(values: Floats, width: int) -> Floats:
    """The least of each run of `width` values, by runs that double: 6 passes for 37 values."""
    have = 1
    while 2 * have <= width:
        values = np.minimum(values[:-have], values[have:])
        have *= 2
    rest = width - have
    return np.minimum(values[: len(values) - rest], values[rest:]) if rest else values


def _drawn(gains: Floats, length: int) -> Floats:
    """Straight lines between the gains, each of which stands at the middle of its step."""
    ends = np.concatenate((gains[:1], gains, gains[-1:]))
    ramp = ((np.arange(_STEP) + 0.5) / _STEP).astype(np.float32)
    middles = ends[:-1, None] + np.diff(ends)[:, None] * ramp
    drawn: Floats = middles.ravel()[_STEP // 2 : _STEP // 2 + length]
    return drawn
