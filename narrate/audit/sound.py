"""What the tags of a sound file say, whatever the container calls them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SUFFIXES = (".mp3", ".m4a", ".m4b", ".opus", ".ogg", ".flac", ".wav")
"""Of the files that are looked at."""

_MP4 = "----:com.apple.iTunes:"
_COMMENTS = ("COMM", "\xa9cmt", "COMMENT", "DESCRIPTION")
_TEXTS = ("USLT", "\xa9lyr", "LYRICS")


@dataclass(frozen=True, slots=True)
class Tags:
    """What a file says of itself."""

    comments: tuple[str, ...] = ()
    """For people."""
    machine: Mapping[str, str] = field(default_factory=dict)
    """For programs: the fields of ours that are there."""
    texts: tuple[str, ...] = ()
    """All that is said, as the file has it."""
    duration: float = 0.0
    """Seconds."""


def read_tags(path: Path) -> Tags | None:
    """The tags of a sound file; None where it can't be read as one."""
    import mutagen

    opened: Any = mutagen
    try:
        found: Any = opened.File(path)
    except (OSError, mutagen.MutagenError, ValueError, IndexError):
        return None
    if found is None:
        return None
    tags = found.tags if found.tags is not None else {}
    pairs = list(_pairs(tags))
    return Tags(
        comments=_valued(pairs, _COMMENTS),
        machine={
            name: value
            for key, value in pairs
            if (name := _own(key)).startswith(("AI-", "DIGITAL-SOURCE-TYPE"))
        },
        texts=_valued(pairs, _TEXTS),
        duration=float(getattr(found.info, "length", 0.0)),
    )


def _pairs(tags: Any) -> Iterable[tuple[str, str]]:
    """Names and values, one pair a value."""
    for key, value in tags.items():
        for one in _values(value):
            yield str(key), one


def _values(value: Any) -> Iterable[str]:
    text = getattr(value, "text", value)
    several = text if isinstance(text, (list, tuple)) else [text]
    for one in (each for each in several if isinstance(each, (str, bytes))):
        yield bytes(one).decode("utf-8", "replace") if isinstance(one, bytes) else str(one)


def _valued(pairs: Iterable[tuple[str, str]], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for key, value in pairs if key.partition(":")[0].upper() in _upper(names))


def _upper(names: tuple[str, ...]) -> set[str]:
    return {name.upper() for name in names}


def _own(key: str) -> str:
    """The name of a field of our own, without what the container puts before it."""
    return key.removeprefix("TXXX:").removeprefix(_MP4).upper()
