"""A real engine that says nothing: silence as long as the speech would take.

Tests and `--dry-run` use it: every later stage runs on it at full speed.
"""

import re

from narrate.engines import EngineVoice
from narrate.model import Clip, Mark, Voice

RATE = 22050
_CHARACTERS_A_WORD = 6  # what "words a minute" counts, its space included


class SilenceEngine:
    """Holds its tongue for the right time."""

    name = "silence"
    phonemes = False

    def version(self) -> str:
        """Always 1: silence doesn't change."""
        return "1"

    def check(self) -> None:
        """Returns: it runs everywhere."""

    def voices(self) -> tuple[EngineVoice, ...]:
        """One, for every language."""
        return (EngineVoice("silence", "Silence", "und"),)

    def speak(self, text: str, voice: Voice) -> Clip:
        """Silence of a plausible length, with a mark for each word."""
        samples_a_character = RATE * 60 / (voice.rate * _CHARACTERS_A_WORD)
        marks = tuple(
            Mark(word.start(), len(word[0]), round(word.start() * samples_a_character))
            for word in re.finditer(r"\S+", text)
        )
        return Clip(bytes(2 * round((len(text) + 1) * samples_a_character)), RATE, marks)
