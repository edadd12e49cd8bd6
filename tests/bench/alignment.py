"""Forced alignment, without a model: where the words of a known text are heard in a sound.

Each word is spoken by itself, cut free of silence, and put after the others: a reference whose
word borders are known. Dynamic time warping (Sakoe and Chiba, 1978) then finds how the sound runs
along the reference, by mel-frequency cepstra of both. Nothing of the engine's own reports is used.
The method itself is good to one or two hundredths of a second where a consonant makes the border.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

HOP = 0.005
"""Seconds between two frames."""
_WINDOW = 0.02
_MELS, _CEPSTRA = 26, 13
_QUIET = 0.004  # of full scale: between a breath and the faintest consonant
_PAUSE = 0.08
"""Seconds of quiet that are a pause between words, and not the closure of a consonant."""
_DECAY = 0.05
"""Seconds that the end of a word may still be heard."""
_STAY = 1.15
"""What a step costs that stands still in one of the two, against one that goes on in both."""


def cepstra(sound: Floats, rate: int) -> Floats:
    """A row each `HOP` seconds: cepstra and their slopes, each of mean 0 and variance 1."""
    window, hop = round(_WINDOW * rate), round(HOP * rate)
    padded = np.pad(
        np.append(sound[:1], np.diff(sound, prepend=sound[:1])[1:]), (window // 2, window)
    )
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[::hop]
    power = np.abs(np.fft.rfft(frames * np.hamming(window), 512, axis=1)) ** 2
    levels = np.log(power @ _mels(rate) + 1e-8)
    number, band = np.arange(_CEPSTRA)[:, None], np.arange(_MELS)[None, :]
    found = levels @ np.cos(np.pi * number * (band + 0.5) / _MELS).T
    both = np.hstack([found, 2 * np.gradient(found, axis=0)])
    normal: Floats = (both - both.mean(axis=0)) / (both.std(axis=0) + 1e-6)
    return normal


def _mels(rate: int) -> Floats:
    """Triangles over the bins of a spectrum, evenly spread as the ear hears pitch."""
    top = 2595 * np.log10(1 + min(8000, rate / 2) / 700)
    edges = 700 * (10 ** (np.linspace(0, top, _MELS + 2) / 2595) - 1)
    bins = np.fft.rfftfreq(512, 1 / rate)[:, None]
    rise = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    fall = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    triangles: Floats = np.clip(np.minimum(rise, fall), 0, None)
    return triangles


def spoken(sound: Floats) -> slice:
    """From the first sample that is heard to the last."""
    loud = np.flatnonzero(np.abs(sound) > _QUIET)
    return slice(int(loud[0]), int(loud[-1]) + 1) if len(loud) else slice(0, 0)


def aligned(sound: Floats, words: Sequence[Floats], rate: int) -> list[float]:
    """When each word begins in the sound, in seconds from its start."""
    lengths = np.cumsum([0, *map(len, words)])
    there = cepstra(sound, rate)
    path = _path(cepstra(np.concatenate(words), rate), there)
    starts = np.minimum(lengths[:-1] / rate / HOP, len(path) - 1).round().astype(int)
    return [_heard(sound, round(path[at] * HOP * rate), rate) / rate for at in starts]


def _heard(sound: Floats, start: int, rate: int) -> int:
    """Where a word is first heard: behind the pause, which the reference doesn't have.

    The pause may begin a little later than where the path first leaves the word before.
    """
    loud = np.append(-1, np.flatnonzero(np.abs(sound[start:]) > _QUIET))
    gaps = np.flatnonzero(np.diff(loud) > _PAUSE * rate)
    near = gaps[loud[gaps] < _DECAY * rate]
    return start + int(loud[near[0] + 1]) if len(near) else start


def _path(wanted: Floats, heard: Floats) -> npt.NDArray[np.int64]:
    """For each row of what is wanted, the first row of what is heard that goes with it."""
    costs = np.sqrt(((wanted[:, None, :] - heard[None, :, :]) ** 2).mean(axis=2))
    rows, columns = costs.shape
    sums = np.full((rows + 1, columns + 1), np.inf)
    sums[0, 0] = 0.0
    for total in range(2, rows + columns + 1):  # along the diagonals, each at once
        row = np.arange(max(1, total - columns), min(rows, total - 1) + 1)
        column = total - row
        cost = costs[row - 1, column - 1]
        sums[row, column] = np.minimum(
            sums[row - 1, column - 1] + 2 * cost,
            np.minimum(sums[row - 1, column], sums[row, column - 1]) + _STAY * cost,
        )
    return _back(sums, costs)


def _back(sums: Floats, costs: Floats) -> npt.NDArray[np.int64]:
    row, column = costs.shape
    path = np.zeros(row, np.int64)
    while row and column:
        path[row - 1] = column - 1
        cost = costs[row - 1, column - 1]
        steps = (
            (sums[row - 1, column - 1] + 2 * cost, (row - 1, column - 1)),
            (sums[row - 1, column] + _STAY * cost, (row - 1, column)),
            (sums[row, column - 1] + _STAY * cost, (row, column - 1)),
        )
        row, column = min(steps)[1]
    return path
