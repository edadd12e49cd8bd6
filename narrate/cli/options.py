"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from narrate.cli import listen_to_log
from narrate.cli.marking import marking_options
from narrate.cli.signing import signing_options
from narrate.containers import names
from narrate.frame import Frame
from narrate.publish.beside import Companion
from narrate.reading import Reading

Command = TypeVar("Command", bound=Callable[..., Any])

SOURCES = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)

VERBOSE = click.option(
    "-v",
    "--verbose",
    count=True,
    expose_value=False,
    callback=lambda _context, _option, count: listen_to_log(count),
    help="Say what is being done; -vv says more.",
)
PRIVATE = click.option(
    "--allow-private",
    is_flag=True,
    help="Also fetch from private and loopback addresses, such as a staging server's.",
)

LANGUAGE = click.option(
    "--lang", "language", metavar="TAG", help="The language of the text, as en-GB or fr."
)
LEXICONS = click.option(
    "--lexicon",
    "lexicons",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Pronunciations, as PLS or TOML; may be given several times.",
)

_VOICE = (
    click.option("--voice", metavar="NAME", help="Who speaks; by default the article's language."),
    click.option(
        "--voices-folder",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Look for voices here first.",
    ),
    LEXICONS,
    click.option("--rate", type=click.IntRange(80, 450), metavar="WPM", help="Words a minute."),
    click.option("--pitch", type=click.IntRange(0, 100), metavar="0-100", help="50 is usual."),
)
_FRAME = (
    click.option("--disclaimer", metavar="TEXT", help="Say this notice, not the voice's own."),
    click.option("--no-disclaimer", is_flag=True, help="Don't say the notice ..."),
    click.option(
        "--i-disclose-elsewhere",
        is_flag=True,
        help="... because listeners are told in another way. Both are needed.",
    ),
    click.option("--disclaimer-at-end", is_flag=True, help="Say the notice at the end too."),
    click.option("--no-title", is_flag=True, help="Don't say the title."),
    click.option("--no-byline", is_flag=True, help="Don't say who wrote it."),
    click.option("--no-date", is_flag=True, help="Don't say when it was published."),
    click.option("--no-end", is_flag=True, help="Don't say that it has ended."),
    click.option(
        "--announce-quotations",
        is_flag=True,
        help="Say where a quotation that is set apart begins and ends.",
    ),
    click.option("--say-emoji", is_flag=True, help="Say emoji by their names."),
    click.option(
        "--announce-embeds",
        is_flag=True,
        help="Say where a post from elsewhere is shown; else it is passed over.",
    ),
)


_COMPANIONS: dict[str, Companion] = {
    "vtt": "captions",
    "words": "words",
    "srt": "subtitles",
    "transcript": "transcript",
    "chapters": "chapters",
}


def _companions(text: str) -> tuple[Companion, ...]:
    """Which files are meant by a list; in one order, so that the cache knows it again."""
    lists = {"all": set(_COMPANIONS), "none": set[str]()}
    names = lists[text] if text in lists else {name.strip() for name in text.split(",")}
    if wrong := names - set(_COMPANIONS):
        known = ", ".join(_COMPANIONS)
        raise click.BadParameter(f"{min(wrong)!r} is none of {known}, all and none.")
    return tuple(kind for name, kind in _COMPANIONS.items() if name in names)


_SOUND = (
    click.option(
        "--format",
        type=click.Choice(names()),
        help="Else as OUT is named; MP3 and WAV take no ffmpeg.",
    ),
    click.option("--bitrate", type=int, help="Kilobits a second; 64, and 32 in Opus."),
    click.option(
        "--sample-rate", type=int, help="Samples a second, as 44100; else the voice's own."
    ),
    click.option(
        "--quality",
        type=click.IntRange(2, 7),
        default=7,
        show_default=True,
        help="LAME's: 2 is the slowest, 7 the fastest.",
    ),
    click.option("--intro", type=click.Path(path_type=Path), metavar="WAV", help="Played first."),
    click.option("--outro", type=click.Path(path_type=Path), metavar="WAV", help="Played last."),
    click.option("--cover", type=click.Path(path_type=Path), metavar="IMAGE", help="JPEG or PNG."),
    click.option(
        "--text-by",
        type=click.Choice(["people", "machine-help", "unknown"]),
        default="unknown",
        help="Who wrote the text, for the file's tags.",
    ),
    click.option(
        "--captions",
        callback=lambda _context, _option, text: _companions(text),
        default="all",
        show_default=True,
        metavar="LIST",
        help="Written beside it: vtt,words,srt,transcript,chapters.",
    ),
    *signing_options("sign-"),
    *marking_options(),
    click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; else one a core."),
    click.option("--no-cache", is_flag=True, help="Make everything anew and keep nothing."),
)


def sound_options(command: Command) -> Command:
    """How the file is made: the options of which `settings` makes Settings, and `jobs`."""
    for option in reversed(_SOUND):
        command = option(command)
    return command


def voice_options(command: Command) -> Command:
    """Who speaks, and how: the options that are fields of a Reading as they are."""
    for option in reversed(_VOICE):
        command = option(command)
    return command


def reading_options(command: Command) -> Command:
    """The options of which `reading` makes a Reading."""
    for option in reversed((*_FRAME, PRIVATE)):
        command = option(command)
    return voice_options(command)


def reading(options: dict[str, Any]) -> Reading:
    """How sources are to be read, by the options of a command; takes what it uses from them.

    Raises click.UsageError where the notice would be lost by accident.
    """
    frame = Frame(
        disclaimer=_notice(options, at_end=options["disclaimer_at_end"]),
        closing=options.pop("disclaimer_at_end"),
        title=not options.pop("no_title"),
        byline=not options.pop("no_byline"),
        date=not options.pop("no_date"),
        end=not options.pop("no_end"),
        quotations=options.pop("announce_quotations"),
        emoji=options.pop("say_emoji"),
        embeds=options.pop("announce_embeds"),
    )
    names = ("voice", "voices_folder", "lexicons", "rate", "pitch", "allow_private")
    return Reading(frame=frame, **{name: options.pop(name) for name in names})


def _notice(options: dict[str, Any], *, at_end: bool) -> str | None:
    """The words of the notice: None for the voice's own, empty where it is turned off."""
    off, elsewhere = options.pop("no_disclaimer"), options.pop("i_disclose_elsewhere")
    words: str | None = options.pop("disclaimer")
    if off and not elsewhere:
        raise click.UsageError(
            "--no-disclaimer: listeners have to be told that the voice is synthetic; if you tell "
            "them in another way, add --i-disclose-elsewhere."
        )
    if elsewhere and not off:
        raise click.UsageError(
            "--i-disclose-elsewhere: the notice is still said; add --no-disclaimer to leave it out."
        )
    if off and (at_end or words is not None):
        raise click.UsageError("--no-disclaimer leaves the notice out: say nothing else of it.")
    if words is not None and not words.strip():
        raise click.UsageError(
            "--disclaimer changes the words of the notice; it takes --no-disclaimer and "
            "--i-disclose-elsewhere to leave it out."
        )
    return "" if off else words
