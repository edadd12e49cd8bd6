"""Segment and voice → clip: spoken, checked, and kept for the next time.

Nothing of an article may be lost between its script and its sound, so no clip counts until it
has been checked: it is there, it is not silent, and it is about as long as its words.
"""

import struct

from narrate import cache
from narrate.cache import Cache
from narrate.engines import Engine
from narrate.errors import EngineError
from narrate.model import Clip, Mark, Segment, Voice

_FORMAT = 1  # of a kept clip
_HEADER = struct.Struct("<IIQ")
_MARK = struct.Struct("<III")

_CHARACTERS_A_WORD = 6
_SHORTEST = 0.12
"""Of the time a text should take: less is a clip cut short. Espeak's shortest was 0.35."""
_LONGEST_A_CHARACTER = 3.0
"""Seconds; a letter of a foreign script is announced at length, a digit may be a word."""


def speak(segment: Segment, voice: Voice, engine: Engine, kept: Cache | None = None) -> Clip:
    """The sound of a segment, from the cache where it was spoken before.

    Raises EngineError, which names the segment, when it can't be spoken or its sound is not
    plausible; a second attempt is made first.
    """
    if not sayable(segment.spoken):
        return Clip(b"", 22050)
    name = clip_key(segment.spoken, voice, engine)
    found = kept.get(name) if kept else None
    if found is not None:
        return unpacked(found)
    clip = _spoken(segment, voice, engine)
    if kept:
        kept.put(name, packed(clip))
    return clip


def sayable(text: str) -> bool:
    """Whether there is anything in a text that a voice can say."""
    return any(character.isalnum() for character in text)


def clip_key(spoken: str, voice: Voice, engine: Engine) -> str:
    """The cache's key of a text's clip: all that its sound depends on."""
    settings = (engine.name, engine.version(), voice.id, voice.rate, voice.pitch)
    return cache.key("clip", _FORMAT, *settings, spoken)


def _spoken(segment: Segment, voice: Voice, engine: Engine) -> Clip:
    try:
        return _checked(segment, voice, engine)
    except EngineError:
        try:
            return _checked(segment, voice, engine)
        except EngineError as error:
            named = f"segment {segment.text[:60]!r}"
            raise EngineError(error.what, subject=named, mend=error.mend) from error


def _checked(segment: Segment, voice: Voice, engine: Engine) -> Clip:
    clip = engine.speak(segment.spoken, voice)
    check(clip, segment.spoken, voice)
    return clip


def check(clip: Clip, spoken: str, voice: Voice) -> None:
    """Raises EngineError when a clip can't be the sound of that text."""
    if clip.rate <= 0:
        raise EngineError(f"engine {voice.engine} gave sound at {clip.rate} samples a second")
    if not clip.pcm:
        raise EngineError(f"engine {voice.engine} gave no sound")
    if voice.kind != "silent" and not clip.pcm.strip(b"\0"):
        raise EngineError(f"engine {voice.engine} gave silence")
    expected = len(spoken) * 60 / (voice.rate * _CHARACTERS_A_WORD)
    longest = 10 + len(spoken) * _LONGEST_A_CHARACTER
    if not _SHORTEST * expected <= clip.duration <= longest:
        raise EngineError(
            f"engine {voice.engine} gave {clip.duration:.2f} s of sound for "
            f"{len(spoken)} characters, which can't be all of them"
        )


def packed(clip: Clip) -> bytes:
    """A clip as bytes to keep."""
    header = _HEADER.pack(clip.rate, len(clip.marks), len(clip.pcm))
    marks = (_MARK.pack(mark.position, mark.length, mark.sample) for mark in clip.marks)
    return b"".join((header, *marks, clip.pcm))


def unpacked(data: bytes) -> Clip:
    """The clip that `packed` made these bytes of."""
    rate, count, _ = _HEADER.unpack_from(data)
    start = _HEADER.size + count * _MARK.size
    marks = tuple(Mark(*fields) for fields in _MARK.iter_unpack(data[_HEADER.size : start]))
    return Clip(data[start:], rate, marks)
