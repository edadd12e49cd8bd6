"""Captions and transcripts as they are: what is shown first, and what is noted at the top."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_FIRST = 8
"""Cues that are read; a notice is in the first ones or nowhere."""
_FIRST_WORDS = 200
_TIMES = re.compile(r"-->")
_MARKUP = re.compile(r"<[^>]*>")  # WebVTT's cue text: what begins so ends so, and nothing nests
_STOPS = (".", "!", "。", "！", "।", "۔")


@dataclass(frozen=True, slots=True)
class Captions:
    """What a caption file shows first."""

    cues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Comments before the first cue: WebVTT alone has them."""


def read_captions(text: str) -> Captions:
    """The first cues of a WebVTT or SubRip file, as text; none where there are none."""
    notes: list[str] = []
    cues: list[str] = []
    for block in _blocks(text):
        if block[0].startswith("NOTE") and not cues:
            notes.append(" ".join(block).removeprefix("NOTE").strip())
        elif (shown := _shown(block)) and len(cues) < _FIRST:
            cues.append(shown)
    return Captions(tuple(cues), tuple(notes))


def _blocks(text: str) -> Iterator[list[str]]:
    """Lines between empty ones."""
    block: list[str] = []
    for line in [*text.replace("\ufeff", "").splitlines(), ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []


def _shown(block: list[str]) -> str:
    """The text under the times, without markup."""
    for number, line in enumerate(block[:2]):
        if _TIMES.search(line):
            return html.unescape(_MARKUP.sub("", " ".join(block[number + 1 :])))
    return ""


def read_transcript(text: str) -> Captions:
    """The first sentences of a Podcasting 2.0 transcript; none where it is none."""
    try:
        segments: Any = json.loads(text)["segments"]
        bodies = [str(segment["body"]) for segment in segments[:_FIRST_WORDS]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return Captions()
    return Captions(tuple(_sentences(bodies))[:_FIRST])


def _sentences(bodies: Iterable[str]) -> Iterator[str]:
    """Words put together up to each full stop."""
    words: list[str] = []
    for body in bodies:
        words.append(body)
        if body.rstrip().endswith(_STOPS):
            yield " ".join(words)
            words = []
    if words:
        yield " ".join(words)
