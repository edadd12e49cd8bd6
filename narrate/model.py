"""What flows from stage to stage: plain frozen data, and nothing that acts.

A source becomes a `Page`, a page an `Article`, an article a `Script`, a script's segments
become `Clip`s, and clips a `Timeline` beside the encoded audio. Every stage takes what
stands on its left and returns what stands on its right, so each can be run, tested and
replaced alone. Times are seconds as float unless the field says otherwise.
"""

from dataclasses import dataclass, field
from typing import Literal

MediaType = Literal["text/html", "text/plain", "text/markdown"]

BlockKind = Literal[
    "paragraph",
    "heading",
    "list_item",
    "quotation",
    "pull_quote",
    "caption",
    "table",
    "code",
    "embed",
    "correction",
]

Omission = Literal[
    "advertisement",
    "author bio",
    "byline",
    "caption",
    "code",
    "comments",
    "copyright",
    "credit",
    "dateline",
    "disclaimer",
    "donation",
    "embed",
    "footnote",
    "headline",
    "navigation",
    "player",
    "promotion",
    "pull quote",
    "related",
    "repeated",
    "share",
    "table",
    "timestamp",
]
"""Why a block of the article is not read aloud."""

SegmentKind = Literal[
    "disclaimer",
    "title",
    "byline",
    "date",
    "heading",
    "paragraph",
    "list_item",
    "quotation",
    "table",
    "embed",
    "correction",
    "end",
]


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it came: decoded, not yet understood."""

    text: str
    source: str
    """The name the user gave: a path, an address, or `-`."""
    media_type: MediaType = "text/html"
    url: str | None = None
    """The address it finally came from, after redirects; None for a local file."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a text stands in the publisher's page.

    `selector` is a CSS selector of the element in the source HTML; `exact`, `prefix` and
    `suffix` are a text-quote selector (W3C Web Annotation Data Model, section 4.2.4) over
    the text of the page, so that the words are found again when the markup has moved.
    """

    selector: str
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Gloss:
    """How a passage is to be said, where the page itself tells: an abbreviation's title, ruby.

    `text[start:end]` is what the reader sees; both are characters of the block's text.
    """

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of an article, in reading order."""

    kind: BlockKind
    text: str
    omitted: Omission | None = None
    """Why it is not read aloud; None when it is."""
    level: int | None = None
    """1 to 6 for a heading; the nesting depth, from 1, for a list item."""
    number: str | None = None
    """The number or letter of an ordered list item, as the page shows it, without its stop."""
    speaker: str | None = None
    """Who is speaking, where the page is an interview transcript."""
    time: str | None = None
    """The time of a live-blog entry, as the page shows it."""
    language: str | None = None
    """BCP 47 tag, where the passage is marked as in another language than the article."""
    anchor: Anchor | None = None
    readings: tuple[Gloss, ...] = ()
    """Passages whose saying the page itself gives, in order; they don't overlap."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text."""

    title: str
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601: a date, or a date and time with its zone where the page gives one."""
    modified: str | None = None
    """ISO 8601, as `published`."""
    language: str | None = None
    """BCP 47 tag, as `en-GB`."""
    site: str | None = None
    section: str | None = None
    url: str | None = None
    """The canonical address."""
    image: str | None = None
    """The absolute address of the lead picture."""
    description: str | None = None
    free: bool | None = None
    """schema.org's `isAccessibleForFree`: False behind a paywall, None when not said."""


@dataclass(frozen=True, slots=True)
class Article:
    """A page, understood: what it is about, and its blocks in reading order."""

    metadata: Metadata
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """What would be read aloud, without the title; a blank line between blocks."""
        return "\n\n".join(block.text for block in self.blocks if block.omitted is None)


