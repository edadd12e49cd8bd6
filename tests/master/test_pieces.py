import numpy as np
import pytest

from narrate.errors import EncodeError
from narrate.master.loudness import TARGET, integrated
from narrate.master.mp3 import Encoding, info_frame
from narrate.master.pieces import as_pcm, floats, gain_for, master

FORMS = [
    (22050, 64),
    (44100, 128),
    pytest.param(16000, 32, marks=pytest.mark.slow),
    pytest.param(24000, 48, marks=pytest.mark.slow),
]


def finished(pcm, gain, encoding):
    made = master(pcm, len(pcm) // 2, gain, encoding)
    header = info_frame(made.frames.count, len(made.frames.data), encoding)
    return header + made.frames.data, made


@pytest.mark.parametrize(("rate", "bitrate"), FORMS)
def test_speech_comes_out_as_loud_as_is_asked_for(rate, bitrate, spoken, ffmpeg):
    pcm = as_pcm(spoken(rate))

    mp3, made = finished(pcm, gain_for(pcm, rate), Encoding(rate, bitrate))

    judged = ffmpeg.levels(data=mp3)
    assert judged.loudness == pytest.approx(TARGET, abs=0.3)
    assert judged.peak <= -1.0
    assert integrated(made.energies) == pytest.approx(judged.loudness, abs=0.15)


@pytest.mark.parametrize("level", [0.003, 1.0])
def test_however_loud_it_was(level, spoken, ffmpeg):
    pcm = as_pcm(spoken(22050) * np.float32(level))

    mp3, _ = finished(pcm, gain_for(pcm, 22050), Encoding())

    judged = ffmpeg.levels(data=mp3)
    assert judged.loudness == pytest.approx(TARGET, abs=0.4)
    assert judged.peak <= -1.0


def test_what_is_driven_hard_still_has_no_peak_too_high(spoken, ffmpeg):
    mp3, _ = finished(as_pcm(spoken(22050)), 14.0, Encoding())

    assert ffmpeg.levels(data=mp3).peak <= -1.0


def test_silence_has_no_gain():
    with pytest.raises(EncodeError, match="no sound"):
        gain_for(bytes(44100), 22050)


def test_samples_there_and_back():
    pcm = np.array([0, 1, -1, 32000, -32000, 32767], "<i2").tobytes()

    back = np.frombuffer(as_pcm(floats(pcm)), "<i2").astype(int)

    assert np.abs(back - np.frombuffer(pcm, "<i2")).max() <= 1


def test_over_full_scale_is_held_not_wrapped():
    assert np.frombuffer(as_pcm(np.array([2.0, -2.0], np.float32)), "<i2").tolist() == [
        32767,
        -32768,
    ]
