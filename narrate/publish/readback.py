"""A manifest read back, and checked: it may come from another version, or from anybody."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args

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

from .disclosure import Disclosure, Place, disclosure
from .narration import Audio, Links, Narration
from .timeline import FORMAT, VOICE


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
    known = (field.name for field in fields(Links) if field.name in record)
    return Links(**{name: _is(record[name], str) for name in known})


def _voice(record: Mapping[str, Any], disclaimer: Mapping[str, Any]) -> Voice:
    numbers = {name: _is(record[name], int) for name in ("rate", "pitch")}
    texts = {name: _is(record[name], str) for name in VOICE if name not in numbers}
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
