"""How a mastered piece becomes bytes that can be kept, joined and counted.

Two codings are there: `mp3.Encoding`, whose joined frames are the finished file, and
`samples.Samples`, which leaves the sound as it is for a container that wants it whole.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Frames:
    """A run of frames without a header, as long as `count` times its coding's frame."""

    data: bytes
    count: int


class Coding(Protocol):
    """What pieces are made into. Codings are compared by value: a kept piece is found by it."""

    @property
    def rate(self) -> int:
        """Samples a second."""
        ...

    @property
    def frame(self) -> int:
        """Samples a frame."""
        ...

    @property
    def scale_db(self) -> float:
        """What encoding changes the level by, in dB."""
        ...

    def encode(self, pcm: bytes, content: int) -> Frames:
        """16-bit samples as frames; the first `content` must be heard, the rest is pause."""
        ...

    def seconds(self, frames: int) -> float:
        """How long so many frames are heard."""
        ...
