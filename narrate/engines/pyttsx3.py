"""The default engine: pyttsx3, which speaks offline on every desktop system.

On Linux it is espeak-ng through pyttsx3's binding (`binding.py`: exact word times, no event
loop). macOS and Windows speak with the system's voices through pyttsx3's public API
(`system.py`).
"""

import sys
from functools import cache
from importlib.metadata import version

from narrate.engines import EngineVoice
from narrate.model import Clip, Voice

BOUND = sys.platform.startswith("linux")


class Pyttsx3Engine:
    """Speaks with pyttsx3."""

    name = "pyttsx3"
    phonemes = BOUND

    def version(self) -> str:
        """The versions of pyttsx3 and of what speaks under it."""
        return _version()

    def check(self) -> None:
        """Raises EngineError when no speech comes out of pyttsx3 here."""
        self.voices()

    def voices(self) -> tuple[EngineVoice, ...]:
        """The voices of espeak-ng on Linux, of the system elsewhere."""
        if BOUND:
            from narrate.engines.binding import synthesiser

            return synthesiser().voices()
        from narrate.engines.system import system_voices

        return system_voices()

    def speak(self, text: str, voice: Voice) -> Clip:
        """The sound of a text, with exact word times on Linux and estimated ones elsewhere."""
        if BOUND:
            from narrate.engines.binding import synthesiser

            return synthesiser().speak(text, voice)
        from narrate.engines.system import speak

        return speak(text, voice)

    def transcribe(self, text: str, voice: Voice) -> str | None:
        """The text in the International Phonetic Alphabet; None but on Linux."""
        if not BOUND:
            return None
        from narrate.engines.binding import synthesiser

        return synthesiser().transcribe(text, voice)


@cache
def _version() -> str:
    # From the installed metadata: the main process asks too, and need not load espeak for it.
    spoken_by = f"espeakng-loader {version('espeakng-loader')}" if BOUND else sys.platform
    return f"{version('pyttsx3')} {spoken_by}"
