"""The end of the making of a file: tags, sound, signature, and then what the file came to.

Whatever changes the file's bytes happens here, and in this order, so that its length and its
hash, which the manifest and feeds tell, are those of the file that is published.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import IO, cast

from narrate.containers import About, Container, Sound


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


def finish(container: Container, sound: Sound, about: About, file: IO[bytes]) -> Finished:
    """Write the file of sound as it will be published.

    A signature would go between the two lines: it covers the tagged file and is part of it.
    Raises EncodeError where it can't be made.
    """
    out = _Measured(file)
    container.write(sound, about, cast("IO[bytes]", out))  # which does nothing but write to it
    return out.finished()
