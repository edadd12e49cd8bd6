"""The end of the making of a file: tags, sound, signature, and then what the file came to.

Whatever changes the file's bytes happens here, and in this order, so that its length and its
hash, which the manifest and feeds tell, are those of the file that is published.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from tempfile import TemporaryFile
from typing import IO, cast

from narrate.containers import About, Container, Sound

_CHUNK = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Finished:
    """What a file came to."""

    bytes: int
    sha256: str
    """In hexadecimal."""


class _Measured:
    """Writes to a file, and counts and hashes on the way: nothing is read a second time."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = sha256()
        self._size = 0

    def write(self, data: bytes) -> int:
        """Write at the end."""
        self._hash.update(data)
        self._size += len(data)
        return self._file.write(data)

    def finished(self) -> Finished:
        """What has been written."""
        return Finished(self._size, self._hash.hexdigest())


Sign = Callable[[IO[bytes], IO[bytes], str], None]
"""Writes the tagged file of a media type to a second file, with its signature in it."""


def finish(
    container: Container, sound: Sound, about: About, file: IO[bytes], sign: Sign | None = None
) -> Finished:
    """Write the file of sound as it will be published.

    The signature covers the tagged file and is part of it: so it comes after the tags, and
    before anything is counted. Raises EncodeError where the file can't be made, and what `sign`
    raises; then nothing has been written.
    """
    out = _Measured(file)
    if sign is None:
        container.write(sound, about, cast("IO[bytes]", out))  # which does nothing but write to it
        return out.finished()
    with TemporaryFile() as plain, TemporaryFile() as signed:
        container.write(sound, about, plain)
        sign(plain, signed, container.media_type)
        signed.seek(0)
        while chunk := signed.read(_CHUNK):
            out.write(chunk)
    return out.finished()
