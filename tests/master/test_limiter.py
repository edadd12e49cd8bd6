import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from narrate.master.limiter import limited, true_peaks

CEILING = 10 ** (-1.5 / 20)
RATES = [8000, 22050, 44100, 48000]


def true_peak(samples):
    """The highest level between the samples, by an independent eightfold oversampling."""
    import soxr

    padded = np.pad(np.asarray(samples, np.float64), 400)
    return np.abs(soxr.resample(padded, 1, 8, quality="VHQ")).max()


def gain_of(out, samples):
    loud = np.abs(samples) > 1e-3
    return np.flatnonzero(loud), out[loud] / samples[loud]


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 44100, 48000])
@pytest.mark.parametrize("gain", [1.5, 3.0])
def test_loud_speech_stays_under_the_ceiling(rate, gain, spoken):
    out = limited(spoken(rate) * np.float32(gain), rate, CEILING)

    # The standard's own four-fold meter may read 0.5 dB low; the ceiling leaves room for that.
    assert true_peak(out) <= CEILING * 10 ** (0.2 / 20)
    assert true_peak(out) >= CEILING * 0.9


@pytest.mark.parametrize("gain", [0.1, 0.4])
def test_under_the_ceiling_nothing_is_done(gain, spoken):
    samples = spoken(22050) * np.float32(gain)

    assert np.array_equal(limited(samples, 22050, CEILING), samples)


@pytest.mark.parametrize("rate", RATES)
def test_the_gain_moves_gently(rate, spoken):
    samples = spoken(rate) * np.float32(3)

    at, gain = gain_of(limited(samples, rate, CEILING), samples)

    steps = np.abs(np.diff(gain)) / np.diff(at)
    assert gain.max() <= 1 + 1e-6
    assert gain.min() > 0.2
    # From no gain to what is needed takes some milliseconds, so no period is bent.
    assert steps.max() < 1 / (0.004 * rate)


@pytest.mark.parametrize("rate", RATES)
def test_a_peak_is_seen_coming_and_let_go_after(rate):
    samples = np.full(rate, 0.3, np.float32) * np.sin(np.arange(rate) / 7).astype(np.float32)
    samples[rate // 2] = 3.0

    at, gain = gain_of(limited(samples, rate, CEILING), samples)

    near = np.abs(at - rate // 2) < 0.004 * rate
    far = np.abs(at - rate // 2) > 0.06 * rate
    assert gain[near].max() < 0.35
    assert np.allclose(gain[far], 1)


def test_a_peak_between_the_samples_is_seen():
    # A tone of a quarter of the rate, sampled at 45 degrees: 3 dB higher than its samples.
    samples = np.sin(np.pi / 2 * np.arange(4000) + np.pi / 4).astype(np.float32)
    assert np.abs(samples).max() < 0.71

    out = limited(samples * np.float32(1.3), 22050, CEILING)

    assert true_peak(out[200:-200]) <= CEILING * 1.02


@pytest.mark.parametrize("length", [0, 1, 15, 16, 17, 100])
def test_any_length_goes_in_and_comes_out(length):
    out = limited(np.full(length, 2.0, np.float32), 22050, CEILING)

    assert len(out) == length
    assert not length or np.abs(out).max() <= CEILING + 1e-6


def test_a_peak_at_the_very_edge_is_limited():
    for place in (0, 1, -1, -2):
        samples = np.zeros(1000, np.float32)
        samples[place] = -4.0

        assert np.abs(limited(samples, 22050, CEILING)).max() <= CEILING + 1e-6


@given(npst.arrays(np.float32, st.integers(1, 600), elements=st.floats(-4, 4, width=32)))
def test_no_sample_ever_passes_the_ceiling(samples):
    out = limited(samples, 22050, CEILING)

    assert np.abs(out).max() <= CEILING * (1 + 1e-5)
    assert (np.abs(out) <= np.abs(samples) * (1 + 1e-5)).all()


@given(npst.arrays(np.float32, st.integers(1, 300), elements=st.floats(-2, 2, width=32)))
def test_each_step_s_peak_is_at_least_its_highest_sample(samples):
    peaks = true_peaks(samples, 0.5)

    steps = np.pad(np.abs(samples), (0, -len(samples) % 16)).reshape(-1, 16).max(axis=1)
    assert (peaks >= steps - 1e-6).all()
