import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.master.coding import Frames
from narrate.master.mp3 import Encoding
from narrate.model import Cue, Segment, WordTime
from narrate.piece import Made
from narrate.programme import Programme

SEGMENT = Segment("paragraph", "One.", "One.")


def made(count, data=b"x"):
    cue = Cue(SEGMENT, 0.0, 0.5, (WordTime(0.0, 0.5, 0, 3),))
    return Made(Frames(data * count, count), (0.01,) * count, (cue,))


@given(st.lists(st.integers(1, 200), max_size=8), st.sampled_from([22050, 44100, 8000]))
def test_every_piece_begins_with_a_frame_so_that_no_time_drifts(counts, rate):
    encoding = Encoding(rate, 64)
    programme = Programme(encoding)

    for count in counts:
        programme.add(made(count))

    at = 0
    for cue, count in zip(programme.cues, counts, strict=True):
        assert cue.start * rate == pytest.approx(at * encoding.frame, abs=1e-3)
        assert cue.words[0].start == cue.start
        at += count
    assert programme.timeline().duration == encoding.seconds(at)
    programme.close()


def test_its_sound_is_its_frames_in_order_as_often_as_asked():
    programme = Programme(Encoding())
    for data in (b"a", b"b"):
        programme.add(made(3, data))

    assert b"".join(programme.sound()) == b"aaabbb"
    assert b"".join(programme.sound()) == b"aaabbb"
    programme.close()


def test_long_programmes_wait_on_the_disk():
    programme = Programme(Encoding())

    for _ in range(9):
        programme.add(made(1000, b"x" * 1000))

    assert sum(map(len, programme.sound())) == 9_000_000
    assert programme.size == 9_000_000
    programme.close()
