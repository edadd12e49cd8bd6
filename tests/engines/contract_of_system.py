"""The contract of the way that macOS and Windows speak, driven on Linux with espeak.

Not collected with the rest: `test_pyttsx3.py` runs it in a process of its own.
"""

import ctypes
import os
from pathlib import Path

import espeakng_loader
import pytest

from narrate.engines import system
from narrate.testing import EngineContract

os.environ["ESPEAK_DATA_PATH"] = str(Path(espeakng_loader.get_data_path()).parent)
ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


class SystemEngine:
    """`system.py` as an engine, told to use espeak."""

    name = "pyttsx3"
    phonemes = False

    def version(self):
        return "espeak"

    def check(self):
        self.voices()

    def voices(self):
        return system.system_voices("espeak")

    def speak(self, text, voice):
        return system.speak(text, voice, driver="espeak")


class TestContract(EngineContract):
    longest = system.MAX_CHARACTERS
    # pyttsx3's espeak driver falls back to 175 words a minute whenever it is stopped; that is
    # why Linux doesn't speak in this way, and the voice here is set to that rate.
    test_a_faster_voice_takes_less_time = None

    @pytest.fixture(autouse=True)
    def _given(self, voice):
        self._voice = voice

    def engine(self):
        return SystemEngine()

    def voice(self):
        return self._voice
