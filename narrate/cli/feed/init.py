"""`narrate feed init`: a folder becomes a library."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from narrate.cli.options import VERBOSE
from narrate.errors import ConfigError

_ASKED = {
    "title": "What is the feed called?",
    "address": "At which public address will this folder be served?",
    "link": "What is the address of the publication's own page?",
    "description": "What does one hear in it?",
    "language": "In which language, as en-GB or pt-BR?",
    "author": "Who publishes it?",
}
_OTHERS = {
    "owner_name": ("owner", "name"),
    "owner_email": ("owner", "email"),
    "voice": ("voice", "name"),
    "notice": ("disclosure", "notice"),
    "text_by": ("disclosure", "text_by"),
    "formats": ("sound", "formats"),
}
"""Options whose keys stand in a section of the file."""


@click.command("init", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="What the feed is called.")
@click.option("--address", metavar="URL", help="Where DIR is served.")
@click.option("--link", metavar="URL", help="The publication's own page.")
@click.option("--description", metavar="TEXT", help="What one hears in it.")
@click.option("--language", metavar="TAG", help="The feed's language, as en-GB.")
@click.option("--author", metavar="NAME", help="Who publishes it.")
@click.option("--owner-name", metavar="NAME", help="Whom directories write to.")
@click.option("--owner-email", metavar="EMAIL", help="Their address; it will be public.")
@click.option("--category", "categories", multiple=True, metavar="NAME",
              help="Apple's, as News/Politics; may be given several times.")  # fmt: skip
@click.option("--explicit", is_flag=True, default=None, help="It holds what isn't for children.")
@click.option("--cover", metavar="FILE", help="A square JPEG or PNG in DIR; else one is drawn.")
@click.option("--colour", metavar="#RRGGBB", help="The publication's own.")
@click.option("--copyright", metavar="TEXT", help="A line of copyright.")
@click.option("--licence", metavar="NAME", help="As cc-by-4.0.")
@click.option("--hub", metavar="URL", help="A WebSub hub.")
@click.option("--voice", metavar="NAME", help="Who reads; else the article's language picks one.")
@click.option("--format", "formats", multiple=True, metavar="NAME",
              help="Of the sound, as mp3 or opus; may be given several times.")  # fmt: skip
@click.option("--notice", metavar="TEXT", help="The notice that opens every episode.")
@click.option("--text-by", type=click.Choice(["people", "machine-help", "unknown"]),
              help="Who writes the articles' text.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@VERBOSE
def command(folder: Path, *, as_json: bool, **options: Any) -> None:
    """Make a folder a library: write a narrate.toml in which every setting is explained.

    What isn't given as an option is asked for on a terminal. All of it can be changed in the
    file later.

    \b
    narrate feed init courier/ --title "The Courier, read aloud" --language en-GB --author "The Courier" --address https://audio.example.org/courier/ --link https://example.org/ --description "Every story of the day."
    """  # noqa: E501 - a command has to be copied in one piece
    from narrate.config import NAME
    from narrate.library.begin import begin

    if (folder / NAME).exists():
        raise ConfigError("is there already", subject=str(folder / NAME), mend="edit it")
    given = {name: value for name, value in options.items() if value not in (None, ())}
    path = begin(folder, {_place(name): value for name, value in (given | _asked(given)).items()})
    if as_json:
        click.echo(json.dumps({"settings": str(path)}))
    else:
        click.echo(f"{path}  look through it, then: narrate feed add {folder} ARTICLE...")


def _place(option: str) -> tuple[str, str]:
    return _OTHERS.get(option, ("", option))


def _asked(given: dict[str, Any]) -> dict[str, str]:
    """The answers to what was not given; where nobody can answer, that is an error."""
    missing = [name for name in _ASKED if name not in given]
    if missing and not sys.stdin.isatty():
        wanted = " ".join(f"--{name}" for name in missing)
        raise click.UsageError(f"there is no terminal to ask on, so these are needed: {wanted}")
    return {name: _answer(name) for name in missing}


def _answer(name: str) -> str:
    """What somebody answers, asked again while it is wrong: later all answers would be lost."""
    from narrate.config.keys import FEED
    from narrate.config.values import wrong

    key = next(key for key in FEED if key.name == name)

    def checked(value: str) -> str:
        if wanted := wrong(key, value.strip()):
            raise click.UsageError(f"that is not {wanted}")
        return value.strip()

    answer: str = click.prompt(_ASKED[name], err=True, value_proc=checked)
    return answer
