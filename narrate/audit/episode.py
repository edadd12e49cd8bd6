"""The surfaces of one sound file and of what lies beside it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

from narrate.audit.captions import Captions, read_captions, read_transcript
from narrate.audit.manifest import LINKED, Manifest, read_manifest
from narrate.audit.report import Check, Surface
from narrate.audit.riff import comments
from narrate.audit.sound import Tags, read_tags
from narrate.audit.words import Notices
from narrate.publish.beside import SUFFIXES, TIMELINE
from narrate.publish.disclosure import SourceTerm

MANIFESTS = ("episode.json", "timeline.json")
"""What a manifest is called where it isn't called after its sound file."""

_TERMS = get_args(SourceTerm)
_NEAR = 0.5
"""Seconds by which a file may be longer or shorter than its manifest says."""
_ANEW = "convert the article anew"
_SUFFIXES = {str(name): suffix for name, suffix in SUFFIXES.items()}
_SURFACES: dict[str, Surface] = {
    "captions": "captions",
    "words": "captions by word",
    "subtitles": "subtitles",
    "transcript": "transcript",
}


@dataclass(frozen=True, slots=True)
class Episode:
    """A sound file, and what is known of it before a surface is looked at."""

    path: Path
    subject: str
    tags: Tags
    manifest: Manifest | None
    alone: bool = False
    """Whether it comes without a manifest, as from a feed on the web."""

    @property
    def notices(self) -> Notices:
        """What the file and its manifest call its notice."""
        own = (self.manifest.notice,) if self.manifest else ()
        told = self.tags.machine.get("AI-DISCLOSURE", "")
        language = self.manifest.language if self.manifest else None
        return Notices((*own, *([told] if told else [])), language)

    @property
    def promised(self) -> bool:
        """Whether the notice was left out on the promise that listeners are told elsewhere."""
        if self.manifest:
            return self.manifest.elsewhere
        return self.tags.machine.get("AI-DISCLOSED-ELSEWHERE") == "true"

    def told(self, surface: Surface, words: str) -> Check:
        """A surface that tells."""
        return Check(self.subject, surface, told=True, what=" ".join(words.split()))

    def gap(self, surface: Surface, what: str, mend: str = _ANEW) -> Check:
        """A surface that doesn't."""
        return Check(self.subject, surface, told=False, what=what, mend=mend)

    def unsaid(self, surface: Surface, what: str) -> Check:
        """What isn't said, or shown as said: a gap, and perhaps one with a promise."""
        if not self.promised:
            return self.gap(surface, what)
        kept = "the notice was left out on the promise that listeners are told elsewhere"
        return Check(self.subject, surface, told=False, what=kept, mend="say it", promised=True)


def episode_checks(path: Path, subject: str, *, alone: bool = False) -> Iterator[Check]:
    """What a sound file, its manifest, captions and transcripts say."""
    tags = read_tags(path)
    if tags is None:
        yield Check(subject, "sound", told=False, what="it can't be read as sound", mend=_ANEW)
        return
    found = manifest_of(path)
    manifest = read_manifest(_read(found)) if found else None
    episode = Episode(path, subject, tags, manifest, alone)
    yield from _tags(episode)
    if found or not alone:
        yield from _manifest(episode, found)
    yield from _shown(episode)


def manifest_of(path: Path) -> Path | None:
    """The manifest of a sound file; None where there is none."""
    names = (path.with_suffix(TIMELINE), *(path.with_name(name) for name in MANIFESTS))
    return next((name for name in names if name.is_file()), None)


def _tags(episode: Episode) -> Iterator[Check]:
    notices, tags = episode.notices, episode.tags
    comment = next((text for text in tags.comments if notices.are_words(text)), None)
    if comment:
        yield episode.told("tags", comment)
    else:
        yield episode.gap("tags", "no comment says that the voice is a machine's")
    yield _for_programs(episode)
    if episode.path.suffix.lower() == ".wav":
        yield _chunks(episode)
    if tags.texts:
        opening = notices.opening(tags.texts[0].split("\n\n"))
        if opening:
            yield episode.told("text in the tags", opening)
        else:
            yield episode.unsaid("text in the tags", "the text does not open with the notice")