@dataclass(frozen=True, slots=True)
class Token:
    """A written word or group of words, and the words in which it is said.

    The four fields are character offsets, ends exclusive: `text[start:end]` is what the
    reader sees, `spoken[said_start:said_end]` what the voice is sent for it. A token that
    is not said (a footnote star) has an empty said span.
    """

    start: int
    end: int
    said_start: int
    said_end: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text with its spoken form, aligned: tokens are in order and never overlap."""

    text: str
    spoken: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of the script: the unit that is spoken, cached, timed and captioned."""

    kind: SegmentKind
    text: str
    """What the reader sees."""
    spoken: str
    """What the voice is sent."""
    tokens: tuple[Token, ...] = ()
    pause: float = 0.0
    """Seconds of silence after it."""
    block: int | None = None
    """The index of its block in the article; None for what the script itself adds."""
    level: int | None = None
    """1 to 6 where the segment is part of a heading."""
    language: str | None = None
    """BCP 47 tag, where it is not the script's."""
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that will be said, in order, and what the finished file will be tagged with."""

    metadata: Metadata
    voice: str
    """The name of the voice it was written for."""
    language: str
    """BCP 47 tag of the voice's language."""
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds of silence after each kind of segment."""

    sentence: float = 0.28
    paragraph: float = 0.6
    heading: float = 0.75
    title: float = 0.9
    disclaimer: float = 0.8
    end: float = 0.5


VoiceKind = Literal["formant", "neural", "recorded", "silent"]

TextBy = Literal["people", "machine-help", "unknown"]
"""How an article's text came about: written by people, with a machine's help, or nobody said."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice: which engine speaks it, and how."""

    name: str
    language: str
    """BCP 47 tag."""
    engine: str
    id: str
    """What the engine calls it."""
    disclaimer: str
    """The spoken notice that the voice is synthetic."""
    description: str = ""
    kind: VoiceKind = "formant"
    rate: int = 165
    """Words a minute, as the engine counts them."""
    pitch: int = 50
    """0 to 100; 50 is the voice's own."""
    sample_rate: int = 22050
    """Samples a second, as the engine gives them; editions have the same if their format can."""
    disclaimer_language: str | None = None
    """BCP 47 tag of the notice, where it is not in the voice's own language."""
    gain: float | None = None
    """dB that bring it to the programme's loudness; None: measured when it first speaks."""
    pauses: Pauses = field(default_factory=Pauses)


@dataclass(frozen=True, slots=True)
class Mark:
    """The engine's report that it began to say a stretch of the text it was sent."""

    position: int
    """Characters from the start of the spoken text."""
    length: int
    """Characters."""
    sample: int
    """Samples from the start of the clip."""


@dataclass(frozen=True, slots=True)
class Clip:
    """The sound of one segment, as the engine made it."""

    pcm: bytes
    """Signed 16-bit little-endian samples, one channel."""
    rate: int
    """Samples a second."""
    marks: tuple[Mark, ...] = ()
    """Where words begin, in order; empty when the engine does not tell."""

    @property
    def samples(self) -> int:
        """How many samples it holds."""
        return len(self.pcm) // 2

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.samples / self.rate


@dataclass(frozen=True, slots=True)
class WordTime:
    """When one written word is heard."""

    start: float
    """Seconds from the start of whatever holds the word: a clip, or the programme."""
    end: float
    """Seconds."""
    text_start: int
    """Characters from the start of the segment's written text."""
    text_end: int
    """Characters, exclusive."""

    def later(self, seconds: float) -> "WordTime":
        """The same word where its sound begins so much later."""
        return WordTime(self.start + seconds, self.end + seconds, self.text_start, self.text_end)


@dataclass(frozen=True, slots=True)
class Cue:
    """One segment of the script, placed in the finished audio."""

    segment: Segment
    start: float
    """Seconds from the start of the programme."""
    end: float
    """Seconds; the pause after the segment is not part of it."""
    words: tuple[WordTime, ...] = ()
    """Seconds from the start of the programme."""
    estimated: bool = False
    """Whether the word times were worked out from the lengths of the words."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """When everything is heard."""

    duration: float
    """Seconds of the finished programme."""
    cues: tuple[Cue, ...]
