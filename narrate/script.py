"""Article → script: the notice, title, byline and date, the body sentence by sentence, the end.

Everything that will be heard is a segment, in order, with its spoken form. What the script adds
by itself (a list number, the name of a speaker) is a segment of its own without an anchor, so
that the text of an anchored segment is exactly what stands in the publisher's page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile

from narrate.errors import ScriptError
from narrate.frame import Frame
from narrate.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Gloss,
    Metadata,
    Script,
    Segment,
    SegmentKind,
    Voice,
)
from narrate.phrases import Phrases
from narrate.spoken import Lexicon, normalise, realign, sentences

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


def write(
    article: Article,
    voice: Voice,
    phrases: Phrases,
    frame: Frame | None = None,
    lexicon: Lexicon | None = None,
) -> Script:
    """The script of an article for that voice; `lexicon` has the publication's pronunciations.

    Raises ScriptError when nothing of the article is to be read aloud.
    """
    writer = _Writer(voice, phrases, frame or Frame(), lexicon)
    body = tuple(writer.body(article.blocks))
    if not body:
        raise ScriptError(
            "nothing in this article is to be read aloud", subject=article.metadata.title
        )
    segments = (*writer.opening(article.metadata), *body, *writer.end())
    return Script(article.metadata, voice.name, voice.language, segments)


def disclosed(
    script: Script, voice: Voice, phrases: Phrases, frame: Frame, lexicon: Lexicon | None = None
) -> Script:
    """A script that a person may have changed, with the notice where `frame` wants it.

    One that doesn't open with a notice gets it, so that none is lost in editing.
    """
    segments = script.segments
    opens = bool(segments) and segments[0].kind == "disclaimer"
    closes = len(segments) > 1 and segments[-1].kind == "disclaimer"
    body = tuple(segment for segment in segments if segment.kind != "disclaimer")
    if frame.disclaimer == "":
        return replace(script, segments=body)
    writer = _Writer(voice, phrases, replace(frame, end=False), lexicon)
    if not opens or frame.disclaimer is not None:
        rest = segments if not opens else tuple(dropwhile(_is_notice, segments))
        segments = (*writer.notice(voice.pauses.disclaimer), *rest)
    if frame.closing and not closes:
        segments = (*segments, *writer.end())
    return replace(script, segments=segments)


def _is_notice(segment: Segment) -> bool:
    return segment.kind == "disclaimer"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes segments for one voice."""

    voice: Voice
    phrases: Phrases
    frame: Frame
    lexicon: Lexicon | None

    def _said(
        self,
        kind: SegmentKind,
        text: str,
        pause: float,
        language: str | None = None,
        glosses: tuple[Gloss, ...] = (),
    ) -> Segment:
        utterance = normalise(
            text,
            language or self.voice.language,
            lexicon=self.lexicon,
            emoji=self.frame.emoji,
            glosses=glosses,
        )
        return Segment(kind, text, utterance.spoken, utterance.tokens, pause)

    def opening(self, metadata: Metadata) -> Iterator[Segment]:
        """The notice, the title, who wrote it and when."""
        frame, pauses = self.frame, self.voice.pauses
        yield from self.notice(pauses.disclaimer)
        if frame.title:
            yield from self._spread("title", metadata.title, pauses.title)
        byline = self.phrases.byline(metadata.authors) if frame.byline else None
        date = self._date(metadata.published) if frame.date else None
        if byline:
            yield self._said("byline", byline, pauses.sentence if date else pauses.title)
        if date:
            yield date

    def notice(self, pause: float) -> Iterator[Segment]:
        """That the voice is a machine's, in the language that the notice is in."""
        given, voice = self.frame.disclaimer, self.voice
        text = voice.disclaimer if given is None else given
        language = voice.disclaimer_language if given is None else None
        for segment in self._spread("disclaimer", text, pause, language):
            yield replace(segment, language=language)

    def end(self) -> Iterator[Segment]:
        """That the article is over, and the notice once more where that is wanted."""
        if self.frame.end:
            yield self._said("end", self.phrases.end, self.voice.pauses.end)
        if self.frame.closing:
            yield from self.notice(self.voice.pauses.end)

    def _date(self, published: str | None) -> Segment | None:
        """When it was published; some languages say a day in another form than they write it."""
        written, said = self.phrases.date(published), self.phrases.date_said(published)
        if not written or not said:
            return None
        segment = self._said("date", written, self.voice.pauses.title)
        if said == written:
            return segment
        language = self.voice.language
        utterance = realign(written, normalise(said, language).spoken, language)
        return replace(segment, spoken=utterance.spoken, tokens=utterance.tokens)

    def _spread(
        self, kind: SegmentKind, text: str, pause: float, language: str | None = None
    ) -> Iterator[Segment]:
        """A text as one segment a sentence; `pause` is that after the last."""
        parts = sentences(text, language or self.voice.language)
        for number, part in enumerate(parts, 1):
            last = number == len(parts)
            yield self._said(kind, part, pause if last else self.voice.pauses.sentence, language)

    def body(self, blocks: tuple[Block, ...]) -> Iterator[Segment]:
        """The blocks that are read aloud, sentence by sentence."""
        speaker: str | None = None
        for index, block in enumerate(blocks):
            if block.omitted is not None:
                yield from self._announced(index, blocks)
                continue
            names_itself = _label(block) is not None
            new_speaker = None if names_itself or block.speaker == speaker else block.speaker
            speaker = block.speaker
            opens = self._is_announced(block) and not _goes_on(blocks, index - 1)
            for text in self._cues(block, new_speaker, opens=opens):
                added = self._said(_KINDS[block.kind], text, self.voice.pauses.sentence)
                yield replace(added, block=index)
            level = block.level if block.kind == "heading" else None
            for segment in self._sentences(block):
                yield replace(segment, block=index, level=level)
            if self._is_announced(block) and not _goes_on(blocks, index):
                pause = self.voice.pauses.paragraph
                yield replace(
                    self._said("quotation", self.phrases.quotation_end, pause), block=index
                )

    def _announced(self, index: int, blocks: tuple[Block, ...]) -> Iterator[Segment]:
        """What is said instead of a table or a post that is not read; once for one in parts."""
        block, before = blocks[index], blocks[index - 1] if index else None
        if before and before.omitted == block.omitted and block.kind != "caption":
            return
        text = ""
        if block.omitted == "table":
            caption = block.text.rstrip(" .:") if block.kind == "caption" else None
            text = self.phrases.table_announcement(caption)
        elif block.omitted == "embed" and self.frame.embeds:
            text = self.phrases.embed
        if text:
            said = self._said(_KINDS[block.kind], text, self.voice.pauses.paragraph)
            yield replace(said, block=index)

    def _is_announced(self, block: Block) -> bool:
        return self.frame.quotations and block.kind == "quotation"

    def _cues(self, block: Block, speaker: str | None, *, opens: bool) -> Iterator[str]:
        """What has to be said before a block, as a listener doesn't see how it is set."""
        if opens:
            yield self.phrases.quotation
        if block.time:
            yield self.phrases.time_of_update(block.time)
        if speaker:
            yield self.phrases.speaker(speaker)
        if block.number:
            yield self.phrases.list_number(block.number)
        if block.kind == "correction" and self.phrases.corrected(block.text) != block.text:
            yield self.phrases.correction

    def _sentences(self, block: Block) -> Iterator[Segment]:
        language = block.language or self.voice.language
        other = language if language != self.voice.language else None
        kind, pauses = _KINDS[block.kind], self.voice.pauses
        after = pauses.heading if kind == "heading" else pauses.paragraph
        lines = [line for line in block.text.split("\n") if line.strip()]
        parts = [part for line in lines for part in sentences(line, language)]
        at = 0
        for number, part in enumerate(parts, 1):
            at = max(at, block.text.find(part, at))
            pause = after if number == len(parts) else pauses.sentence
            glosses = (*self._label_said(block, at), *_glosses(block, part, at))
            said = self._said(kind, part, pause, language, glosses)
            yield replace(said, anchor=_anchor(block, part, at), language=other)
            at += len(part)

    def _label_said(self, block: Block, at: int) -> tuple[Gloss, ...]:
        """How the letter that opens a turn of an interview is said: `Q:` as 'Question'."""
        name = _label(block) if at == 0 else None
        said = self.phrases.speaker(name).rstrip(":： ") if name else name
        return (Gloss(0, len(name), said),) if name and said and said != name else ()


