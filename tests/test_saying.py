import wave
from io import BytesIO

import pytest
from mutagen.mp3 import MP3

from narrate.errors import ConfigError, ScriptError, VoiceError
from narrate.reading import Reading
from narrate.saying import phrase

TEXT = "Gov. Lee paid $2bn on Tuesday, the council said. Nobody asked him what it was paid for."


@pytest.fixture(scope="module")
def said():
    return phrase(TEXT, Reading(voice="en-us"))


@pytest.fixture(scope="module")
def mp3(said):
    return said.edition()


def test_it_is_said_as_in_an_article(said):
    assert said.spoken.startswith("Governor Lee paid two billion dollars on Tuesday")
    assert [segment.text for segment in said.script.segments] == [
        "Gov. Lee paid $2bn on Tuesday, the council said.",
        "Nobody asked him what it was paid for.",
    ]


def test_how_it_is_said(said):
    assert said.transcribed().startswith("ɡˈʌvɚnɚ lˈiː pˈeɪd tˈuː bˈɪliən")


def test_a_voice_that_can_t_tell_leaves_it_out(tmp_path, hush):
    said = phrase("Yes.", Reading(voice="hush", voices_folder=hush(tmp_path)))

    assert said.transcribed() is None
    assert set(said.wav()[44:]) <= {0}


def test_the_tags_disclose_what_is_not_spoken(mp3):
    tags = MP3(BytesIO(mp3)).tags

    assert "AI-generated" in str(tags["TXXX:AI-DISCLOSURE"])
    assert "TXXX:AI-DISCLOSED-ELSEWHERE" not in tags
    assert str(tags["TIT2"]) == TEXT
    assert "AI-generated" not in str(tags.getall("USLT")[0])


def test_both_forms_are_as_loud_and_as_long(said, mp3, ffmpeg):
    wav = said.wav()

    levels = [ffmpeg.levels(data=data) for data in (mp3, wav)]
    assert abs(levels[0].loudness - levels[1].loudness) < 0.3
    assert max(level.peak for level in levels) <= -1.0
    with wave.open(BytesIO(wav)) as sound:
        assert abs(sound.getnframes() / sound.getframerate() - MP3(BytesIO(mp3)).info.length) < 0.1


def test_a_lexicon_s_phonemes_are_heard(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text('[[entry]]\ngrapheme = "Kyiv"\nphoneme = "ˈkiːv"\n', "utf-8")

    said = phrase("In Kyiv", Reading(voice="en-us", lexicons=(path,)))

    assert said.spoken == "In [[k'i:v]]"
    assert said.transcribed() == "ɪn kˈiːv"


def test_the_language_picks_the_voice():
    said = phrase("Im Jahr 1984", Reading(), "de")

    assert (said.voice.name, said.script.language) == ("de", "de")


@pytest.mark.parametrize("text", ["", " \n", "?!", "👏"])
def test_nothing_to_say(text):
    with pytest.raises(ScriptError, match="nothing to say"):
        phrase(text, Reading())


def test_a_voice_that_nobody_knows():
    with pytest.raises(VoiceError, match="no such voice"):
        phrase("Yes.", Reading(voice="anna"))


def test_a_lexicon_that_is_none(tmp_path):
    with pytest.raises(ConfigError, match=r"none\.toml"):
        phrase("Yes.", Reading(lexicons=(tmp_path / "none.toml",)))
