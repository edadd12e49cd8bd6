import io
import math
import struct
import wave

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.engines.soundfile import read_sound
from narrate.errors import EngineError

RATES = st.sampled_from([8000, 11025, 16000, 22050, 24000, 44100, 48000])
SAMPLES = st.lists(st.integers(-32768, 32767), max_size=50)


def wav(samples, rate, channels=1, width=2):
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(width)
        sound.setframerate(rate)
        sound.writeframes(samples)
    return file.getvalue()


def chunk(name, data):
    return name + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)


def extended(rate):
    exponent = math.floor(math.log2(rate))
    return struct.pack(">HQ", exponent + 16383, rate << (63 - exponent))


def aiff(samples, rate, kind=b"", *, shape=(1, 16), offset=0):
    channels, bits = shape
    common = struct.pack(">hIh", channels, len(samples) // 2 // channels, bits) + extended(rate)
    parts = chunk(b"COMM", common + kind) if kind else chunk(b"COMM", common)
    text = chunk(b"ANNO", b"odd")
    sound = chunk(b"SSND", struct.pack(">II", offset, 0) + b"\1" * offset + samples)
    form = (b"AIFC" if kind else b"AIFF") + text + parts + sound
    return b"FORM" + struct.pack(">I", len(form)) + form


@given(SAMPLES, RATES)
def test_wav(samples, rate):
    pcm = struct.pack(f"<{len(samples)}h", *samples)

    clip = read_sound(wav(pcm, rate))

    assert (clip.pcm, clip.rate) == (pcm, rate)


@given(SAMPLES, RATES, st.sampled_from([b"", b"NONE", b"twos"]), st.sampled_from([0, 6]))
def test_aiff(samples, rate, kind, offset):
    big = struct.pack(f">{len(samples)}h", *samples)

    clip = read_sound(aiff(big, rate, kind, offset=offset))

    assert (clip.pcm, clip.rate) == (struct.pack(f"<{len(samples)}h", *samples), rate)


def test_aiff_with_the_low_byte_first():
    pcm = struct.pack("<3h", 1, -2, 300)

    assert read_sound(aiff(pcm, 22050, b"sowt")).pcm == pcm


def test_the_first_of_two_channels_is_taken():
    left_and_right = struct.pack("<4h", 1, 9, 2, 9)
    swapped = struct.pack(">4h", 1, 9, 2, 9)

    assert read_sound(wav(left_and_right, 8000, channels=2)).pcm == struct.pack("<2h", 1, 2)
    assert read_sound(aiff(swapped, 8000, shape=(2, 16))).pcm == struct.pack("<2h", 1, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF",
        b"<html>",
        wav(b"\1\2\3", 8000, width=1),
        aiff(b"\1\2", 8000, shape=(1, 8)),
        aiff(b"\1\2", 8000, b"ulaw"),
        b"FORM\0\0\0\4AIFF",
        aiff(b"\1\2", 8000)[:40],
    ],
    ids=["nothing", "cut", "text", "8-bit", "8-bit AIFF", "packed AIFF", "bare AIFF", "cut AIFF"],
)
def test_anything_else_is_an_error(data):
    with pytest.raises(EngineError, match="the system's speech is"):
        read_sound(data)
