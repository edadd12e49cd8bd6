"""Pieces → programme: the joined frames, when everything is heard, and how loud it is."""

import shutil
import tempfile
from dataclasses import dataclass, field
from typing import IO

from narrate.master.loudness import integrated
from narrate.master.mp3 import Encoding, info_frame, seconds
from narrate.model import Cue, Timeline
from narrate.piece import Made, placed

_IN_MEMORY = 8_000_000  # bytes: a quarter of an hour; longer programmes wait on the disk


def _spool() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)


@dataclass
class Programme:
    """Takes pieces in their order as they are made; memory doesn't grow with the sound."""

    encoding: Encoding
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
        start = self.frames * self.encoding.frame / self.encoding.rate
        self.cues += placed(made.cues, start)
        self.energies += made.energies
        self._sound.write(made.frames.data)
        self.frames += made.frames.count
        self.size += len(made.frames.data)

    def timeline(self) -> Timeline:
        """When everything is heard."""
        return Timeline(seconds(self.frames, self.encoding), tuple(self.cues))

    def loudness(self) -> float:
        """LUFS of the whole, single-channel measure."""
        return integrated(self.energies)

    def write(self, file: IO[bytes], tag: bytes) -> None:
        """Write the MP3: its tag, one Info header, and the frames."""
        file.write(tag)
        file.write(info_frame(self.frames, self.size, self.encoding))
        self._sound.seek(0)
        shutil.copyfileobj(self._sound, file, 1 << 20)

    def close(self) -> None:
        """Let go of the sound."""
        self._sound.close()
