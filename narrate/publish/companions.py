"""The files beside one of sound, written.

All are made at once from the same timeline, so that lines are broken once and every time is
rounded in the same way.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from narrate.model import Voice

from .atomic import write
from .beside import COMPANIONS, Beside, Companion, beside
from .captions import Head, captions, srt, vtt, vtt_words
from .chapters import chapters, chapters_json
from .disclosure import short
from .narration import Links, Narration
from .timeline import manifest
from .transcript import transcript_json


def address(path: Path) -> str:
    """How a file beside it names a file.

    >>> address(Path("monday/50% off: why?.mp3"))
    '50%25%20off%3A%20why%3F.mp3'
    """
    return quote(path.name, safe="")


def links(files: Beside, source: str | None) -> Links:
    """What a manifest points to: the article at its web address, and the files beside it."""
    own = {name: address(path) for name, path in files.paths.items() if name != "timeline"}
    on_the_web = source is not None and source.startswith(("http://", "https://"))
    return Links(source=source if on_the_web else None, **own)


def write_beside(output: Path, narration: Narration, kinds: Collection[Companion]) -> Beside:
    """Write the files that belong beside one of sound, the manifest last; where they are.

    Raises PublishError where one can't be written.
    """
    files = beside(output, kinds)
    written: dict[str, str] = dict(texts(narration, kinds).items())
    known = replace(narration, links=links(files, narration.script.metadata.url))
    written["timeline"] = manifest(known)
    for name, path in files.paths.items():
        write(path, written[name])
    return files


def texts(narration: Narration, kinds: Collection[Companion] = COMPANIONS) -> dict[Companion, str]:
    """The text of each of these kinds of file.

    The notice stands in a comment at the top of WebVTT files, whether or not it is spoken.
    """
    heard, title = narration.timeline, narration.script.metadata.title
    placed = captions(heard) if {"captions", "words", "subtitles"} & set(kinds) else ()
    name = speaker(narration.voice)
    head = Head(narration.script.language, short(narration.disclosure), name)
    makers: dict[Companion, Callable[[], str]] = {
        "captions": lambda: vtt(placed, head),
        "words": lambda: vtt_words(placed, head),
        "subtitles": lambda: srt(placed),
        "transcript": lambda: transcript_json(heard, speaker=name),
        "chapters": lambda: chapters_json(chapters(heard, title), title=title),
    }
    return {kind: makers[kind]() for kind in COMPANIONS if kind in kinds}


def speaker(voice: Voice) -> str:
    """What the voice is called where a file names who speaks: never like a person.

    >>> speaker(Voice("en-gb", "en-GB", "pyttsx3", "x", ""))
    'AI voice en-gb'
    """
    return f"AI voice {voice.name}"
