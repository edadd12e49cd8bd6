from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.cache import Cache
from narrate.engines import find
from narrate.engines.silence import SilenceEngine
from narrate.errors import EngineError
from narrate.model import Clip, Mark, Segment
from narrate.speak import check, clip_key, packed, sayable, speak, unpacked

U32 = st.integers(0, 2**32 - 1)
CLIPS = st.builds(
    Clip,
    pcm=st.binary(max_size=40).filter(lambda pcm: len(pcm) % 2 == 0),
    rate=st.integers(1, 192_000),
    marks=st.lists(st.builds(Mark, U32, U32, U32), max_size=5).map(tuple),
)


class Moody(SilenceEngine):
    """Gives what it is told to give, one clip after another."""

    def __init__(self, *moods):
        self.moods = list(moods)
        self.asked = []

    def speak(self, text, voice):
        self.asked.append(text)
        mood = self.moods.pop(0)
        if isinstance(mood, Exception):
            raise mood
        return mood or super().speak(text, voice)


@pytest.fixture
def silent(voice):
    return replace(voice, engine="silence", kind="silent")


@pytest.fixture
def kept(tmp_path):
    return Cache(tmp_path)


SEGMENT = Segment("paragraph", "The rain fell on $2.", "The rain fell on two dollars.")
CUT = Clip(bytes(200), 22050)


@given(CLIPS)
def test_a_kept_clip_comes_back_as_it_was(clip):
    assert unpacked(packed(clip)) == clip


def test_what_is_spoken_is_the_spoken_text(silent):
    engine = Moody(None)

    clip = speak(SEGMENT, silent, engine)

    assert engine.asked == [SEGMENT.spoken]
    assert clip.duration > 1


def test_what_was_spoken_before_is_not_spoken_again(silent, kept):
    engine = Moody(None)

    first = speak(SEGMENT, silent, engine, kept)
    again = speak(replace(SEGMENT, text="other", pause=9.0), silent, engine, kept)

    assert first == again
    assert len(engine.asked) == 1


@pytest.mark.parametrize(
    "change", [{"id": "gmw/en"}, {"rate": 200}, {"pitch": 10}], ids=["voice", "rate", "pitch"]
)
def test_another_setting_is_another_sound(silent, change):
    engine = SilenceEngine()

    assert clip_key("x", silent, engine) != clip_key("x", replace(silent, **change), engine)


def test_what_does_not_change_the_sound_does_not_change_the_key(silent):
    engine = SilenceEngine()
    other = replace(silent, name="anna", disclaimer="Other.", gain=3.0)

    assert clip_key("x", silent, engine) == clip_key("x", other, engine)
    assert clip_key("x", silent, engine) != clip_key("y", silent, engine)


@pytest.mark.parametrize("bad", [CUT, Clip(b"", 22050), EngineError("hoarse")])
def test_a_second_attempt_is_made(silent, kept, bad):
    engine = Moody(bad, None)

    clip = speak(SEGMENT, silent, engine, kept)

    assert clip.duration > 1
    assert speak(SEGMENT, silent, engine, kept) == clip


@pytest.mark.parametrize("bad", [CUT, EngineError("hoarse")], ids=["cut", "error"])
def test_what_fails_twice_is_named_and_not_kept(silent, kept, bad):
    with pytest.raises(EngineError, match="The rain fell on"):
        speak(SEGMENT, silent, Moody(bad, bad), kept)

    assert not list(kept.folder.glob("??/*"))


def test_a_damaged_entry_is_spoken_anew(silent, kept):
    speak(SEGMENT, silent, Moody(None), kept)
    (entry,) = kept.folder.glob("??/*")
    entry.write_bytes(entry.read_bytes()[:-20])

    assert speak(SEGMENT, silent, Moody(None), kept).duration > 1


@pytest.mark.parametrize("text", ["", " ", "* * *", "—", "…", "\n"])
def test_what_can_t_be_said_takes_no_time(silent, text):
    engine = Moody()

    assert not sayable(text)
    assert speak(Segment("paragraph", "", text), silent, engine).pcm == b""
    assert engine.asked == []


@pytest.mark.parametrize("text", ["a", "1", "é", "東", "ع", "(b)"])
def test_what_can_be_said_is(text):
    assert sayable(text)


@pytest.mark.parametrize(
    ("clip", "reason"),
    [
        (Clip(b"", 22050), "no sound"),
        (Clip(bytes(60_000), 22050), "silence"),
        (Clip(b"\1\2" * 1000, 22050), "can't be all of them"),
        (Clip(b"\1\2" * 22050 * 200, 22050), "can't be all of them"),
        (Clip(b"\1\2" * 30_000, 0), "0 samples a second"),
    ],
    ids=["nothing", "silence", "too short", "too long", "no rate"],
)
def test_implausible_sound_is_refused(voice, clip, reason):
    with pytest.raises(EngineError, match=reason):
        check(clip, "The rain fell on two dollars.", voice)


@pytest.mark.parametrize(
    "text",
    [
        "I.",
        "3",
        "No!",
        "www.example.org/2026/11/17",
        "1,234,567,890",
        "NATO, EU, UN, WHO and IMF",
        "東京都は火曜日、橋を閉鎖すると発表した。",
        "Über den Dächern",
        "x" * 200,
        "H₂O, CO₂ and 10⁻³",
        "a " * 200,
    ],
)
def test_real_speech_is_plausible(voice, text):
    check(find("pyttsx3").speak(text, voice), text, voice)


@pytest.mark.parametrize("rate", [80, 165, 300, 450])
def test_real_speech_is_plausible_at_any_rate(voice, rate):
    said = replace(voice, rate=rate)

    check(find("pyttsx3").speak(SEGMENT.spoken, said), SEGMENT.spoken, said)
