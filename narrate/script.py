"""Article → script: the notice, title, byline and date, the body sentence by sentence, the end.

Everything that will be heard is a segment, in order, with its spoken form. What the script adds
by itself (a list number, the name of a speaker) is a segment of its own without an anchor, so
that the text of an anchored segment is exactly what stands in the publisher's page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from narrate.errors import ScriptError
from narrate.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Pauses,
    Script,
    Segment,
    SegmentKind,
    Voice,
)
from narrate.phrases import Phrases
from narrate.spoken import normalise, realign, sentences

_CONTEXT = 32  # characters of the page kept on either side of a sentence

_KINDS: dict[BlockKind, SegmentKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "list_item": "list_item",
    "quotation": "quotation",
    "pull_quote": "quotation",
    "caption": "paragraph",
    "table": "table",
    "code": "paragraph",
    "embed": "embed",
    "correction": "correction",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said around the body of the article."""

    disclaimer: str | None = None
    """Said first; None for the voice's own notice, and an empty text for none."""
    title: bool = True
    byline: bool = True
    date: bool = True
    end: bool = True


def write(article: Article, voice: Voice, phrases: Phrases, frame: Frame | None = None) -> Script:
    """The script of an article for that voice.

    Raises ScriptError when nothing of the article is to be read aloud.
    """
    metadata = article.metadata
    body = tuple(_body(article.blocks, voice, phrases))
    if not body:
        raise ScriptError("nothing in this article is to be read aloud", subject=metadata.title)
    segments = (*_opening(article, voice, phrases, frame or Frame()), *body)
    if frame is None or frame.end:
        segments += (_said("end", phrases.end, voice.pauses.end, voice.language),)
    return Script(metadata, voice.name, voice.language, segments)


def _said(kind: SegmentKind, text: str, pause: float, language: str) -> Segment:
    utterance = normalise(text, language)
    return Segment(kind, text, utterance.spoken, utterance.tokens, pause)


def _opening(article: Article, voice: Voice, phrases: Phrases, frame: Frame) -> tuple[Segment, ...]:
    metadata, pauses = article.metadata, voice.pauses
    notice = voice.disclaimer if frame.disclaimer is None else frame.disclaimer
    byline = phrases.byline(metadata.authors) if frame.byline else None
    date = _date(metadata.published, phrases, voice) if frame.date else None
    title = metadata.title if frame.title else ""
    said = [
        *_spread("disclaimer", notice, pauses.disclaimer, voice),
        *_spread("title", title, pauses.title, voice),
    ]
    if byline:
        pause = pauses.sentence if date else pauses.title
        said.append(_said("byline", byline, pause, voice.language))
    if date:
        said.append(date)
    return tuple(said)


def _date(published: str | None, phrases: Phrases, voice: Voice) -> Segment | None:
    """When it was published; some languages say a day in another form than they write it."""
    written, said = phrases.date(published), phrases.date_said(published)
    if not written or not said:
        return None
    segment = _said("date", written, voice.pauses.title, voice.language)
    if said == written:
        return segment
    spoken = normalise(said, voice.language).spoken
    utterance = realign(written, spoken, voice.language)
    return replace(segment, spoken=utterance.spoken, tokens=utterance.tokens)


def _spread(kind: SegmentKind, text: str, pause: float, voice: Voice) -> Iterator[Segment]:
    """A text as one segment a sentence; `pause` is that after the last."""
    parts = sentences(text, voice.language)
    for number, part in enumerate(parts, 1):
        after = pause if number == len(parts) else voice.pauses.sentence
        yield _said(kind, part, after, voice.language)


def _body(blocks: tuple[Block, ...], voice: Voice, phrases: Phrases) -> Iterator[Segment]:
    speaker: str | None = None
    for index, block in enumerate(blocks):
        if block.omitted is not None:
            continue
        new_speaker = block.speaker if block.speaker != speaker else None
        speaker = block.speaker
        for text in _cues(block, new_speaker, phrases):
            added = _said(_KINDS[block.kind], text, voice.pauses.sentence, voice.language)
            yield replace(added, block=index)
        for segment in _sentences(block, voice):
            yield replace(segment, block=index, level=_level(block))


def _level(block: Block) -> int | None:
    return block.level if block.kind == "heading" else None


def _cues(block: Block, speaker: str | None, phrases: Phrases) -> Iterator[str]:
    """What has to be said before a block, as a listener doesn't see how it is set."""
    if block.time:
        yield phrases.time_of_update(block.time)
    if speaker:
        yield phrases.speaker(speaker)
    if block.number:
        yield phrases.list_number(block.number)
    if block.kind == "correction" and phrases.corrected(block.text) != block.text:
        yield phrases.correction


def _sentences(block: Block, voice: Voice) -> Iterator[Segment]:
    language = block.language or voice.language
    kind = _KINDS[block.kind]
    after = _pause_after(kind, voice.pauses)
    lines = [line for line in block.text.split("\n") if line.strip()]
    parts = [part for line in lines for part in sentences(line, language)]
    at = 0
    for number, part in enumerate(parts, 1):
        at = max(at, block.text.find(part, at))
        pause = after if number == len(parts) else voice.pauses.sentence
        anchor = _anchor(block, part, at) if block.anchor else None
        said = _said(kind, part, pause, language)
        other = language if language != voice.language else None
        yield replace(said, anchor=anchor, language=other)
        at += len(part)


def _pause_after(kind: SegmentKind, pauses: Pauses) -> float:
    return pauses.heading if kind == "heading" else pauses.paragraph


def _anchor(block: Block, part: str, at: int) -> Anchor | None:
    """The sentence's own place within its block's."""
    whole = block.anchor
    if whole is None:
        return None
    before = f"{whole.prefix}{block.text[:at]}"
    after = f"{block.text[at + len(part) :]}{whole.suffix}"
    return Anchor(whole.selector, part, before[-_CONTEXT:], after[:_CONTEXT])
