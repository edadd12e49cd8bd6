"""Articles and scripts as JSON, so that a person can look at a stage's work and change it.

What a person leaves out takes its usual value, and what they get wrong is named by its place,
as `segments[3].pause`. In a script, `spoken` is written only where the voice is sent something
else than `text`: whoever edits a plain sentence need not edit it twice.
"""

import json
import math
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from narrate.errors import ScriptError
from narrate.model import Article, Block, Metadata, Script, Segment, Utterance

Speller = Callable[[str, str], Utterance]
"""Written text and its language → how it is said."""
Aligner = Callable[[str, str, str], Utterance]
"""Written text, the spoken text that a person gave, and the language → the two, aligned."""

Record = TypeVar("Record")

_JSON_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def article_json(article: Article) -> dict[str, Any]:
    """An article as JSON: its metadata, its blocks, and `text`, what would be read aloud."""
    return {
        **_plain(article.metadata),
        "blocks": [_plain(block) for block in article.blocks],
        "text": article.text,
    }


def script_json(script: Script) -> dict[str, Any]:
    """A script as JSON."""
    return {
        "metadata": _plain(script.metadata),
        "voice": script.voice,
        "language": script.language,
        "segments": [_segment_json(segment) for segment in script.segments],
    }


def _segment_json(segment: Segment) -> dict[str, Any]:
    record = {name: value for name, value in _plain(segment).items() if value is not None}
    del record["tokens"]
    if record["spoken"] == record["text"]:
        del record["spoken"]
    return record


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return round(value, 6) if isinstance(value, float) else value


def parse(text: str, source: str) -> dict[str, Any]:
    """The JSON object of a text; raises ScriptError where it is none."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ScriptError(f"not JSON: {error}", subject=source) from error
    if not isinstance(record, dict):
        raise ScriptError("not a JSON object", subject=source)
    return record


def read_article(record: dict[str, Any], source: str) -> Article:
    """The article that a person may have edited; raises ScriptError, which names the place.

    Where there are no `blocks`, the paragraphs of `text` are taken.
    """
    if "blocks" not in record and isinstance(record.get("text"), str):
        paragraphs = (part.strip() for part in record["text"].split("\n\n"))
        blocks = tuple(Block("paragraph", part) for part in paragraphs if part)
    else:
        blocks = _value(tuple[Block, ...], record.get("blocks", []), "blocks", source)
    return Article(_value(Metadata, record, "", source), blocks)


def read_script(record: dict[str, Any], source: str, *, spell: Speller, align: Aligner) -> Script:
    """The script that a person may have edited; raises ScriptError, which names the place.

    What each segment's voice is sent is worked out anew by `spell`, and where a person wrote
    something else under `spoken`, `align` fits their words to the text.
    """
    given = record.get("segments")
    if isinstance(given, list):
        filled = [{"spoken": "", **item} if isinstance(item, dict) else item for item in given]
        record = {**record, "segments": filled}
    script: Script = _value(Script, record, "", source)

    def said(segment: Segment) -> Segment:
        language = segment.language or script.language
        utterance = spell(segment.text, language)
        if segment.spoken and segment.spoken != utterance.spoken:
            utterance = align(segment.text, segment.spoken, language)
        return replace(segment, spoken=utterance.spoken, tokens=utterance.tokens)

    return replace(script, segments=tuple(said(segment) for segment in script.segments))


def _value(kind: Any, given: Any, place: str, source: str) -> Any:
    """`given` as a value of that type."""
    if is_dataclass(kind):
        return _record(kind, given, place, source)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        wanted = next(option for option in arguments if option is not type(None))
        return None if given is None else _value(wanted, given, place, source)
    if origin is Literal:
        if given not in arguments:
            raise _wrong(place, f"one of {', '.join(map(str, arguments))}", given, source)
        return given
    if origin is tuple:
        if not isinstance(given, list):
            raise _wrong(place, "a list", given, source)
        return tuple(
            _value(arguments[0], item, f"{place}[{index}]", source)
            for index, item in enumerate(given)
        )
    return _scalar(kind, given, place, source)


def _scalar(kind: Any, given: Any, place: str, source: str) -> Any:
    if kind is float and type(given) is int:
        return float(given)
    if type(given) is not kind or (kind is float and not math.isfinite(given)):
        raise _wrong(place, _JSON_NAMES[kind], given, source)
    return given


@cache
def _types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _record(kind: Any, given: Any, place: str, source: str) -> Any:
    if not isinstance(given, dict):
        raise _wrong(place, "an object", given, source)
    values = {}
    for field in fields(kind):
        where = f"{place}.{field.name}" if place else field.name
        if field.name in given:
            values[field.name] = _value(_types(kind)[field.name], given[field.name], where, source)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ScriptError(f"{where} is missing", subject=source)
    return kind(**values)


def _wrong(place: str, wanted: str, given: Any, source: str) -> ScriptError:
    shown = json.dumps(given, ensure_ascii=False)
    shown = shown if len(shown) <= 40 else shown[:39] + "…"  # noqa: PLR2004 - fits a line
    return ScriptError(f"{place or 'the document'} should be {wanted}, not {shown}", subject=source)


def script_text(script: Script) -> str:
    """A script as text to read: a line for each segment, an empty one between blocks.

    Where the voice is sent something else than the text, that stands under it after `=`.
    """
    lines: list[str] = []
    last: tuple[str, int | None] | None = None
    for segment in script.segments:
        place = (segment.kind, segment.block)
        if last is not None and place != last:
            lines.append("")
        last = place
        lines.append(f"{segment.kind}: {segment.text}")
        if segment.spoken != segment.text:
            lines.append(f"  = {segment.spoken}")
    return "\n".join(lines)
