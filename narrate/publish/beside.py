"""What lies beside a file of sound: which files there are, and what they are called."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

Companion = Literal["captions", "words", "subtitles", "transcript", "chapters"]
"""A file for players and people; the manifest, which tells of them, is none of these."""

COMPANIONS: tuple[Companion, ...] = get_args(Companion)

SUFFIXES: Mapping[Companion, str] = {
    "captions": ".vtt",
    "words": ".words.vtt",
    "subtitles": ".srt",
    "transcript": ".transcript.json",
    "chapters": ".chapters.json",
}
TIMELINE = ".timeline.json"


@dataclass(frozen=True, slots=True)
class Beside:
    """The files beside one of sound; None for what was not written."""

    captions: Path | None = None
    """WebVTT, a cue a sentence."""
    words: Path | None = None
    """WebVTT in which every word has the time at which it begins."""
    subtitles: Path | None = None
    """SubRip."""
    transcript: Path | None = None
    """Podcasting 2.0, word by word."""
    chapters: Path | None = None
    """Podcasting 2.0."""
    timeline: Path | None = None
    """The manifest."""

    @property
    def kinds(self) -> tuple[Companion, ...]:
        """Which there are, besides the manifest."""
        return tuple(kind for kind in COMPANIONS if getattr(self, kind) is not None)

    @property
    def paths(self) -> dict[str, Path]:
        """Those that there are, by their names; the manifest, which names the others, is last."""
        named = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: path for name, path in named if path is not None}


def beside(output: Path, kinds: Collection[Companion] = COMPANIONS) -> Beside:
    """Where the files beside one of sound go.

    >>> beside(Path("story.mp3"), ["words"]).paths["words"].name
    'story.words.vtt'
    """
    paths = {kind: output.with_suffix(SUFFIXES[kind]) for kind in COMPANIONS if kind in kinds}
    return Beside(**paths, timeline=output.with_suffix(TIMELINE))
