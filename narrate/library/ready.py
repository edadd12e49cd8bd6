"""A converted article made ready to be an episode: its files under the names they are served by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from narrate.containers import for_suffix
from narrate.embed.transcript import transcript_page
from narrate.feed.picture import is_named_so
from narrate.library.record import (
    CAPTIONS,
    CHAPTERS,
    MANIFEST,
    SUBTITLES,
    TEXT,
    TRANSCRIPT,
    WORDS,
    Kept,
    Told,
)
from narrate.publish.atomic import write
from narrate.publish.beside import SUFFIXES, TIMELINE, Companion
from narrate.publish.chapters import chapters
from narrate.publish.disclosure import sentence
from narrate.publish.narration import Audio, Links, Narration
from narrate.publish.plain import one_line
from narrate.publish.readback import read_timeline
from narrate.publish.timeline import manifest

SOUND = "audio"
NAMES: dict[Companion, str] = {
    "captions": CAPTIONS,
    "words": WORDS,
    "subtitles": SUBTITLES,
    "transcript": TRANSCRIPT,
    "chapters": CHAPTERS,
}
"""What the files beside the sound are called in an episode's folder."""
_LEAD = 600
"""Characters of an article's own beginning, where it has no description."""


@dataclass(frozen=True, slots=True)
class Ready:
    """An edition that only has to be put into place."""

    folder: Path
    told: Told
    files: tuple[Kept, ...]
    published: str | None
    """When the article came out, as its page says."""


def make_ready(folder: Path, suffix: str) -> Ready:
    """Name the files that a conversion to `audio<suffix>` left in a folder of their own.

    Raises PublishError where one can't be written.
    """
    for kind, name in NAMES.items():
        (folder / f"{SOUND}{SUFFIXES[kind]}").replace(folder / name)
    timeline = folder / f"{SOUND}{TIMELINE}"
    narration = read_timeline(timeline.read_text("utf-8"))
    sounds = tuple(_sounds(folder, suffix))
    audio = Audio(sounds[0].name, sounds[0].bytes, sounds[0].sha256, sounds[0].type)
    links = Links(source=narration.links.source, **NAMES)
    write(folder / MANIFEST, manifest(replace(narration, audio=audio, links=links)))
    write(folder / TEXT, transcript_page(narration))
    timeline.unlink()
    others = (_kept(folder / name) for name in (*NAMES.values(), TEXT, MANIFEST))
    published = narration.script.metadata.published
    return Ready(folder, _told(narration), (*sounds, *others), published)


def _sounds(folder: Path, suffix: str) -> Iterator[Kept]:
    """The files of sound, the one that every app plays first."""
    found = (path for path in folder.iterdir() if path.stem == SOUND)
    sounds = [path for path in found if for_suffix(path.name)]
    for path in sorted(sounds, key=lambda path: (path.suffix != suffix, path.suffix)):
        container = for_suffix(path.name)
        if container:
            yield replace(_kept(path), type=container.media_type)


def _kept(path: Path) -> Kept:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return Kept(path.name, path.stat().st_size, digest)


def _told(narration: Narration) -> Told:
    metadata, heard = narration.script.metadata, narration.timeline
    return Told(
        title=one_line(metadata.title),
        link=metadata.url or "",
        duration=round(heard.duration, 3),
        language=narration.script.language,
        lead=one_line(metadata.description or "") or _beginning(narration),
        notice=sentence(narration.disclosure),
        image=metadata.image if metadata.image and is_named_so(metadata.image) else None,
        section=metadata.section,
        authors=metadata.authors,
        voice=narration.voice.name,
        kind=narration.voice.kind,
        chapters=tuple((one.start, one.end, one.title) for one in chapters(heard, metadata.title)),
    )


def _beginning(narration: Narration) -> str:
    """The article's first sentences, whole, in place of a description that it doesn't have."""
    lead = ""
    for segment in narration.script.segments:
        if segment.kind == "paragraph":
            longer = one_line(f"{lead} {segment.text}")
            if lead and len(longer) > _LEAD:
                break
            lead = longer
    return lead[:_LEAD]
