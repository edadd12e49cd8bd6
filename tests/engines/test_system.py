from dataclasses import replace

import pytest

from narrate.engines import EngineVoice
from narrate.engines.system import MAX_CHARACTERS, pick, speak
from narrate.errors import EngineError

OFFERED = (
    EngineVoice("com.apple.Anna", "Anna", "de-DE"),
    EngineVoice("com.apple.Samantha", "Samantha", "en-US"),
    EngineVoice("com.apple.Daniel", "Daniel", "en-GB"),
)


@pytest.mark.parametrize(
    ("voice_id", "language", "picked"),
    [
        ("com.apple.daniel", "de-DE", "com.apple.Daniel"),
        ("gmw/en", "en-GB", "com.apple.Daniel"),
        ("gmw/en", "en-AU", "com.apple.Samantha"),
        ("gmw/de", "de", "com.apple.Anna"),
    ],
)
def test_the_voice_named_is_picked_else_one_of_its_language(voice, voice_id, language, picked):
    wanted = replace(voice, id=voice_id, language=language)

    assert pick(wanted, OFFERED) == picked


@pytest.mark.parametrize("offered", [OFFERED, ()])
def test_a_language_without_a_voice_is_told(voice, offered):
    with pytest.raises(EngineError, match="no voice for fi"):
        pick(replace(voice, id="fi", language="fi"), offered)


def test_a_text_that_would_crash_the_driver_is_refused(voice):
    with pytest.raises(EngineError, match="too long"):
        speak("x" * (MAX_CHARACTERS + 1), voice)


@pytest.mark.parametrize("text", ["", " \0 "])
def test_nothing_is_not_sent(voice, text):
    with pytest.raises(EngineError, match="nothing to say"):
        speak(text, voice)
