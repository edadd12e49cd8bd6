"""How far under what can be heard a mark is: the noise-to-mask ratio.

What a mark adds is compared, in each Bark band of each frame of 32 ms, with what the voice masks
there: its power spread over the bands (Schroeder, Atal and Hall, 1979), less an offset between
14.5 dB and more for a tone and 5.5 dB for noise, by how flat the spectrum is (Johnston, 1988). The
ear's own threshold is taken as 85 dB under full scale in every band, as in a quiet room.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]

_FRAME = 0.032  # seconds
_QUIET = 10 ** (-85 / 10)  # of a sine at full scale
_LOUD = 1e-3  # of the loud frames' power


class Masking(NamedTuple):
    """What was measured."""

    ratio: float
    """dB: the mean power over what is masked; under 0 it is masked on the whole."""
    over: float
    """Per cent of the bands of frames in which it is over."""


def masking(voice: Floats, noisy: Floats, rate: int) -> Masking:
    """What stands in `noisy` besides the voice, against what the voice masks."""
    size = 2 * round(_FRAME * rate / 2)
    window = np.hanning(size + 2)[1:-1]
    host, added = (_powers(sound, window) for sound in (voice, noisy - voice))
    bands = _bands(size, rate)
    threshold = (host @ bands.T) @ _spreading(len(bands)).T * _offset(host, len(bands))
    threshold = np.maximum(threshold, _QUIET * (window.sum() / 2) ** 2)
    total = host.sum(axis=1)
    loud = total > _LOUD * np.percentile(total, 95)
    ratio = ((added @ bands.T) / threshold)[loud]
    return Masking(float(10 * np.log10(ratio.mean() + 1e-12)), float(100 * (ratio > 1).mean()))


def _powers(sound: Floats, window: Floats) -> Floats:
    size = len(window)
    frames = np.lib.stride_tricks.sliding_window_view(sound, size)[:: size // 2]
    return np.abs(np.fft.rfft(frames * window, axis=1)) ** 2


def _bands(size: int, rate: int) -> Floats:
    """Which bins belong to which Bark band (Zwicker and Terhardt, 1980)."""
    pitch = np.fft.rfftfreq(size, 1 / rate)
    bark = 13 * np.arctan(0.00076 * pitch) + 3.5 * np.arctan((pitch / 7500) ** 2)
    return np.stack([(bark >= z) & (bark < z + 1) for z in range(int(bark[-1]))]).astype(float)


def _spreading(count: int) -> Floats:
    away = np.subtract.outer(np.arange(count), np.arange(count)) + 0.474
    power = 10 ** ((15.81 + 7.5 * away - 17.5 * np.sqrt(1 + away**2)) / 10)
    return power / power.sum(axis=1, keepdims=True)


def _offset(host: Floats, count: int) -> Floats:
    """How far under the spread power the threshold is, for each frame and band."""
    flatness = np.log10(np.exp(np.log(host + 1e-12).mean(axis=1)) / (host.mean(axis=1) + 1e-12))
    tonal = np.clip(10 * flatness / -60, 0, 1)[:, None]
    return 10 ** (-(tonal * (15 + np.arange(count)) + (1 - tonal) * 5.5) / 10)
