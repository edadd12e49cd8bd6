"""The system's own voices through pyttsx3's public API: macOS (nsss) and Windows (SAPI 5).

What pyttsx3 2.99 does by itself is guarded against: one text is queued at a time (a second
one would replace it), the engine is kept for the life of the process (collected early, it
cuts its file), the file is waited for and read back (the first `runAndWait` may return before
it exists), every wait has an end, and what the drivers print is not passed on.
"""

import contextlib
import io
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from narrate.engines import EngineVoice
from narrate.engines.soundfile import read_sound
from narrate.errors import EngineError
from narrate.model import Clip, Voice

MAX_CHARACTERS = 1200
"""Longer texts are refused: pyttsx3 2.99 passes ten times a buffer's length to the driver,
which is a segmentation fault from 13,107 bytes of UTF-8 on."""

_SECONDS_A_CHARACTER = 0.05
_LOOK = 0.02  # seconds between looks at a file
_STEADY = 12
"""Looks in a row at which a file must have the same size: on a busy machine the writer pauses."""
_SECONDS_AT_LEAST = 20.0


@cache
def _engine(driver: str | None) -> Any:
    import pyttsx3

    try:
        return pyttsx3.init(driver)
    except (ImportError, OSError, RuntimeError, KeyError) as error:
        raise EngineError(
            f"the system's speech does not start: {error}",
            subject="pyttsx3",
            mend="are voices installed in the system's settings?",
        ) from error


def system_voices(driver: str | None = None) -> tuple[EngineVoice, ...]:
    """The voices that the system offers."""
    return tuple(
        EngineVoice(voice.id, voice.name or voice.id, _tag(voice.languages))
        for voice in _engine(driver).getProperty("voices")
    )


def _tag(languages: Any) -> str:
    first = languages[0] if languages else "und"
    text = first.decode("ascii", "ignore") if isinstance(first, bytes) else str(first)
    return text.strip("\x00\x01\x02\x03\x04\x05 ").replace("_", "-")


def pick(voice: Voice, offered: tuple[EngineVoice, ...]) -> str:
    """The id of the system's voice to speak with: the one named, else one of its language.

    Raises EngineError when the system has none.
    """
    wanted = voice.language.casefold()

    def rank(offer: EngineVoice) -> int:
        tag = offer.language.casefold()
        return (
            3 * (offer.id.casefold() == voice.id.casefold())
            or 2 * (tag == wanted)
            or int(tag.split("-")[0] == wanted.split("-")[0])
        )

    best = max(offered, key=rank, default=None)
    if best is None or not rank(best):
        raise EngineError(
            f"the system has no voice for {voice.language}",
            subject=f"voice {voice.name}",
            mend="install one in the system's speech settings",
        )
    return best.id


def speak(text: str, voice: Voice, *, driver: str | None = None) -> Clip:
    """The sound of a text, written by the system to a temporary file and read back."""
    if len(text) > MAX_CHARACTERS:
        raise EngineError(
            f"a text of {len(text)} characters is too long for the system's speech",
            mend=f"split it into sentences of at most {MAX_CHARACTERS}",
        )
    said = _sendable(text)
    if not said:
        raise EngineError("there is nothing to say")
    engine = _engine(driver)
    with tempfile.TemporaryDirectory(prefix="narrate-") as folder:
        file = Path(folder, "clip.wav")
        with contextlib.redirect_stdout(io.StringIO()):
            engine.setProperty("voice", pick(voice, system_voices(driver)))
            engine.setProperty("rate", voice.rate)
            engine.save_to_file(said, str(file))
            engine.runAndWait()
        return _await_sound(file, _SECONDS_AT_LEAST + len(text) * _SECONDS_A_CHARACTER)


def _sendable(text: str) -> str:
    """The text as the drivers can take it: NUL would end it, half a surrogate pair raises."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode().strip()


def _await_sound(file: Path, seconds: float) -> Clip:
    """The sound in a file, once it is there and no longer growing."""
    deadline = time.monotonic() + seconds
    size, alike = -1, 0
    while time.monotonic() < deadline:
        now = file.stat().st_size if file.exists() else -1
        alike = alike + 1 if now == size else 0
        if now > 0 and alike == _STEADY:
            return read_sound(file.read_bytes())
        size = now
        time.sleep(_LOOK)
    raise EngineError(
        f"the system's speech wrote nothing within {seconds:.0f} s", subject="pyttsx3"
    )
