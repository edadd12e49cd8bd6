"""What a container is given: the sound, and what is known of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from narrate.master.coding import Coding
    from narrate.publish.chapters import Chapter
    from narrate.publish.narration import Narration


@dataclass(frozen=True, slots=True)
class Sound:
    """The programme's frames, as its coding made them."""

    coding: "Coding"
    frames: int
    size: int
    """Bytes."""
    chunks: Callable[[], Iterator[bytes]]
    """All of them, from the first; may be asked for again."""


@dataclass(frozen=True, slots=True)
class About:
    """What the file's tags and chapters are made from."""

    container: str
    """Its name."""
    bitrate: int
    """Kilobits a second; 0 where the container has none to choose."""
    narration: "Narration"
    cover: bytes | None = None
    """A JPEG or PNG picture."""

    def id3(self) -> bytes:
        """The programme's ID3 tag."""
        from narrate.publish.tags import id3

        one = self.narration
        return id3(one.script, one.timeline, one.voice, cover=self.cover, told=one.disclosure)

    def chapters(self) -> tuple["Chapter", ...]:
        """The programme's chapters."""
        from narrate.publish.chapters import chapters

        narration = self.narration
        return chapters(narration.timeline, narration.script.metadata.title)
