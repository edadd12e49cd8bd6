"""Every key of `narrate.toml`: what it is for, what it may hold, and what it is when left out.

The file that `narrate feed init` writes, what is read back, and the errors all come from this
table. Sections are TOML's; the first, without a name, is the feed itself.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from narrate.feed.model import Kind, Medium
from narrate.model import TextBy

Form = Literal[
    "text", "address", "words", "flag", "number", "choice", "file", "files",
    "email", "colour", "language", "uuid", "category",
]  # fmt: skip
"""What a value has to look like."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a section."""

    name: str
    form: Form
    about: str
    """For the person who fills in the file; wrapped when it is written."""
    default: object = ""
    choices: tuple[str, ...] = ()
    needed: bool = False
    example: str = ""
    """As TOML, shown commented out where the key is left at its default."""
    least: int = 0
    most: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the file, or a list of tables."""

    name: str
    about: str
    keys: tuple[Key, ...]
    repeated: bool = False
    """Whether it is a list, each entry under `[[name]]`."""


FEED = (
    Key("title", "text", "What the feed is called in podcast apps.", needed=True),
    Key("address", "address", "Where this folder is served: the public address of the folder "
        "itself. Every address in the feed begins with it.", needed=True),
    Key("link", "address", "The publication's own page.", needed=True),
    Key("description", "text", "What one hears here, in a sentence or three.", needed=True),
    Key("language", "language", "The feed's language as a BCP 47 tag, as en-GB or pt-BR.",
        needed=True),
    Key("author", "text", "Who publishes it.", needed=True),
    Key("guid", "uuid", "The feed's identity for directories. It was made once from the address; "
        "it must not change when the address does."),
    Key("categories", "category", "Apple's categories, the main one first; a subcategory as "
        '"News/Politics".', ("News",)),
    Key("explicit", "flag", "Whether it holds what isn't for children.", default=False),
    Key("cover", "file", "A square picture of 1400 to 3000 pixels, JPEG or PNG, in this folder. "
        "Left out, one is drawn from the title and the colour. Made small, it is put into every "
        "episode's sound too; episodes that are there keep theirs.", example='"cover.jpg"'),
    Key("colour", "colour", "The publication's own colour.", "#1a1a1a"),
    Key("copyright", "text", "A line of copyright.", example='"© The Courier"'),
    Key("licence", "text", "The terms of use: an SPDX identifier in lower case, or a name of your "
        "own with a licence_url.", example='"cc-by-4.0"'),
    Key("licence_url", "address", "Where the terms stand.",
        example='"https://courier.example/terms"'),
    Key("locked", "flag", "Whether other platforms are asked not to import the feed as theirs.",
        default=True),
    Key("medium", "choice", "What the feed holds.", "podcast", get_args(Medium)),
    Key("kind", "choice", "Whether the newest episode comes first, or one begins with the first.",
        "episodic", get_args(Kind)),
    Key("hub", "address", "A WebSub hub that tells subscribers of new episodes. It is told by "
        "`narrate feed ping`, once the folder is where it is served.",
        example='"https://hub.example/"'),
    Key("frequency", "text", "How often episodes come, for people.", example='"Every weekday"'),
    Key("frequency_rule", "text", "The same for programs, as an RRULE (RFC 5545).",
        example='"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"'),
)  # fmt: skip

OWNER = (
    Key("name", "text", "A person or a desk.", example='"Audio desk"'),
    Key("email", "email", "It is public once it is in the feed.",
        example='"audio@courier.example"'),
)  # fmt: skip

VOICE = (
    Key("name", "text", "A voice, as `narrate voices` lists them. Left out, the article's language "
        "picks one.", example='"en-gb"'),
    Key("rate", "number", "Words a minute; 0 for the voice's own.", 0, most=450),
    Key("pitch", "number", "0 to 100, where 50 is usual; -1 for the voice's own.", -1,
        least=-1, most=100),
    Key("folder", "file", "Your own voices, in a folder beside this file.", example='"voices"'),
    Key("lexicons", "files", "Pronunciations, PLS or TOML, beside this file.", (),
        example='["names.toml"]'),
)  # fmt: skip

SOUND = (
    Key("formats", "words", "The first is what every podcast app plays; the others are offered "
        "beside it. All but mp3 and wav take ffmpeg.", ("mp3",),
        ("mp3", "opus", "m4a", "m4b", "flac", "wav")),
    Key("bitrate", "number", "Kilobits a second of the first format; 0 for what is usual.", 0,
        most=320),
    Key("sample_rate", "number", "Samples a second; 0 for the voice's own.", 0, most=48_000),
    Key("intro", "file", "A WAV that is played first, beside this file.", example='"intro.wav"'),
    Key("outro", "file", "A WAV that is played last.", example='"outro.wav"'),
)  # fmt: skip

SAID = (
    Key("title", "flag", "Say the article's title.", default=True),
    Key("byline", "flag", "Say who wrote it.", default=True),
    Key("date", "flag", "Say when it was published.", default=True),
    Key("end", "flag", "Say that it has ended.", default=True),
    Key("quotations", "flag", "Say where a quotation that is set apart begins and ends.",
        default=False),
    Key("emoji", "flag", "Say emoji by their names.", default=False),
    Key("embeds", "flag", "Say where a post from elsewhere is shown.", default=False),
)  # fmt: skip

DISCLOSURE = (
    Key("notice", "text", "What every episode opens with, in your words. Left out, it is the "
        "voice's own notice in its language.",
        example='"This article is read by a synthetic voice."'),
    Key("spoken", "flag", "Whether the notice is said. Turning it off takes `elsewhere` too; tags, "
        "captions and feed keep it.", default=True),
    Key("elsewhere", "flag", "That listeners are told in another way.", default=False),
    Key("at_end", "flag", "Whether the notice is said at the end too.", default=False),
    Key("text_by", "choice", "Who wrote the articles' text.", "unknown", get_args(TextBy)),
)  # fmt: skip

SIGNING = (
    Key("certificate", "file", "The certificate that signs every episode, and those behind it, as "
        "PEM. Episodes that are there stay as they are; `--again` makes them anew.",
        example='"/etc/narrate/certificate.pem"'),
    Key("key", "file", "Its key, as PEM, outside of this folder, which is served to everybody. "
        "NARRATE_KEY_PASSPHRASE unlocks it.", example='"/etc/narrate/key.pem"'),
    Key("signer", "text", "Instead of both: a plug-in that has the key.",
        example='"vault:newsroom"'),
    Key("tsa", "address", "A time-stamp server (RFC 3161).",
        example='"https://time.example/"'),
)  # fmt: skip

WATERMARK = (
    Key("key", "file", "The file with the key that marks the sound of every episode, outside of "
        "this folder, which is served to everybody; `narrate keys watermark FILE` makes one. env: "
        "the key is in NARRATE_WATERMARK_KEY. Episodes that are there stay as they are; `--again` "
        "makes them anew.", example='"/etc/narrate/watermark.key"'),
    Key("by", "text", "Which watermark: ours, or a plug-in's.", "spread"),
)  # fmt: skip

LIBRARY = (
    Key("keep_replaced", "number", "Hours for which the files of a replaced episode stay, so that "
        "apps which hold yesterday's feed still find them.", 48, most=8760),
)  # fmt: skip

PERSON = (
    Key("name", "text", "Who takes part.", needed=True),
    Key("role", "text", "A role of the Podcast Taxonomy, as producer.", "host"),
    Key("group", "text", "Its group, as creative direction.", "cast"),
    Key("link", "address", "Their page."),
    Key("image", "address", "Their picture."),
)
FUNDING = (
    Key("url", "address", "Where listeners can support you.", needed=True),
    Key("text", "text", "The words of the link.", needed=True),
)

SECTIONS = (
    Section("", "The feed", FEED),
    Section("owner", "Whom directories write to", OWNER),
    Section("voice", "Who reads", VOICE),
    Section("sound", "The files of sound", SOUND),
    Section("said", "What is said around an article", SAID),
    Section("disclosure", "What listeners are told about the voice", DISCLOSURE),
    Section("signing", "Who signs (C2PA)", SIGNING),
    Section("watermark", "The mark in the sound", WATERMARK),
    Section("library", "How the folder is kept", LIBRARY),
    Section("person", "Somebody who takes part; one such table for each", PERSON, repeated=True),
    Section("funding", "Where listeners can support you; one for each", FUNDING, repeated=True),
)
