"""One phrase, said: to try a voice or a pronunciation before it goes into an article.

A phrase goes the way of an article's pieces, so it sounds and is tagged as an edition is. It
opens with no notice: nobody is being told news.
"""

import io
import wave
from dataclasses import dataclass

import numpy as np

from narrate.cache import Cache
from narrate.conversion import Inline
from narrate.errors import ScriptError
from narrate.model import Metadata, Script, Segment, Voice
from narrate.piece import Calibration
from narrate.pipeline import Maker, Settings
from narrate.reading import Reading, lexicon_for, voice_for


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as a script, and the voice for it."""

    script: Script
    voice: Voice
    kept: Cache | None = None

    @property
    def spoken(self) -> str:
        """What the voice is sent."""
        return " ".join(segment.spoken for segment in self.script.segments)

    def transcribed(self) -> str | None:
        """How it is said, in the International Phonetic Alphabet; None where that isn't known."""
        from narrate.engines import transcribe

        return transcribe(self.spoken, self.voice)

    def edition(self, format: str = "mp3") -> bytes:  # noqa: A002 - the option's name
        """The phrase as a whole file, with its tags; raises EngineError or EncodeError."""
        file = io.BytesIO()
        maker = Maker(Inline(), Settings(format=format, phrase=True, kept=self.kept))
        maker.make(self.script, self.voice, file, lambda _done, _total: None)
        return file.getvalue()

    def wav(self) -> bytes:
        """The phrase as a WAV, as loud as an edition; raises EngineError."""
        from narrate.engines import find
        from narrate.master.limiter import limited
        from narrate.master.pieces import CEILING, as_pcm, floats
        from narrate.speak import speak
        from narrate.stitch import stitch

        segments, engine = self.script.segments, find(self.voice.engine)
        track = stitch([(one, speak(one, self.voice, engine, self.kept)) for one in segments])
        scale = np.float32(10 ** (self._gain() / 20))
        file = io.BytesIO()
        with wave.open(file, "wb") as sound:
            sound.setparams((1, 2, track.rate, 0, "NONE", ""))
            sound.writeframes(as_pcm(limited(floats(track.pcm) * scale, track.rate, CEILING)))
        return file.getvalue()

    def _gain(self) -> float:
        """In dB."""
        if self.voice.gain is not None or self.voice.kind == "silent":
            return self.voice.gain or 0.0
        return Calibration(self.script.segments, self.voice, self.kept).run()


def phrase(
    text: str, reading: Reading, language: str | None = None, kept: Cache | None = None
) -> Phrase:
    """The phrase of a text; `language` is its BCP 47 tag, else that of the voice.

    Raises ScriptError where there is nothing to say, VoiceError, and ConfigError for a file that
    is no lexicon.
    """
    from narrate.spoken import normalise, sentences

    voice = voice_for(language, reading)
    lexicon = lexicon_for(voice, reading)
    tag = language or voice.language
    segments = []
    for sentence in sentences(text, tag):
        said = normalise(sentence, tag, lexicon=lexicon)
        pause = voice.pauses.sentence
        segments.append(Segment("paragraph", sentence, said.spoken, said.tokens, pause, block=0))
    if not any(character.isalnum() for segment in segments for character in segment.spoken):
        raise ScriptError("there is nothing to say", subject=repr(text))
    title = " ".join(text.split())
    return Phrase(Script(Metadata(title), voice.name, tag, tuple(segments)), voice, kept)
