"""Is the key's pattern in this sound? It is compared with how well patterns of no key fit.

The levels of the bands are taken every hundredth of a second, freed of what the voice does by
itself (the difference from the cells before and after, and from the bands beside), and compared
with one period of the pattern from every place on. Where the mark is, the fit comes back a period
later; so three periods are added up, and places that fit well count more than many that fit a
little. Pieces begin their pattern apart, which is why no one beginning is looked for.

What comes out for the key is measured in standard deviations of what comes out for 96 patterns
that nobody uses: so sound that is odd by itself (music, a hum) raises no alarm.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from . import Detection
from .grid import BANDS, CELL, HOP, PERIOD, Floats, edges, pattern

RATE = 16_000
THRESHOLD = 6.0
"""Standard deviations; see DESIGN.md for what was measured at it."""
FALSE_ALARMS = 1e-4

_STEPS = 2 * CELL  # measured places a cell
DECOYS = 96
_TOGETHER = 3  # periods
_POWER = 8  # so that places that fit well count more
_FLOOR = 1e-4  # of the loud parts' power, under which a level says nothing
_SILENT = 30 * _FLOOR
_CLIP = 2.0  # standard deviations
_NEIGHBOURS = 2  # bands on either side


def search(samples: Floats, rate: int, key: bytes) -> Detection:
    """How well the pattern of the key fits, in standard deviations of those that nobody uses."""
    levels = seen(resampled(samples, rate))
    fits = [fit(levels, template(b"narrate decoy %d" % number)) for number in range(DECOYS)]
    spread = float(np.std(fits))
    score = (fit(levels, template(key)) - float(np.mean(fits))) / spread if spread else 0.0
    return Detection(round(score, 2), THRESHOLD, FALSE_ALARMS)


def resampled(samples: Floats, rate: int) -> Floats:
    """The sound at the rate at which it is looked at, and at least one frame of it."""
    import soxr

    heard: Floats = soxr.resample(samples, rate, RATE) if rate != RATE else samples
    return np.pad(heard, (0, max(0, 2 * round(RATE * HOP) - len(heard))))


def _levels(samples: Floats) -> npt.NDArray[np.float64]:
    """The power in each band, every half hop."""
    hop = round(RATE * HOP)
    window = np.hanning(2 * hop + 2)[1:-1].astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(samples, 2 * hop)[:: hop // 2]
    powers = np.abs(np.fft.rfft(frames * window, axis=1, norm="ortho")) ** 2
    sums = np.cumsum(np.pad(powers, ((0, 0), (1, 0))), axis=1, dtype=np.float64)
    place = edges() / (RATE / (2 * hop)) + 0.5
    whole = place.astype(int)
    at: npt.NDArray[np.float64] = sums[:, whole] + (place - whole) * (
        sums[:, whole + 1] - sums[:, whole]
    )
    found: npt.NDArray[np.float64] = at[:, 1:] - at[:, :-1]
    return found


def seen(samples: Floats) -> Floats:
    """What is left of the levels without what the voice does: (places, BANDS), about one each."""
    powers = _levels(samples)
    loud = float(np.percentile(powers.sum(axis=1), 90)) / BANDS + 1e-20
    levels = _mean(10 * np.log10(powers + _FLOOR * loud), _STEPS // 2, axis=0)
    alone = levels - 0.5 * (np.roll(levels, _STEPS, 0) + np.roll(levels, -_STEPS, 0))
    alone[:_STEPS] = alone[-_STEPS:] = 0
    alone -= _mean(alone, _NEIGHBOURS, axis=1)
    heard = powers.sum(axis=1) > BANDS * _SILENT * loud
    if heard.any():
        alone /= np.sqrt((alone[heard] ** 2).mean(axis=0) + 1e-9)
    alone[~heard] = 0
    around = np.zeros((PERIOD * _STEPS, BANDS), np.float32)  # so that the ends count too
    return np.concatenate((around, np.clip(alone, -_CLIP, _CLIP).astype(np.float32), around))


def _mean(values: npt.NDArray[np.float64], reach: int, axis: int) -> npt.NDArray[np.float64]:
    """The mean of each value and so many on either side; fewer at the ends."""
    count = values.shape[axis]
    pads = [(0, 0), (0, 0)]
    pads[axis] = (1, 0)
    sums = np.cumsum(np.pad(values, pads), axis=axis)
    low, high = (np.clip(np.arange(count) + by, 0, count) for by in (-reach, reach + 1))
    widths = np.expand_dims(high - low, 1 - axis)
    means: npt.NDArray[np.float64] = (sums.take(high, axis) - sums.take(low, axis)) / widths
    return means


@cache
def template(key: bytes) -> Floats:
    """A period of the key's pattern, treated as the levels are."""
    signs = pattern(key).astype(np.float64)
    alone = signs - 0.5 * (np.roll(signs, 1, 0) + np.roll(signs, -1, 0))
    alone -= _mean(alone, _NEIGHBOURS, axis=1)
    scaled: Floats = (alone / np.sqrt((alone**2).sum())).astype(np.float32)
    return scaled


def fit(levels: Floats, shape: Floats) -> float:
    """How well it fits where it fits well."""
    period = PERIOD * _STEPS
    once = _from_each_place(levels, shape)
    count = len(once) - (_TOGETHER - 1) * period
    if count < 1:
        return 0.0
    several = sum(once[turn * period : turn * period + count] for turn in range(_TOGETHER))
    return float((np.maximum(several, 0) ** _POWER).mean() ** (1 / _POWER))


def _from_each_place(levels: Floats, shape: Floats) -> Floats:
    """The fit of one period that begins at each place."""
    places = len(levels) // _STEPS
    fits = np.zeros((max(0, places - PERIOD + 1), _STEPS), np.float32)
    for phase in range(_STEPS):
        cells = np.ascontiguousarray(levels[phase::_STEPS][:places] @ shape.T)
        size = cells.itemsize
        # Along the diagonals: the n-th cell from a place on goes with the template's n-th.
        along = np.lib.stride_tricks.as_strided(
            cells, (len(fits), PERIOD), (PERIOD * size, (PERIOD + 1) * size), writeable=False
        )
        fits[:, phase] = along.sum(axis=1)
    flat: Floats = fits.ravel()
    return flat
