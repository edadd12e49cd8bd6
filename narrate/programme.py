"""Pieces → programme: the joined frames, when everything is heard, and how loud it is."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from narrate.master.coding import Coding
from narrate.master.loudness import integrated
from narrate.model import Cue, Timeline
from narrate.piece import Made, placed

_IN_MEMORY = 8_000_000  # bytes: a quarter of an hour of MP3; longer programmes wait on the disk
_CHUNK = 1 << 20  # bytes


def _spool() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)


@dataclass
class Programme:
    """Takes pieces in their order as they are made; memory doesn't grow with the sound."""

    coding: Coding
    frames: int = 0
    size: int = 0
    """Bytes of sound."""
    cues: list[Cue] = field(default_factory=list)
    energies: list[float] = field(default_factory=list)
    _sound: IO[bytes] = field(default_factory=_spool, repr=False)

    def add(self, made: Made) -> None:
        """Put a piece at the end.

        Its first sample is heard when its first frame is: counted in frames, no time drifts.
        """
        start = self.frames * self.coding.frame / self.coding.rate
        self.cues += placed(made.cues, start)
        self.energies += made.energies
        self._sound.write(made.frames.data)
        self.frames += made.frames.count
        self.size += len(made.frames.data)

    def timeline(self) -> Timeline:
        """When everything is heard."""
        return Timeline(self.coding.seconds(self.frames), tuple(self.cues))

    def loudness(self) -> float:
        """LUFS of the whole, single-channel measure."""
        return integrated(self.energies)

    def sound(self) -> Iterator[bytes]:
        """All frames, from the first, in chunks."""
        self._sound.seek(0)
        while chunk := self._sound.read(_CHUNK):
            yield chunk

    def close(self) -> None:
        """Let go of the sound."""
        self._sound.close()
