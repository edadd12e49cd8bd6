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
from dataclasses import asdict, fields, replace
from typing import Any

from narrate import __version__
from narrate.errors import PublishError
from narrate.model import Cue, Script, Timeline, Voice, WordTime

from .chapters import chapters
from .clock import rounded
from .disclosure import Disclosure, disclosure
from .narration import Links, Narration
from .plain import encodable

FORMAT = 1
"""The version of the manifest's form; it changes when an old reader would misread a new file."""

VOICE = ("name", "language", "engine", "id", "description", "kind", "rate", "pitch")
"""What is told of the voice."""


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
        "voice": {name: getattr(voice, name) for name in VOICE},
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