def _chunks(episode: Episode) -> Check:
    """What a WAV says beside its ID3 tag, which few programs look for in one."""
    found = comments(episode.path)
    for name, text in found.items():
        if not episode.notices.are_words(text):
            return episode.gap("chunks of the WAV", f"{name} does not say it")
    return episode.told("chunks of the WAV", found["ICMT"])


def _for_programs(episode: Episode) -> Check:
    surface: Surface = "tags for programs"
    fields = episode.tags.machine
    term = fields.get("DIGITAL-SOURCE-TYPE", "").rpartition("/")[2]
    if not episode.notices.are_words(fields.get("AI-DISCLOSURE")):
        return episode.gap(surface, "the field AI-DISCLOSURE does not say it")
    if term not in _TERMS:
        return episode.gap(surface, "the field DIGITAL-SOURCE-TYPE has no such term")
    other = episode.manifest.source_type.rpartition("/")[2] if episode.manifest else term
    if other in _TERMS and other != term:
        return episode.gap(surface, f"it says {term}, and the manifest {other}")
    return episode.told(surface, term)


def _manifest(episode: Episode, found: Path | None) -> Iterator[Check]:
    manifest = episode.manifest
    if manifest is None:
        what = "it can't be read" if found else "there is none beside the sound"
        yield episode.gap("manifest", what)
        return
    term = manifest.source_type.rpartition("/")[2]
    if not episode.notices.are_words(manifest.notice):
        yield episode.gap("manifest", "`disclaimer.text` does not say it")
    elif term not in _TERMS:
        yield episode.gap("manifest", "`disclaimer.digital_source_type` has no such term")
    else:
        yield episode.told("manifest", manifest.notice)
    # Beside the sound of an edition that was replaced lies the manifest of the present one, whose
    # times are another sound's.
    if not re.fullmatch(r"\d+/[^/]+", manifest.sound):
        yield _opening(episode, manifest)


def _opening(episode: Episode, manifest: Manifest) -> Check:
    """What the sound opens with, by a timeline that is this sound's."""
    own = unquote(manifest.sound).rpartition("/")[2] == episode.path.name
    if own and manifest.sha256 and manifest.sha256 != _sha256(episode.path):
        return episode.gap("opening", "the sound is not the one that the manifest tells of")
    length = manifest.duration
    if length is not None and abs(length - episode.tags.duration) > _NEAR:
        what = f"the sound is {episode.tags.duration:.1f} s long, and its timeline {length:.1f} s"
        return episode.gap("opening", what)
    opening = episode.notices.opening(manifest.opening)
    if opening is None:
        return episode.unsaid("opening", "the notice is not what is said first")
    return episode.told("opening", opening)


def _shown(episode: Episode) -> Iterator[Check]:
    """The files that show what is said: those that are there, and those that should be."""
    linked = episode.manifest.links if episode.manifest else {}
    for name in LINKED:
        reader = read_transcript if name == "transcript" else read_captions
        path = episode.path.with_suffix(_SUFFIXES[name])
        if name in linked and "://" not in linked[name]:
            path = episode.path.parent / unquote(linked[name])
        if path.is_file():
            yield from _file(episode, name, path, reader)
        elif name in linked or (name == "captions" and not episode.manifest and not episode.alone):
            yield episode.gap(_SURFACES[name], f"there is no {path.name}")


def _file(
    episode: Episode, name: str, path: Path, reader: Callable[[str], Captions]
) -> Iterator[Check]:
    captions = reader(_read(path))
    opening = episode.notices.opening(captions.cues)
    if opening:
        yield episode.told(_SURFACES[name], opening)
    else:
        yield episode.unsaid(_SURFACES[name], f"{path.name} does not open with the notice")
    if path.suffix == ".vtt":
        note = next((text for text in captions.notes if episode.notices.are_words(text)), None)
        if note:
            yield episode.told("note in the captions", note)
        else:
            yield episode.gap("note in the captions", f"no NOTE at the top of {path.name} says it")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
