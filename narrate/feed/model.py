"""What a feed has to know of itself and of its episodes: plain frozen data.

Addresses are absolute (`http` or `https`); what is not known is None or empty, and then is
left out of the feed rather than guessed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from narrate.model import VoiceKind
from narrate.publish.chapters import Chapter

FEED, JSON_FEED, OPML, INDEX, COVER = (
    "feed.xml",
    "feed.json",
    "feed.opml",
    "index.html",
    "cover.png",
)
"""What the documents of a feed are called, under the library's address."""

Kind = Literal["episodic", "serial"]
"""`serial` is meant to be heard from the first episode on, in order."""

Medium = Literal[
    "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"
]
"""What a feed holds, as the Podcasting 2.0 namespace lists it; ours are podcasts or audiobooks."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom directories write to; the address is public once it is in the feed."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part, in a role of the Podcast Taxonomy."""

    name: str
    role: str = "host"
    group: str = "cast"
    link: str | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms under which the audio may be used."""

    name: str
    """An SPDX identifier in lower case, as `cc-by-4.0`, or a name of your own with a `url`."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often episodes are meant to come."""

    text: str
    """For people, as `Every weekday`; at most 128 characters."""
    rule: str | None = None
    """For programs: an RRULE of RFC 5545, as `FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR`."""


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself."""

    title: str
    address: str
    """Where the library's folder is served, with a slash at its end."""
    link: str
    """The publication's own page."""
    description: str
    language: str
    """BCP 47 tag."""
    author: str
    guid: str
    """A UUID that never changes again; `narrate.feed.guid.channel_guid` makes the first."""
    categories: tuple[str, ...] = ("News",)
    """Apple's, the main one first; a subcategory as `News/Politics`."""
    image: str | None = None
    """The address of a square JPEG or PNG of 1400 to 3000 pixels."""
    owner: Owner | None = None
    explicit: bool = False
    locked: bool = True
    """Whether other platforms are asked not to import the feed as theirs."""
    medium: Medium = "podcast"
    kind: Kind = "episodic"
    notice: str = ""
    """What listeners are told about the voices, in the feed's language."""
    copyright: str | None = None
    licence: Licence | None = None
    hub: str | None = None
    """The address of a WebSub hub that tells subscribers of new episodes."""
    persons: tuple[Person, ...] = ()
    frequency: Frequency | None = None
    funding: tuple[tuple[str, str], ...] = ()
    """Where listeners can support it: an address, and the words of its link."""
    colour: str = "#1a1a1a"
    """The publication's own, for the page and for a cover that is drawn."""

    @property
    def url(self) -> str:
        """The address of the feed itself."""
        return self.address + FEED


@dataclass(frozen=True, slots=True)
class File:
    """One sound file of an episode; the first of an episode is its enclosure."""

    url: str
    type: str
    """Media type, as `audio/mpeg`."""
    bytes: int
    """The exact size of the finished file, tags and all."""
    sha256: str | None = None
    """Of the same bytes, in hexadecimal."""
    bitrate: int | None = None
    """Bits a second, on average."""
    title: str | None = None
    """What to call it among the others, as `Opus, small`."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What is said, as a file."""

    url: str
    type: str
    """Media type: `text/vtt`, `application/x-subrip`, `application/json` or `text/html`."""
    language: str | None = None
    """BCP 47 tag; None where it is the episode's."""


@dataclass(frozen=True, slots=True)
class Narrator:
    """The voice that reads."""

    name: str
    kind: VoiceKind


@dataclass(frozen=True, slots=True)
class Soundbite:
    """A stretch that stands for the episode in previews."""

    start: float
    """Seconds from the start of the audio."""
    duration: float
    """Seconds; 15 to 120 are recommended."""
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of one episode."""

    guid: str
    """Never changes, whatever becomes of the article or the audio."""
    slug: str
    """Its folder's name under `episodes/`."""
    title: str
    link: str
    """The article."""
    page: str | None
    """The episode's own page, where it has one."""
    published: datetime
    """With its time zone; of the first publication."""
    duration: float
    """Seconds."""
    files: tuple[File, ...]
    """At least one; the first is the enclosure, the rest are the same in other formats."""
    modified: datetime | None = None
    """With its time zone."""
    lead: str = ""
    """What the article is about, as plain text."""
    notice: str = ""
    """What listeners are told about the voice, in the episode's language."""
    language: str | None = None
    """BCP 47 tag; None where it is the feed's."""
    image: str | None = None
    """The address of the article's picture, of any form; it stands in the JSON Feed."""
    artwork: str | None = None
    """The address of a square JPEG or PNG of 1400 to 3000 pixels, which podcast apps show instead
    of the feed's cover."""
    chapters: tuple[Chapter, ...] = ()
    chapters_url: str | None = None
    """Of the same as a JSON document of the Podcasting 2.0 namespace."""
    transcripts: tuple[Transcript, ...] = ()
    authors: tuple[str, ...] = ()
    """Who wrote the article."""
    narrator: Narrator | None = None
    soundbite: Soundbite | None = None
    section: str | None = None
    """The part of the paper it stood in."""
    season: int | None = None
    episode: int | None = None
    """Its number, where the feed is serial; None: it is counted from the oldest."""