def _label(block: Block) -> str | None:
    """The speaker's name, where the block's own text opens with it and a colon."""
    if not block.speaker or not block.text.startswith(block.speaker):
        return None
    after = block.text[len(block.speaker) :].lstrip()
    return block.speaker if after.startswith((":", "：")) else None


def _goes_on(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a quotation goes on from the block at `index` to the next one."""
    if not 0 <= index < len(blocks) - 1:
        return False
    return all(
        block.kind == "quotation" and block.omitted is None for block in blocks[index : index + 2]
    )


def _glosses(block: Block, part: str, at: int) -> tuple[Gloss, ...]:
    """The block's readings that lie inside the sentence at `at`, counted from its start.

    One whose words stand in the block already is left out.
    """
    words = block.text.casefold()
    return tuple(
        Gloss(gloss.start - at, gloss.end - at, gloss.said)
        for gloss in block.readings
        if at <= gloss.start < gloss.end <= at + len(part) and gloss.said.casefold() not in words
    )


def _anchor(block: Block, part: str, at: int) -> Anchor | None:
    """The sentence's own place within its block's."""
    whole = block.anchor
    if whole is None:
        return None
    before = f"{whole.prefix}{block.text[:at]}"
    after = f"{block.text[at + len(part) :]}{whole.suffix}"
    return Anchor(whole.selector, part, before[-_CONTEXT:], after[:_CONTEXT])
