"""The manifest of an episode: what is said, when, by which voice and with which notice.

It is what a player needs to light up words in the publisher's page, and what every later
surface (feed, embed, page) is made from without touching the audio again. Keys are the
names of `narrate.model`; what is unknown or as usual is left out, and so is `spoken` where the
voice was sent the text as it stands. Times are seconds with at most three decimals.

`audio` and `links` were added to version 1: they tell of the file of sound and of those beside it,
their addresses relative to the manifest's own. A manifest without them reads as before.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, get_args

from narrate import __version__
from narrate.errors import PublishError
from narrate.model import (
    Anchor,
    Cue,
    Metadata,
    Script,
    Segment,
    SegmentKind,
    TextBy,
    Timeline,
    Voice,
    VoiceKind,
    WordTime,
)

from .chapters import chapters
from .clock import rounded
from .disclosure import Disclosure, Place, disclosure
from .plain import encodable

FORMAT = 1
"""The version of the manifest's form; it changes when an old reader would misread a new file."""

_VOICE = ("name", "language", "engine", "id", "description", "kind", "rate", "pitch")


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


_LINKS = tuple(field.name for field in fields(Links))


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


def timeline_json(
    script: Script, timeline: Timeline, voice: Voice, told: Disclosure | None = None
) -> str:
    """The manifest of what was heard, before anything is known of its files."""
    return manifest(Narration(script, timeline, voice, told or disclosure(script, voice)))


def manifest(narration: Narration) -> str:
    """The manifest as JSON text, the same for the same input.

    `disclaimer` holds what is said of the voice, by default what the script and the voice tell:
    the notice's text is there in any case, `spoken` says whether it is heard, and `elsewhere`
    that it was left out on somebody's promise to tell listeners in another way.
    A word is `[text_start, text_end, start, end]`: characters of the segment's text (Unicode
    code points, of which JavaScript counts some twice), and seconds.
    """
    script, timeline, voice = narration.script, narration.timeline, narration.voice
    document = {
        "version": FORMAT,
        "generator": f"narrate {__version__}",
        "duration": rounded(timeline.duration),
        **_files(narration),
        "language": script.language,
        "metadata": _known(script.metadata),
        "voice": {name: getattr(voice, name) for name in _VOICE},
        "disclaimer": _disclaimer(narration.disclosure),
        "chapters": [_known(part) for part in chapters(timeline, script.metadata.title)],
        "segments": [_segment(cue) for cue in timeline.cues],
    }
    return _json(document)


