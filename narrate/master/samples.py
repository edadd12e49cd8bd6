"""Sound left as it is, for the containers that encode or store the whole of it."""

from dataclasses import dataclass

from narrate.master.coding import Frames

_SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Samples:
    """Signed 16-bit little-endian samples of one channel: a frame is a sample, no seam shows."""

    rate: int = 22050
    """Samples a second."""

    @property
    def frame(self) -> int:
        """Samples a frame."""
        return 1

    @property
    def scale_db(self) -> float:
        """Nothing is changed."""
        return 0.0

    def encode(self, pcm: bytes, content: int) -> Frames:
        """The samples themselves; at least `content` of them."""
        data = pcm.ljust(_SAMPLE_BYTES * content, b"\0")
        return Frames(data, len(data) // _SAMPLE_BYTES)

    def seconds(self, frames: int) -> float:
        """How long so many samples are heard.

        >>> Samples(8000).seconds(4000)
        0.5
        """
        return frames / self.rate
