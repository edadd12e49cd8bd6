"""espeak-ng through pyttsx3's own ctypes binding, in synchronous mode.

pyttsx3's event loop is left aside on purpose. Reproduced on 2.99: it loses the first of two
queued texts, returns from the first utterance before its file exists, crashes on texts of
13,107 bytes and more or with two engines in a process, cuts files short when an engine is
collected, and loops for ever on an unwritable path. The binding under it, called in
synchronous mode, blocks until the sound is there, reports words with their exact sample,
and does none of that.

The library comes from the `espeakng-loader` wheel. `_espeak` asks the loader for
`libespeak-ng.so.1`, which is the SONAME of that wheel's library: once it is loaded by its
full path, that request finds it, and nothing of the system's is needed.
"""

import ctypes
import os
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from narrate.cache import default_folder
from narrate.engines import EngineVoice
from narrate.engines.steady import VARIANT, steady_home
from narrate.errors import EngineError
from narrate.model import Clip, Mark, Voice

EVENT_WORD = 1
_IPA = 0x02  # espeakPHONEMES_IPA
_SWITCH = re.compile(r"\([a-z-]+\)")
"""Where the library goes on with another language's sounds: '(en)', '(fr)'."""


def _binding() -> tuple[ModuleType, int, Path]:
    """The binding, initialised, its samples a second, and where its data lies."""
    try:
        import espeakng_loader
    except ImportError as error:
        raise EngineError(
            "espeak-ng is not installed", subject="pyttsx3", mend="pip install espeakng-loader"
        ) from error
    data = Path(espeakng_loader.get_data_path())
    home = steady_home(data, default_folder())
    os.environ["ESPEAK_DATA_PATH"] = str(home)
    try:
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
        from pyttsx3.drivers import _espeak
    except (ImportError, OSError, RuntimeError) as error:
        raise EngineError(
            f"the espeak-ng library does not load: {error}",
            subject="pyttsx3",
            mend="pip install --force-reinstall espeakng-loader pyttsx3",
        ) from error
    rate = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, 0, str(home).encode(), 0)
    if rate <= 0:
        raise EngineError("espeak-ng did not start", subject="pyttsx3", mend=f"is {data} whole?")
    return _espeak, rate, data


class _Synthesiser:
    """The one espeak-ng of this process, with the voice that it is set to.

    The library keeps global state, so there can be only one; `synthesiser()` is its door.
    """

    def __init__(self) -> None:
        self._espeak, self.rate, self._data = _binding()
        self._chunks: list[bytes] = []
        self._marks: list[Mark] = []
        self._setting: tuple[str, int, int] | None = None
        # The binding keeps the reference: ctypes frees a callback that nothing refers to, and
        # espeak-ng would then call into freed memory.
        self._espeak.SetSynthCallback(self._collect)

    def _collect(self, wav: Any, count: int, events: Any) -> int:
        """Take what espeak-ng hands over while it speaks: sound and word events."""
        if count > 0:
            self._chunks.append(ctypes.string_at(wav, count * 2))
        index = 0
        while events[index].type:
            event = events[index]
            if event.type == EVENT_WORD:
                # text_position counts characters from 1.
                self._marks.append(Mark(event.text_position - 1, event.length, event.sample))
            index += 1
        return 0

    def _set(self, voice_id: str, rate: int, pitch: int) -> None:
        if self._setting == (voice_id, rate, pitch):
            return
        self._setting = None
        language, _, variant = voice_id.partition("+")
        named = f"{language}+{variant or VARIANT}"
        known = self._espeak.SetVoiceByName(named.encode()) == 0
        # espeak-ng takes a variant that it doesn't have for none at all.
        if not known or (variant and not (self._data / "voices" / "!v" / variant).is_file()):
            raise EngineError(
                f"espeak-ng has no voice {voice_id!r}", mend="see `narrate voices --all`"
            )
        self._espeak.SetParameter(self._espeak.RATE, rate, 0)
        self._espeak.SetParameter(self._espeak.PITCH, pitch, 0)
        self._setting = (voice_id, rate, pitch)

    def speak(self, text: str, voice: Voice) -> Clip:
        """The sound of a text and where its words begin; `[[...]]` in it is said as phonemes."""
        self._set(voice.id, voice.rate, voice.pitch)
        self._chunks.clear()
        self._marks.clear()
        flags = self._espeak.CHARS_UTF8 | self._espeak.PHONEMES
        # A NUL would end the text; a space keeps every position.
        if self._espeak.Synth(text.replace("\0", " ").encode("utf-8", "replace"), flags=flags):
            raise EngineError("espeak-ng did not take the text")
        return Clip(b"".join(self._chunks), self.rate, tuple(self._marks))

    def transcribe(self, text: str, voice: Voice) -> str:
        """The text in the International Phonetic Alphabet, a space between its clauses.

        `espeak_TextToPhonemes` (speak_lib.h) translates one clause a call, moves the pointer on
        and sets it to NULL at the end. pyttsx3 doesn't bind it. It takes `[[...]]` for phonemes
        only after `Synth` was called so, which is done with nothing to say.
        """
        self._set(voice.id, voice.rate, voice.pitch)
        self._espeak.Synth(b" ", flags=self._espeak.CHARS_UTF8 | self._espeak.PHONEMES)
        tell = self._espeak.dll.espeak_TextToPhonemes
        tell.restype = ctypes.c_char_p
        sent = ctypes.create_string_buffer(text.replace("\0", " ").encode("utf-8", "replace"))
        at = ctypes.c_void_p(ctypes.addressof(sent))
        clauses: list[str] = []
        while at.value:
            clauses.append(tell(ctypes.byref(at), self._espeak.CHARS_UTF8, _IPA).decode())
        return " ".join(_SWITCH.sub("", " ".join(clauses)).split())

    def version(self) -> str:
        """The version of the espeak-ng library, as `1.52.0`."""
        return str(self._espeak.Info(None).decode().split()[0])

    def voices(self) -> tuple[EngineVoice, ...]:
        """What espeak-ng offers."""
        return tuple(
            EngineVoice(
                id=voice.identifier.decode(),
                name=voice.name.decode(),
                language=voice.languages[1:].decode("utf-8", "replace"),  # after a priority byte
            )
            for voice in self._espeak.ListVoices(None)
        )


@cache
def synthesiser() -> _Synthesiser:
    """The espeak-ng of this process; raises EngineError when it can't run here."""
    return _Synthesiser()
