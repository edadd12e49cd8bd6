"""A narrated article with what belongs to it: what a manifest holds, and pages are made from."""

from dataclasses import dataclass, field

from narrate.model import Script, Timeline, Voice

from .disclosure import Disclosure


@dataclass(frozen=True, slots=True)
class Audio:
    """The finished file of sound, as it lies on the disk: tagged, and signed where it is signed."""

    url: str
    """Relative to the manifest, or absolute."""
    bytes: int
    sha256: str
    """In hexadecimal."""
    type: str = "audio/mpeg"


@dataclass(frozen=True, slots=True)
class Links:
    """Where what belongs to an episode lies: relative to the manifest, or absolute."""

    source: str | None = None
    """The article in the publisher's site."""
    captions: str | None = None
    words: str | None = None
    subtitles: str | None = None
    transcript: str | None = None
    chapters: str | None = None
    page: str | None = None
    """A page of the episode's own."""


@dataclass(frozen=True, slots=True)
class Narration:
    """A narrated article as its manifest tells it.

    What is only needed to make sound does not come back: how words map to spoken words
    (`Segment.tokens`) and the voice's pauses.
    """

    script: Script
    timeline: Timeline
    voice: Voice
    disclosure: Disclosure
    audio: Audio | None = None
    """None where the manifest doesn't tell."""
    links: Links = field(default_factory=Links)
