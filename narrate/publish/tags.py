"""The ID3v2.4 tag of an episode, as bytes to be written before the first frame of sound.

Every place in which people and programs look for what the audio is and how it was made is
filled from the script, the timeline and the voice. The notice that the voice is synthetic
is always there, whether or not it is also spoken.
"""

import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from narrate import __version__
from narrate.errors import PublishError
from narrate.model import Metadata, Script, Segment, Timeline, Voice

from .chapters import Chapter, chapters
from .clock import milliseconds
from .disclosure import Disclosure, disclosure, machine, short
from .languages import UNKNOWN, iso639_2, unspaced
from .plain import one_line

PADDING = 512
"""Bytes of nothing at the end, so that a small change later need not move the audio."""
LARGEST_COVER = 8 * 1024 * 1024
"""Bytes; players and podcast apps give up on more, and listeners pay for each."""

_FRONT_COVER = 3
_ORDERED_AT_THE_TOP = 3
_NO_OFFSET = 0xFFFFFFFF
_MOST_CHAPTERS = 255
_PICTURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


def id3(
    script: Script,
    timeline: Timeline,
    voice: Voice,
    *,
    cover: bytes | None = None,
    told: Disclosure | None = None,
) -> bytes:
    """A whole ID3v2.4 tag: title, makers, dates, source, chapters, transcript and disclosure.

    `told` is what is said of the voice; without it, what the script and the voice tell.
    The same input gives the same bytes. `cover` is a JPEG or PNG picture of at most 8 MiB;
    PublishError says what is wrong with any other. Sources: ID3v2.4.0 structure and native
    frames (https://id3.org), ID3v2 Chapter Frame Addendum 1.0.
    """
    parts = [
        _about(script.metadata),
        _sources(script.metadata),
        _made(script, timeline, voice),
        _disclosed(told or disclosure(script, voice)),
        *_chapter_frames(chapters(timeline, script.metadata.title)),
        [_transcript(script)],
        _pictures(cover),
    ]
    body = b"".join(_bytes(frames) for frames in parts) + bytes(PADDING)
    return b"ID3\x04\x00\x00" + _syncsafe(len(body)) + body


def _syncsafe(size: int) -> bytes:
    """A size in four bytes of seven bits each, so that no player takes it for a frame."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def _bytes(frames: list[Any]) -> bytes:
    """Frames as bytes. mutagen sorts a tag's frames by size; saved apart they keep our order."""
    from mutagen import id3 as mutagen

    if not frames:
        return b""
    empty: Any = mutagen.ID3
    tag, file = empty(), BytesIO()
    for frame in frames:
        tag.add(frame)
    tag.save(file, v1=0, v2_version=4, padding=lambda _: 0)
    return file.getvalue()[10:]


def _frame(name: str, **fields: Any) -> Any:
    """A frame by its name; those with text say that it is UTF-8."""
    from mutagen.id3 import Encoding, Frames

    kind: Any = Frames[name]
    worded = "text" in fields or "desc" in fields
    return kind(**fields, encoding=Encoding.UTF8) if worded else kind(**fields)


def _about(metadata: Metadata) -> list[Any]:
    site = one_line(metadata.site or "")
    authors = [name for author in metadata.authors if (name := one_line(author))]
    published = _utc(metadata.published)
    texts = [
        ("TIT2", [one_line(metadata.title)]),
        ("TPE1", authors or [site]),
        ("TALB", [site]),
        ("TPUB", [site]),
        ("TDRC", [published]),
        ("TDRL", [published]),
        ("TCON", ["Podcast", "Speech"]),
    ]
    return [_frame(kind, text=text) for kind, text in texts if any(text)]


def _utc(published: str | None) -> str:
    """The date as ID3 writes it: in UTC where a time with its zone is known; empty if unread."""
    said = one_line(published or "")
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", said):
        return said
    try:
        moment = datetime.fromisoformat(said)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return ""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")


