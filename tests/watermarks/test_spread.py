import numpy as np
import pytest
from bench.hearing import masking
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.pieces import as_pcm, floats
from narrate.watermarks.spread import SpreadWatermark

KEY, OTHER = b"a key that nobody has", b"a key of somebody else"
OURS = SpreadWatermark()


@pytest.fixture(scope="module")
def voice_of(speech):
    """Half a minute of speech, as floats, and its rate."""
    return np.tile(floats(speech.pcm), 2)[: 30 * speech.rate], speech.rate


@pytest.fixture(scope="module")
def marked(voice_of):
    """The same, marked as pieces of different lengths."""
    samples, rate = voice_of
    pieces = np.split(samples, [7 * rate, 18 * rate + 333])
    return np.concatenate([OURS.mark(piece, rate, KEY) for piece in pieces])


def test_the_mark_is_found_with_its_key_alone(voice_of, marked):
    samples, rate = voice_of

    assert OURS.detect(marked, rate, KEY).found
    assert not OURS.detect(marked, rate, OTHER).found
    assert not OURS.detect(samples, rate, KEY).found


@pytest.mark.slow
def test_it_is_found_in_a_cut_of_an_mp3_that_was_encoded_twice(ffmpeg, voice_of, marked):
    _, rate = voice_of
    mp3 = ("-c:a", "libmp3lame", "-b:a", "64k", "-f", "mp3", "-")
    raw = ("-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-")
    once, _ = ffmpeg("-v", "error", *raw, *mp3, data=as_pcm(marked))
    twice, _ = ffmpeg("-v", "error", "-ss", "3.21", "-i", "-", *mp3, data=once)
    heard = ffmpeg.decode(twice)

    found = OURS.detect(floats(heard.samples.tobytes()), heard.rate, KEY)

    assert found.found


def test_what_is_added_is_masked_by_the_voice(voice_of, marked):
    samples, rate = voice_of
    added = marked - samples

    assert 10 * np.log10((samples**2).mean() / (added**2).mean()) > 22
    assert masking(samples, marked, rate).ratio < 0


def test_pauses_stay_silent(voice_of):
    samples, rate = voice_of
    samples = samples.copy()
    samples[5 * rate : 6 * rate] = 0

    marked = OURS.mark(samples, rate, KEY)

    inside = slice(5 * rate + rate // 20, 6 * rate - rate // 20)
    assert not marked[inside].any()


@pytest.mark.slow
@pytest.mark.parametrize("rate", [8000, 11025, 12000, 16000, 24000, 44100, 48000])
def test_any_rate_can_be_marked_and_looked_at(voice_of, rate):
    import soxr

    samples, own = voice_of
    there = soxr.resample(samples, own, rate)

    marked = OURS.mark(there, rate, KEY)

    assert len(marked) == len(there)
    assert OURS.detect(marked, rate, KEY).score > OURS.detect(there, rate, KEY).score + 3


@given(st.integers(0, 5000), st.integers(0, 2**32 - 1))
def test_as_many_samples_come_out_as_go_in(count, seed):
    samples = np.random.default_rng(seed).normal(0, 0.1, count).astype(np.float32)

    marked = OURS.mark(samples, 22050, KEY)

    assert marked.shape == samples.shape
    assert np.isfinite(marked).all()
    assert np.array_equal(marked, OURS.mark(samples, 22050, KEY))


@pytest.mark.slow
def test_sound_that_is_odd_raises_no_alarm():
    time = np.arange(20 * 22050) / 22050
    noise = np.random.default_rng(1).normal(0, 0.1, len(time))
    odd = {
        "silence": np.zeros_like(time),
        "hum": np.sin(2 * np.pi * 440 * time),
        "noise": noise,
        "clicks": (np.arange(len(time)) % 1323 == 0).astype(float),
        "tremolo": noise * np.sin(2 * np.pi * 8.33 * time),
    }

    for samples in odd.values():
        assert not OURS.detect(samples.astype(np.float32), 22050, KEY).found
