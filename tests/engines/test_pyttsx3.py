from dataclasses import replace

import pytest

from narrate.engines.pyttsx3 import Pyttsx3Engine
from narrate.testing import EngineContract


class TestContract(EngineContract):
    @pytest.fixture(autouse=True)
    def _given(self, voice):
        self._voice = voice

    def engine(self):
        return Pyttsx3Engine()

    def voice(self):
        return self._voice


@pytest.fixture
def engine():
    return Pyttsx3Engine()


def test_the_version_names_the_library_below(engine):
    wrapper, name, library = engine.version().split()

    assert (name, wrapper[0].isdigit(), library[0].isdigit()) == ("espeakng-loader", True, True)


@pytest.mark.parametrize("language", ["en-us", "es", "fr-fr", "de", "pt-br", "it", "ar"])
def test_the_languages_of_the_voices_are_there(engine, language):
    assert language in {voice.language for voice in engine.voices()}


def test_every_bundled_voice_speaks(engine):
    from narrate.voices import bundled_folder, voices

    known = voices([bundled_folder()])

    silent = [
        voice.name for voice in known.values() if engine.speak("1, 2, 3.", voice).duration < 0.5
    ]

    assert len(known) >= 8
    assert silent == []


def test_words_begin_where_the_engine_says(engine, voice):
    text = "One, two, three."

    clip = engine.speak(text, voice)

    assert [text[m.position : m.position + m.length] for m in clip.marks] == ["One", "two", "three"]


@pytest.mark.parametrize("voice_id", ["", "no such voice", "../../etc/passwd"])
def test_an_unknown_voice_is_named(engine, voice, voice_id):
    from narrate.errors import EngineError

    with pytest.raises(EngineError, match="no voice"):
        engine.speak("Yes.", replace(voice, id=voice_id))


def test_the_pitch_is_heard(engine, voice):
    import numpy as np

    def pitch(value):
        clip = engine.speak("Mama, mama, mama, mama.", replace(voice, pitch=value))
        sound = np.frombuffer(clip.pcm, "<i2").astype(float)
        likeness = np.fft.irfft(np.abs(np.fft.rfft(sound, 2 * len(sound))) ** 2)
        longest = clip.rate // 60  # samples of the slowest period that is looked for
        return clip.rate / (80 + np.argmax(likeness[80:longest]))

    assert pitch(20) < pitch(50) < pitch(90)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kyiv. No", "kjˈɪv nˈoʊ"),
        ("the [[k'i:v]]", "ðə kˈiːv"),
        ("a\0b", "ɐ bˈiː"),
        ("", ""),
    ],
)
def test_it_tells_how_it_would_say_a_text(engine, voice, text, said):
    assert engine.transcribe(text, voice) == said


def test_another_language_s_sounds_are_not_announced(engine, voice):
    french = replace(voice, id="roa/fr")

    assert "(" not in engine.transcribe("Le New York Times", french)


@pytest.mark.slow
def test_the_system_s_own_way_keeps_the_contract():
    """In a process of its own: two initialisations of espeak in one process crash."""
    import subprocess
    import sys
    from pathlib import Path

    contract = Path(__file__).with_name("contract_of_system.py")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(contract)]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
