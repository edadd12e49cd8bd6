"""Keys for marks: bytes that nobody can guess, from a file or from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

from narrate.errors import WatermarkError
from narrate.watermarks import Marking, find

VARIABLE = "NARRATE_WATERMARK_KEY"
FROM_ENVIRONMENT = "env"
_LEAST = 16  # bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mark that is asked for, whose key has not been read yet."""

    place: str
    """As `read_key` takes it."""
    name: str = "spread"

    def marking(self) -> Marking:
        """The mark; raises WatermarkError where the key can't be read, or nobody knows the mark."""
        find(self.name)
        return Marking(read_key(self.place), self.name)


def read_key(place: str) -> bytes:
    """The key in a file, or in the environment where `place` is `env`.

    White space around it is none of it. Raises WatermarkError for a key that can't be read, or is
    too short to be one.
    """
    if place == FROM_ENVIRONMENT:
        name, key = VARIABLE, os.environ.get(VARIABLE, "").encode()
    else:
        name, key = place, _bytes(Path(place))
    key = key.strip()
    if len(key) < _LEAST:
        raise WatermarkError(
            f"is no key: {len(key)} bytes, and {_LEAST} are the least",
            subject=name,
            mend="`narrate keys watermark FILE` makes one",
        )
    return key


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WatermarkError(f"can't be read: {error.strerror}", subject=str(path)) from error
