import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.loudness import HOPS_A_SECOND, energies, integrated

RATES = [8000, 11025, 16000, 22050, 32000, 44100, 48000]


def measured(samples, rate):
    return integrated([float(hop) for hop in energies(np.asarray(samples, np.float32), rate)])


def tone(frequency, rate, seconds=5.0, level=0.5):
    return level * np.sin(2 * np.pi * frequency * np.arange(round(rate * seconds)) / rate)


def test_a_full_scale_tone_of_997_hz_is_three_down():
    assert measured(tone(997, 48000, level=1.0), 48000) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize("rate", RATES)
def test_speech_measures_as_ffmpeg_has_it(rate, spoken, wav, ffmpeg):
    samples = spoken(rate)

    judged = ffmpeg.levels("-f", "wav", data=wav(samples * 0.7, rate)).loudness + 6.02

    assert measured(samples * 0.7, rate) == pytest.approx(judged, abs=0.1)


TONES = [(100, 22050), (1000, 22050), (3000, 44100), (6000, 16000), (10_000, 48000)]


@pytest.mark.parametrize(("frequency", "rate"), TONES)
def test_tones_measure_as_ffmpeg_has_them(frequency, rate, wav, ffmpeg):
    samples = tone(frequency, rate)

    judged = ffmpeg.levels("-f", "wav", data=wav(samples, rate)).loudness + 6.02

    assert measured(samples, rate) == pytest.approx(judged, abs=0.1)


@pytest.mark.parametrize("quiet", [0.001, 0.02, 0.2])
def test_pauses_and_asides_are_gated_as_ffmpeg_does(quiet, spoken, wav, ffmpeg):
    rate = 22050
    speech = spoken(rate) * 0.6
    samples = np.concatenate([speech, np.zeros(rate * 7), speech * quiet, np.zeros(rate // 2)])

    judged = ffmpeg.levels("-f", "wav", data=wav(samples, rate)).loudness + 6.02

    assert measured(samples, rate) == pytest.approx(judged, abs=0.1)


def test_silence_has_none():
    assert measured(np.zeros(22050), 22050) == -math.inf
    assert measured(np.zeros(0), 22050) == -math.inf
    assert integrated([]) == -math.inf


def test_less_than_a_block_is_measured_all_the_same():
    assert math.isfinite(measured(tone(997, 22050, 0.2), 22050))


def test_there_is_an_energy_for_each_tenth_of_a_second():
    assert len(energies(np.zeros(22050, np.float32), 22050)) == HOPS_A_SECOND
    assert len(energies(np.zeros(22051, np.float32), 22050)) == HOPS_A_SECOND + 1


@given(st.lists(st.floats(1e-4, 1.0), min_size=4, max_size=60), st.floats(-12, 12))
def test_louder_by_so_much_measures_louder_by_so_much(hops, gain):
    louder = [hop * 10 ** (gain / 10) for hop in hops]

    assert integrated(louder) - integrated(hops) == pytest.approx(gain, abs=1e-6)