def _sources(metadata: Metadata) -> list[Any]:
    """Where the article stands, in each of the places where players look."""
    address = _ascii_address(metadata.url or "")
    if not address:
        return []
    original = _frame("TXXX", desc="SOURCE-URL", text=[address])
    return [_frame("WOAF", url=address), _frame("WOAS", url=address), original]


def _ascii_address(url: str) -> str:
    """A web address in the Latin-1 that ID3 allows; empty where it is none."""
    try:
        parts = urlsplit(one_line(url))
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    path, query, fragment = (quote(part, safe="/%:@!$&'()*+,;=?~-._[]") for part in parts[2:])
    return urlunsplit((parts.scheme, host, path, query, fragment))


def _made(script: Script, timeline: Timeline, voice: Voice) -> list[Any]:
    """How the file was made, in what language and how long it is."""
    engine = one_line(f"{voice.engine} {voice.name}")
    language = iso639_2(script.language)
    made = [
        _frame("TENC", text=["narrate"]),
        _frame("TSSE", text=[f"narrate {__version__} ({engine})"]),
        _frame("TLEN", text=[str(milliseconds(timeline.duration))]),
    ]
    return made if language == UNKNOWN else [*made, _frame("TLAN", text=[language])]


def _disclosed(told: Disclosure) -> list[Any]:
    """The notice for people, and the same for machines."""
    comment = _frame("COMM", lang=iso639_2(told.language), desc="", text=[short(told)])
    return [comment, *(_frame("TXXX", desc=name, text=[value]) for name, value in machine(told))]


def _chapter_frames(found: tuple[Chapter, ...]) -> list[list[Any]]:
    """The table of contents, then each chapter, in the order of time."""
    if not found:
        return []
    shown = found[:_MOST_CHAPTERS]  # the table counts its entries in one byte
    last = Chapter(shown[-1].start, found[-1].end, shown[-1].title)
    entries = [(f"chp{number}", part) for number, part in enumerate((*shown[:-1], last))]
    contents = _frame(
        "CTOC",
        element_id="toc",
        flags=_ORDERED_AT_THE_TOP,
        child_element_ids=[name for name, _ in entries],
        sub_frames=[],
    )
    return [[contents], *([_chapter(name, part)] for name, part in entries)]


def _chapter(name: str, part: Chapter) -> Any:
    return _frame(
        "CHAP",
        element_id=name,
        start_time=milliseconds(part.start),
        end_time=milliseconds(part.end),
        start_offset=_NO_OFFSET,
        end_offset=_NO_OFFSET,
        sub_frames=[_frame("TIT2", text=[part.title])],
    )


def _transcript(script: Script) -> Any:
    text = transcript(script)
    return _frame("USLT", lang=iso639_2(script.language), desc="", text=text)


def transcript(script: Script) -> str:
    """All that is said, as it is written: a blank line between the blocks of the article."""
    runs = groupby(enumerate(script.segments), key=_block)
    glue = "" if unspaced(script.language) else " "
    paragraphs = (glue.join(one_line(segment.text) for _, segment in run) for _, run in runs)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _block(numbered: tuple[int, Segment]) -> tuple[str, int]:
    place, segment = numbered
    return segment.kind, segment.block if segment.block is not None else -1 - place


def _pictures(cover: bytes | None) -> list[Any]:
    if cover is None:
        return []
    return [_frame("APIC", mime=picture_type(cover), type=_FRONT_COVER, desc="", data=cover)]


def picture_type(cover: bytes) -> str:
    """The media type of a cover picture.

    Raises PublishError for one that is too large, or neither JPEG nor PNG.
    """
    if len(cover) > LARGEST_COVER:
        size = f"{len(cover) / 2**20:.1f} MiB"
        raise PublishError(f"the cover picture is {size}", mend="8 MiB are the most; shrink it")
    kind = next((kind for magic, kind in _PICTURES.items() if cover.startswith(magic)), None)
    if kind is None:
        raise PublishError("the cover picture is neither JPEG nor PNG", mend="convert it to one")
    return kind
