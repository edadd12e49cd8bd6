"""Containers: what a programme is written into, with its tags and chapters.

MP3 and WAV are written by the package itself; FLAC, Opus and AAC are encoded by ffmpeg, from
the machine or from the extra `narrate[formats]`. To add one: write `def write(sound, about,
file)` in a module of its own, and put it into `_ALL`.
"""

import importlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO

from narrate.errors import ConfigError
from narrate.master.coding import Coding
from narrate.master.mp3 import RATES, Encoding
from narrate.master.samples import Samples

from .content import About, Sound

__all__ = ["About", "Container", "Sound", "find", "for_suffix", "names"]


@dataclass(frozen=True, slots=True)
class Container:
    """One kind of file."""

    name: str
    media_type: str
    module: str
    """The module of this package that writes it."""
    bitrate: int | None = None
    """Kilobits a second where nobody asks for another; None where there is none to choose."""

    @property
    def suffix(self) -> str:
        """With its dot."""
        return f".{self.name}"

    def coding(self, rate: int, bitrate: int | None, quality: int) -> Coding:
        """What pieces are made into for it, at `rate` samples a second."""
        if self.name == "mp3":
            return Encoding(rate, bitrate or self.bitrate or 64, quality)
        return Samples(rate)

    def rate(self, own: int) -> int:
        """The samples a second that suit sound of a voice's `own` rate."""
        if self.name == "mp3":
            return min((rate for rate in RATES if rate >= own), default=max(RATES))
        return own

    def check(self) -> None:
        """Raises EncodeError where it can't be written on this machine, with the way to mend it."""
        if self.module == "encoded":
            from .ffmpeg import program

            program()

    def write(self, sound: Sound, about: About, file: IO[bytes]) -> None:
        """Write the whole file; raises EncodeError where it can't be."""
        importlib.import_module(f"{__name__}.{self.module}").write(sound, about, file)


_ALL = (
    Container("mp3", "audio/mpeg", "mp3", 64),
    Container("opus", "audio/ogg", "encoded", 32),
    Container("m4b", "audio/mp4", "encoded", 64),
    Container("m4a", "audio/mp4", "encoded", 64),
    Container("flac", "audio/flac", "encoded"),
    Container("wav", "audio/wav", "wav"),
)


def names() -> tuple[str, ...]:
    """The names of all containers, the usual one first."""
    return tuple(one.name for one in _ALL)


def find(name: str) -> Container:
    """A container by its name.

    >>> find("opus").media_type
    'audio/ogg'
    """
    for one in _ALL:
        if one.name == name:
            return one
    raise ConfigError("is no format of audio", subject=name, mend=f"one of {', '.join(names())}")


def for_suffix(path: str) -> Container | None:
    """The container that a file's name asks for, None where it asks for none known.

    >>> for_suffix("monday/story.M4B").name
    'm4b'
    >>> for_suffix("story.txt")
    """
    suffix = PurePath(path).suffix.lower()
    return next((one for one in _ALL if one.suffix == suffix), None)
