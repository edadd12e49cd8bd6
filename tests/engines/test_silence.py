from dataclasses import replace

import pytest

from narrate.engines.silence import SilenceEngine
from narrate.testing import EngineContract


class TestContract(EngineContract):
    takes_any_voice = True

    @pytest.fixture(autouse=True)
    def _given(self, voice):
        self._voice = replace(voice, engine="silence", kind="silent")

    def engine(self):
        return SilenceEngine()

    def voice(self):
        return self._voice


def test_it_is_silent_for_as_long_as_the_words_would_take(voice):
    clip = SilenceEngine().speak("word " * 175, replace(voice, rate=175))

    assert not clip.pcm.strip(b"\0")
    assert clip.duration == pytest.approx(50, abs=1)  # 5 of the 6 characters a word stands for


def test_every_word_has_its_mark(voice):
    text = "It has  four words."

    clip = SilenceEngine().speak(text, voice)

    assert [text[m.position : m.position + m.length] for m in clip.marks] == text.split()
