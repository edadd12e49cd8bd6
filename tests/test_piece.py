import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.cache import Cache
from narrate.errors import EncodeError, EngineError
from narrate.master.mp3 import Encoding
from narrate.model import Segment
from narrate.piece import Calibration, Jingle, Piece, cut, placed
from narrate.spoken import normalise


def segment(text, pause=0.28, **more):
    said = normalise(text, "en-US")
    return Segment("paragraph", text, said.spoken, said.tokens, pause, **more)


SEGMENTS = (segment("The rain fell.", block=0), segment("It cost $2m to mend.", 0.6, block=0))


@pytest.fixture
def piece(voice, tmp_path):
    return Piece(SEGMENTS, voice, 2.0, Encoding(), Cache(tmp_path / "cache"))


BLOCKS = st.lists(
    st.builds(
        lambda size, block: Segment("paragraph", "", "x" * size, block=block),
        st.integers(0, 500),
        st.none() | st.integers(0, 3),
    ),
    max_size=12,
)


@given(BLOCKS)
def test_cutting_loses_nothing_and_keeps_the_order(segments):
    parts = list(cut(tuple(segments)))

    assert [one for part in parts for one in part] == segments
    assert all(parts)


@given(BLOCKS)
def test_no_piece_holds_two_blocks_or_much_more_than_a_minute(segments):
    for part in cut(tuple(segments)):
        assert len({one.block for one in part}) == 1
        assert sum(len(one.spoken) for one in part[:-1]) < 900


@given(BLOCKS, BLOCKS)
def test_what_changes_elsewhere_moves_no_cut(segments, others):
    first = [replace(one, block=7) for one in segments]

    alone = list(cut(tuple(first)))
    among = [part for part in cut((*others, *first, *others)) if part[0].block == 7]

    assert among == alone


def test_the_end_is_a_piece_of_its_own():
    opening = Segment("title", "a", "a")
    end = Segment("end", "b", "b")

    assert list(cut((opening, end))) == [(opening,), (end,)]


def test_a_piece_is_heard_as_its_cues_say(piece, ffmpeg):
    from narrate.master.mp3 import info_frame

    made = piece.run()

    data = info_frame(made.frames.count, len(made.frames.data), piece.coding) + made.frames.data
    heard = ffmpeg.decode(data)
    assert [cue.segment for cue in made.cues] == list(SEGMENTS)
    assert len(made.energies) == pytest.approx(10 * len(heard.samples) / heard.rate, abs=3)
    for cue in made.cues:
        said = heard.samples[round(cue.start * heard.rate) : round(cue.end * heard.rate)]
        assert np.abs(said.astype(int)).max() > 3000
        texts = [cue.segment.text[word.text_start : word.text_end] for word in cue.words]
        assert texts == re.findall(r"\S+", cue.segment.text)


def test_what_was_made_before_is_not_made_again(piece):
    first, again = piece.run(), piece.run()

    assert first == again


def test_the_cache_holds_a_piece_for_its_own_content_only(piece):
    first = piece.run()
    anchored = replace(piece, segments=tuple(replace(one, block=9) for one in SEGMENTS))
    louder = replace(piece, gain=3.0)
    longer = replace(piece, segments=(SEGMENTS[0], replace(SEGMENTS[1], pause=2.0)))

    assert anchored.run().frames == first.frames
    assert [cue.segment.block for cue in anchored.run().cues] == [9, 9]
    assert louder.run().frames.data != first.frames.data
    assert longer.run().frames.count > first.frames.count


def test_damage_in_the_cache_is_made_good(piece):
    first = piece.run()
    for entry in piece.kept.folder.glob("??/*"):
        entry.write_bytes(entry.read_bytes()[:-7])

    again = piece.run()

    assert [cue.segment for cue in again.cues] == [cue.segment for cue in first.cues]
    bytes_a_frame = [len(made.frames.data) / made.frames.count for made in (first, again)]
    assert bytes_a_frame[0] == pytest.approx(bytes_a_frame[1], abs=1)


def test_a_piece_goes_by_its_first_words(piece):
    assert "The rain fell." in piece.title()


def test_cues_are_moved_to_where_their_piece_stands(piece):
    cues = piece.run().cues

    moved = placed(cues, 10.0)

    for one, other in zip(cues, moved, strict=True):
        assert (other.start, other.end) == (one.start + 10, one.end + 10)
        assert [word.start for word in other.words] == [word.start + 10 for word in one.words]


def test_calibration_is_measured_once(voice, tmp_path):
    kept = Cache(tmp_path)
    job = Calibration(SEGMENTS, voice, kept)

    gain = job.run()

    assert -10 < gain < 15
    assert replace(job, segments=()).run() == gain


def test_calibration_takes_no_notice_of_what_can_t_be_said(voice):
    said = Calibration(SEGMENTS, voice).run()

    unsaid = Segment("paragraph", "* * *", "* * *")
    assert Calibration((unsaid, *SEGMENTS), voice).run() == pytest.approx(said, abs=0.5)


@pytest.mark.usefixtures("trial")
def test_calibration_of_an_engine_with_a_rate_of_its_own(voice):
    unsaid, hum = Segment("paragraph", "* * *", "* * *"), Segment("paragraph", "Hmm.", "Hmm.")

    gain = Calibration((unsaid, hum), replace(voice, engine="trial-low")).run()

    assert -12 < gain < 0


def test_an_engine_that_is_not_there_is_named(piece):
    with pytest.raises(EngineError, match="piper"):
        replace(piece, voice=replace(piece.voice, engine="piper")).run()


def test_a_jingle_is_made_as_loud_as_the_speech(tmp_path):
    import wave

    tone = 3000 * np.sin(np.arange(44100 * 2) / 44100 * 2 * np.pi * 440)
    path = tmp_path / "jingle.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 44100, 0, "NONE", ""))
        file.writeframes(tone.astype("<i2").tobytes())

    made = Jingle(path, Encoding()).run()

    from narrate.master.loudness import integrated

    assert integrated(made.energies) == pytest.approx(-19, abs=0.2)
    assert made.cues == ()
    assert made.frames.count == pytest.approx(2 * 22050 / 576, abs=3)


def test_a_jingle_that_can_t_be_used_is_named(tmp_path):
    path = tmp_path / "gone.wav"

    with pytest.raises(EncodeError, match=r"gone\.wav"):
        Jingle(path, Encoding()).run()

    assert "gone.wav" in Jingle(path, Encoding()).title()
