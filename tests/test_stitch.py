import struct
import wave

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import EncodeError
from narrate.model import Clip, Mark, Segment, Token
from narrate.stitch import jingle, resampled, stitch

RATE = 22050


def clip(samples, rate=RATE, marks=()):
    return Clip(struct.pack(f"<{samples}h", *(1 + n % 999 for n in range(samples))), rate, marks)


def segment(pause=0.0, tokens=()):
    return Segment("paragraph", "one two", "one two", tokens, pause)


PARTS = st.lists(
    st.tuples(st.integers(0, 300), st.sampled_from([0.0, 0.01, 0.28, 1 / 3])), max_size=5
)


@given(PARTS)
def test_clips_and_pauses_follow_each_other_exactly(parts):
    spoken = [(segment(pause), clip(samples)) for samples, pause in parts]

    track = stitch(spoken, RATE)

    whole = b"".join(one.pcm + bytes(2 * round(said.pause * RATE)) for said, one in spoken)
    assert track.pcm == whole
    for cue, (_, one) in zip(track.cues, spoken, strict=True):
        at = 2 * round(cue.start * RATE)
        assert track.pcm[at : at + len(one.pcm)] == one.pcm
        assert cue.end - cue.start == pytest.approx(one.duration)


def test_nothing_makes_an_empty_track():
    track = stitch([])

    assert (track.pcm, track.cues, track.rate) == (b"", (), RATE)


def test_words_are_moved_to_where_their_clip_stands():
    tokens = (Token(0, 3, 0, 3), Token(4, 7, 4, 7))
    marks = (Mark(0, 3, 0), Mark(4, 3, 11025))

    track = stitch([(segment(1.0), clip(RATE)), (segment(tokens=tokens), clip(RATE, RATE, marks))])

    cue = track.cues[1]
    assert [(word.start, word.end) for word in cue.words] == [(2.0, 2.5), (2.5, 3.0)]
    assert (track.cues[0].estimated, cue.estimated) == (True, False)


def test_the_rate_is_that_of_the_first_sound():
    track = stitch([(segment(), clip(0, 8000)), (segment(), clip(160, 16000))])

    assert track.rate == 16000


def test_another_rate_is_brought_to_the_track_s_own():
    track = stitch([(segment(), clip(16000, 16000)), (segment(0.5), clip(22050))], 22050)

    assert [cue.start for cue in track.cues] == [0.0, 1.0]
    assert len(track.pcm) == 2 * round(2.5 * 22050)


@given(st.integers(0, 500), st.sampled_from([8000, 11025, 16000, 24000, 44100, 48000]))
def test_resampling_keeps_the_length_in_seconds(samples, rate):
    out = resampled(clip(samples).pcm, RATE, rate)

    assert len(out) // 2 == -(-samples * rate // RATE)


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 24000, 44100])
def test_resampling_keeps_tones_and_folds_nothing_back(rate):
    time = np.arange(RATE) / RATE
    kept, lost = (20_000 * np.sin(2 * np.pi * f * time) for f in (1000, 10_500))
    wanted = 20_000 * np.sin(2 * np.pi * 1000 * np.arange(rate) / rate)

    tone, high = (
        np.frombuffer(resampled(wave.astype("<i2").tobytes(), RATE, rate), "<i2").astype(float)
        for wave in (kept, lost)
    )

    middle = slice(rate // 10, -rate // 10)
    assert np.abs(tone - wanted)[middle].max() < 60
    if rate < 21_000:
        assert np.abs(high[middle]).max() < 60


def test_resampling_does_not_wrap_round_at_full_scale():
    square = np.where(np.arange(RATE) // 50 % 2, 32767, -32768).astype("<i2")

    out = np.frombuffer(resampled(square.tobytes(), RATE, 44100), "<i2").astype(int)

    assert np.abs(np.diff(out)).max() < 60_000


def sound_file(path, samples, *, width=2, channels=1, rate=RATE):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(samples)
    return path


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"channels": 2},
        {"rate": 44100},
        {"width": 1},
        {"width": 3},
        {"width": 4},
        {"channels": 2, "rate": 48000, "width": 3},
    ],
    ids=str,
)
def test_a_jingle_of_any_wav(tmp_path, form):
    width, channels = form.get("width", 2), form.get("channels", 1)
    rate = form.get("rate", RATE)
    frames = np.sin(np.arange(rate) / rate * 2 * np.pi * 440)
    if width == 1:
        data = (128 + 60 * frames).astype("u1").repeat(channels).tobytes()
    else:
        top = (frames * 2**30).astype("<i4").repeat(channels)
        data = top.view("u1").reshape(-1, 4)[:, 4 - width :].tobytes()

    track = jingle(sound_file(tmp_path / "a.wav", data, **form), RATE)

    heard = np.frombuffer(track.pcm, "<i2").astype(float)
    assert (track.rate, track.cues, len(heard)) == (RATE, (), RATE)
    expected = np.sin(np.arange(RATE) / RATE * 2 * np.pi * 440) * heard.max()
    assert heard.max() > 10_000
    assert np.abs(heard - expected)[500:-500].max() < 600  # 8 bits hold no more


@pytest.mark.parametrize("content", [b"", b"RIFF", b"ID3 an MP3", b"RIFF\0\0\0\0WAVEfmt "])
def test_what_is_no_wav_is_named(tmp_path, content):
    path = tmp_path / "jingle.mp3"
    path.write_bytes(content)

    with pytest.raises(EncodeError, match=r"jingle.mp3.*WAV"):
        jingle(path, RATE)


def test_a_jingle_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EncodeError, match=r"gone\.wav"):
        jingle(tmp_path / "gone.wav", RATE)
