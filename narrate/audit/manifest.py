"""What an episode's manifest says of the voice, of its opening, and of the files beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

LINKED = ("captions", "words", "subtitles", "transcript")
"""The files beside the sound that show what is said."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is read of it; what isn't there, or isn't as it should be, is empty."""

    notice: str = ""
    language: str | None = None
    elsewhere: bool = False
    """Whether the notice was left out on a promise."""
    source_type: str = ""
    opening: tuple[str, ...] = ()
    """The texts of the notice's segments, if they come first and take time."""
    duration: float | None = None
    """Seconds."""
    sound: str = ""
    """The address of the sound file that it is about, relative to the manifest."""
    sha256: str | None = None
    """Of that file, in hexadecimal."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Addresses of files, relative to the manifest."""


def read_manifest(text: str) -> Manifest | None:
    """A manifest; None where the text is none."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or "segments" not in document:
        return None
    told, audio = _object(document, "disclaimer"), _object(document, "audio")
    duration = document.get("duration")
    links = _object(document, "links")
    return Manifest(
        notice=_text(told, "text"),
        language=_text(told, "language") or _text(document, "language") or None,
        elsewhere=told.get("elsewhere") is True,
        source_type=_text(told, "digital_source_type"),
        opening=_opening(document["segments"]),
        duration=float(duration) if isinstance(duration, (int, float)) else None,
        sound=_text(audio, "url"),
        sha256=_text(audio, "sha256") or None,
        links={name: _text(links, name) for name in LINKED if _text(links, name)},
    )


def _object(record: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = record.get(name)
    return value if isinstance(value, dict) else {}


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _opening(segments: Any) -> tuple[str, ...]:
    if not isinstance(segments, list):
        return ()
    run = takewhile(_is_heard_notice, segments)
    return tuple(_text(segment, "text") for segment in run)


def _is_heard_notice(segment: Any) -> bool:
    if not isinstance(segment, dict) or segment.get("kind") != "disclaimer":
        return False
    start, end = segment.get("start"), segment.get("end")
    if not isinstance(start, (int, float)) or not isinstance(end, (int, float)):
        return False
    return start < end
