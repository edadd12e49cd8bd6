"""MP3: an ID3 tag, one Info header over all, and the frames as they were joined."""

from typing import IO

from narrate.errors import EncodeError
from narrate.master.mp3 import Encoding, info_frame

from .content import About, Sound


def write(sound: Sound, about: About, file: IO[bytes]) -> None:
    """Write the MP3."""
    if not isinstance(sound.coding, Encoding):
        raise EncodeError("the sound was not made into MP3 frames")
    file.write(about.id3())
    file.write(info_frame(sound.frames, sound.size, sound.coding))
    for chunk in sound.chunks():
        file.write(chunk)