def _json(document: Mapping[str, Any]) -> str:
    return encodable(json.dumps(document, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _files(narration: Narration) -> dict[str, Any]:
    """What is told of the files; nothing where nothing is known."""
    audio, links = narration.audio, _known(narration.links)
    return ({"audio": asdict(audio)} if audio else {}) | ({"links": links} if links else {})


def moved(text: str, audio: str, links: Links) -> str:
    """The same manifest where the file of sound and those beside it lie elsewhere now.

    The address of the article stays. Reading only what it must, it takes a third of the time
    that reading the whole takes. Raises PublishError where it tells of no file of sound.
    """
    document = json.loads(text)
    if "audio" not in document:
        raise PublishError("the timeline doesn't tell of its file of sound", mend="make it anew")
    document["audio"]["url"] = audio
    source = document.get("links", {}).get("source")
    document["links"] = _known(replace(links, source=source))
    return _json(document)


def _known(record: Any) -> dict[str, Any]:
    """The fields of a record that say more than their default does."""
    named = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: value for field, value in named if value != field.default}


def _disclaimer(told: Disclosure) -> dict[str, Any]:
    return {
        "text": told.notice,
        "language": told.language,
        "spoken": bool(told.said),
        "said": list(told.said),
        "elsewhere": told.elsewhere,
        "text_by": told.text_by,
        "recordings": told.recordings,
        "digital_source_type": told.source_type,
    }


def _segment(cue: Cue) -> dict[str, Any]:
    segment = cue.segment
    record = {
        "kind": segment.kind,
        "text": segment.text,
        "spoken": segment.spoken if segment.spoken != segment.text else None,
        "start": rounded(cue.start),
        "end": rounded(cue.end),
        "pause": rounded(segment.pause) or None,
        "block": segment.block,
        "level": segment.level,
        "language": segment.language,
        "anchor": _known(segment.anchor) if segment.anchor else None,
        "estimated": cue.estimated or None,
        "words": [_word(word) for word in cue.words],
    }
    return {name: value for name, value in record.items() if value is not None}


def _word(word: WordTime) -> list[float]:
    # As `rounded`, in place: there are thousands.
    start, end = round(word.start * 1000) / 1000, round(word.end * 1000) / 1000
    return [word.text_start, word.text_end, start, end]


def read_timeline(text: str) -> Narration:
    """A manifest read back; writing it again gives the same text.

    Raises PublishError where it is not a manifest, or one of a form not known here.
    """
    try:
        document = json.loads(text, parse_constant=_no_number)
        if document["version"] != FORMAT:
            raise PublishError(
                f"the timeline is of version {document['version']}",
                mend=f"this program reads version {FORMAT}; make it anew, or use a newer narrate",
            )
        return _narration(document)
    except KeyError as cause:
        raise PublishError(f"the timeline has no {cause}", mend="make it anew") from cause
    except (AttributeError, TypeError, ValueError, ArithmeticError, RecursionError) as cause:
        raise PublishError("this is not a timeline", mend="make it anew") from cause


def _no_number(name: str) -> float:
    raise ValueError(name)


def _narration(document: Mapping[str, Any]) -> Narration:
    cues = tuple(_cue(record) for record in document["segments"])
    script = Script(
        metadata=_metadata(document["metadata"]),
        voice=_is(document["voice"]["name"], str),
        language=_is(document["language"], str),
        segments=tuple(cue.segment for cue in cues),
    )
    timeline = Timeline(float(document["duration"]), cues)
    voice = _voice(document["voice"], document["disclaimer"])
    told = _disclosure(document["disclaimer"], disclosure(script, voice))
    audio = _audio(document["audio"]) if "audio" in document else None
    return Narration(script, timeline, voice, told, audio, _links(document.get("links", {})))


def _audio(record: Mapping[str, Any]) -> Audio:
    return Audio(**{field.name: _is(record[field.name], field.type) for field in fields(Audio)})


def _links(record: Mapping[str, Any]) -> Links:
    """The links that are known here; a later narrate may write more."""
    return Links(**{name: _is(record[name], str) for name in _LINKS if name in record})


def _voice(record: Mapping[str, Any], disclaimer: Mapping[str, Any]) -> Voice:
    numbers = {name: _is(record[name], int) for name in ("rate", "pitch")}
    texts = {name: _is(record[name], str) for name in _VOICE if name not in numbers}
    _one_of(texts["kind"], VoiceKind)
    spoken_by: dict[str, Any] = texts | numbers
    return Voice(**spoken_by, disclaimer=_is(disclaimer["text"], str))


def _disclosure(record: Mapping[str, Any], usual: Disclosure) -> Disclosure:
    """What the manifest tells; what an old one doesn't say is as its script and voice have it."""
    return replace(
        usual,
        notice=_is(record["text"], str),
        language=_is(record.get("language", usual.language), str),
        said=tuple(_one_of(place, Place) for place in record.get("said", usual.said)),
        elsewhere=_is(record.get("elsewhere", usual.elsewhere), bool),
        text_by=_one_of(record.get("text_by", usual.text_by), TextBy),
        recordings=_is(record.get("recordings", usual.recordings), bool),
    )


def _metadata(record: Mapping[str, Any]) -> Metadata:
    authors = tuple(_is(author, str) for author in record.get("authors", ()))
    known = {
        field.name: _is(record[field.name], bool if field.name == "free" else str)
        for field in fields(Metadata)
        if field.name in record and field.name != "authors"
    }
    return Metadata(**{"title": record["title"], **known, "authors": authors})


def _cue(record: Mapping[str, Any]) -> Cue:
    segment = Segment(
        kind=_one_of(record["kind"], SegmentKind),
        text=_is(record["text"], str),
        spoken=_is(record.get("spoken", record["text"]), str),
        pause=float(record.get("pause", 0.0)),
        block=_is(record.get("block"), int | None),
        level=_is(record.get("level"), int | None),
        language=_is(record.get("language"), str | None),
        anchor=_anchor(record["anchor"]) if "anchor" in record else None,
    )
    words = tuple(
        WordTime(float(start), float(end), int(text_start), int(text_end))
        for text_start, text_end, start, end in record["words"]
    )
    estimated = bool(record.get("estimated"))
    return Cue(segment, float(record["start"]), float(record["end"]), words, estimated)


def _anchor(record: Mapping[str, Any]) -> Anchor:
    return Anchor(**{field.name: _is(record.get(field.name, ""), str) for field in fields(Anchor)})


def _is(value: Any, kind: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _one_of(value: Any, kinds: Any) -> Any:
    if value not in get_args(kinds):
        raise ValueError(value)
    return value
