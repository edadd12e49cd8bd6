"""What the library knows of one episode: the truth from which feed and folder are made."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import quote

from narrate.errors import PublishError
from narrate.feed.model import File, Item, Narrator, Transcript
from narrate.model import VoiceKind
from narrate.publish.chapters import Chapter

State = Literal["published", "removed", "restored"]
"""`removed` is a tombstone; `restored` may come again, under the GUID that it had."""

MANIFEST, PAGE, FRAME, OEMBED = "episode.json", "index.html", "frame.html", "oembed.json"
FACES = (MANIFEST, PAGE, FRAME, OEMBED)
"""What keeps its address, whichever edition counts."""
CAPTIONS, WORDS, SUBTITLES = "captions.vtt", "words.vtt", "captions.srt"
TRANSCRIPT, CHAPTERS, TEXT = "transcript.json", "chapters.json", "transcript.html"
EPISODES = "episodes"

_TRANSCRIPTS = {
    CAPTIONS: "text/vtt",
    SUBTITLES: "application/x-subrip",
    TRANSCRIPT: "application/json",
    TEXT: "text/html",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of an edition, as it was written."""

    name: str
    bytes: int
    sha256: str
    """In hexadecimal."""
    type: str = ""
    """Media type of a file of sound; empty for others."""


@dataclass(frozen=True, slots=True)
class Retired:
    """An edition that was replaced, whose files stay for a while."""

    edition: int
    since: str
    """ISO 8601, UTC."""
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the feed tells of an episode besides its files."""

    title: str
    link: str
    """The article; empty where it has no address."""
    duration: float
    """Seconds."""
    language: str
    lead: str = ""
    notice: str = ""
    image: str | None = None
    artwork: str | None = None
    """The picture, where directories take it as a cover."""
    section: str | None = None
    authors: tuple[str, ...] = ()
    voice: str = ""
    kind: VoiceKind = "formant"
    chapters: tuple[tuple[float, float, str], ...] = ()
    """Start and end in seconds, and title."""


@dataclass(frozen=True, slots=True)
class Compared:
    """By what it is seen whether an article has to be narrated again, as hashes."""

    page: str = ""
    """Of the source's bytes."""
    text: str = ""
    """Of what is read aloud and told of it."""
    settings: str = ""
    """Of the voice and all else that the library's settings say."""


@dataclass(frozen=True, slots=True)
class Record:
    """One episode."""

    slug: str
    guid: str
    identity: str
    """The article's canonical address, or what stands for it."""
    source: str
    """What it was made from, as it was named."""
    published: str
    """ISO 8601, UTC."""
    told: Told
    files: tuple[Kept, ...]
    compared: Compared
    state: State = "published"
    modified: str | None = None
    """ISO 8601, UTC: when its present edition took the place of another."""
    edition: int = 1
    """The first lies in the episode's folder, a later one in a folder of its number therein."""
    retired: tuple[Retired, ...] = ()
    changed: str = ""
    """ISO 8601, UTC: when it was taken down or restored."""

    @property
    def within(self) -> str:
        """Where the edition's files are, seen from the episode's folder."""
        return "" if self.edition == 1 else f"{self.edition}/"

    @property
    def places(self) -> dict[str, Kept]:
        """The edition's files, by their path from the episode's folder."""
        return {self.within + file.name: file for file in self.files}


def written(record: Record) -> str:
    """A record as JSON text."""
    return json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n"


_SHOWN = ("guid", "slug", "published", "modified", "edition", "told", "files")


def read(text: str, name: str) -> Record:
    """A record read back; raises PublishError, which names it, where it is damaged."""
    return read_with_stamp(text, name)[0]


def read_with_stamp(text: str, name: str) -> tuple[Record, str]:
    """A record, and a hash of all in it that shows in the feed; raises as `read` does."""
    try:
        value = json.loads(text)
        record = _record(value)
        shown = json.dumps([value[part] for part in _SHOWN])
        return record, sha256(shown.encode()).hexdigest()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as cause:
        raise PublishError(
            "this record of an episode is damaged", subject=name, mend="run: narrate library check"
        ) from cause


def _record(value: Mapping[str, Any]) -> Record:
    plain = {name: value[name] for name in ("slug", "guid", "identity", "source", "published")}
    if value["state"] not in get_args(State) or not all(isinstance(v, str) for v in plain.values()):
        raise ValueError(value["state"])
    datetime.fromisoformat(value["published"])
    told = dict(value["told"])
    chapters = tuple((float(a), float(b), str(title)) for a, b, title in told.pop("chapters"))
    return Record(
        **plain,
        told=Told(**told | {"authors": tuple(told["authors"])}, chapters=chapters),
        files=tuple(Kept(**file) for file in value["files"]),
        compared=Compared(**value["compared"]),
        state=value["state"],
        modified=value["modified"],
        edition=int(value["edition"]),
        retired=tuple(Retired(**one | {"names": tuple(one["names"])}) for one in value["retired"]),
        changed=value["changed"],
    )


def folder_url(address: str, slug: str) -> str:
    """The address of an episode's folder, with a slash at its end."""
    return f"{address}{EPISODES}/{quote(slug, safe='')}/"


def item(record: Record, address: str) -> Item:
    """What the feed says of an episode."""
    told, folder = record.told, folder_url(address, record.slug)
    files = folder + record.within
    names = {file.name for file in record.files}
    return Item(
        guid=record.guid,
        slug=record.slug,
        title=told.title,
        link=told.link or folder,
        page=folder,
        published=datetime.fromisoformat(record.published),
        modified=datetime.fromisoformat(record.modified) if record.modified else None,
        duration=told.duration,
        files=tuple(_file(one, files, told.duration) for one in record.files if one.type),
        lead=told.lead,
        notice=told.notice,
        language=told.language,
        image=told.image,
        artwork=told.artwork,
        chapters=tuple(Chapter(*one) for one in told.chapters),
        chapters_url=files + CHAPTERS if CHAPTERS in names else None,
        transcripts=tuple(
            Transcript(files + name, kind) for name, kind in _TRANSCRIPTS.items() if name in names
        ),
        authors=told.authors,
        narrator=Narrator(told.voice, told.kind),
        section=told.section,
    )


def _file(file: Kept, folder: str, seconds: float) -> File:
    rate = round(file.bytes * 8 / seconds) if seconds else None
    return File(folder + file.name, file.type, file.bytes, file.sha256, rate)


def difference(
    path: Path, file: Kept, *, quick: bool = False
) -> Literal["missing", "changed"] | None:
    """How a file on the disk differs from what was written; `quick` compares sizes alone."""
    try:
        if path.stat().st_size != file.bytes:
            return "changed"
        if quick:
            return None
        with path.open("rb") as data:
            return None if file_digest(data, "sha256").hexdigest() == file.sha256 else "changed"
    except OSError:
        return "missing"
