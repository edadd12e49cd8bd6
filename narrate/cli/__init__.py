"""The command line: each command parses, calls the library, and says what came out.

Commands live in modules of their own, which are loaded when they are called: `narrate --help`
loads click and nothing else.
"""

import importlib
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from narrate import __version__
from narrate.errors import NarrateError

LOG = logging.getLogger("narrate")

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "convert": "Make audio editions of articles, with captions beside them.",
    "digest": "Make one edition of several articles, with a chapter for each.",
    "extract": "Print what would be read aloud, and what not, as JSON.",
    "script": "Print what would be said, sentence by sentence.",
    "spoken": "Write how lines of text would be said.",
    "say": "Say one phrase: play it, or write it to a file.",
    "lexicon": "List the names of an article that no dictionary has, to fill in.",
    "feed": "Keep a podcast feed of narrated articles.",
    "library": "See to the episodes of a feed's folder: list, check, take down.",
    "preview": "Look at an article's own page with the player in it.",
    "embed": "Print what puts an episode into a web page.",
    "page": "Write a web page with an article's text and the player.",
    "sign": "Sign files of sound with content credentials (C2PA).",
    "verify": "Say whether files' content credentials hold, and whose they are.",
    "audit": "Say where listeners are not told that a machine speaks.",
    "keys": "Make certificates for trying, and keys for marks.",
    "detect": "Say whether the sound of files carries a mark.",
    "voices": "List the voices.",
    "doctor": "Say what works on this machine, and how to mend the rest.",
}


class Lazy(click.Group):
    """A group whose commands are loaded when they are called, not to list them."""

    def __init__(self, *, package: str, about: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(**attributes)
        self.package = package
        self.about = about

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people meet them."""
        del ctx
        return list(self.about)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, from the module of that name."""
        del ctx
        if cmd_name not in self.about:
            return None
        module = importlib.import_module(f"{self.package}.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.about.items()))


@click.command(
    "narrate",
    cls=Lazy,
    package="narrate.cli",
    about=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog='Shell completion: eval "$(_NARRATE_COMPLETE=bash_source narrate)", or zsh_, fish_.',
)
@click.version_option(__version__, message="narrate %(version)s")
def group() -> None:
    """Turn a published article into an audio edition: HTML in, a disclosed MP3 out.

    \b
    narrate convert article.html             # article.mp3, with captions beside it
    narrate convert https://example.org/news/story -o story.mp3
    narrate script article.html > story.json # edit what will be said ...
    narrate convert story.json               # ... and speak it
    """


def run(arguments: Sequence[str]) -> int:
    """Run the command line in this process; its exit code."""
    try:
        outcome: Any = group.main(list(arguments), prog_name="narrate", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG_USE if isinstance(error, click.UsageError) else error.exit_code
    except NarrateError as error:
        complain(error)
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo("narrate: interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone, as `head` does; Python would complain once more on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return outcome if isinstance(outcome, int) else DONE


def complain(error: NarrateError) -> None:
    """Say in one line, on stderr, what went wrong."""
    line = " ".join(str(error).split())
    click.echo(f"narrate: {line}", err=True)


def listen_to_log(verbosity: int) -> None:
    """Warnings go to stderr; -v adds what is being done, -vv how."""
    levels = (logging.WARNING, logging.INFO, logging.DEBUG)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("narrate: %(message)s"))
    LOG.handlers[:] = [handler]
    LOG.setLevel(levels[min(verbosity, len(levels) - 1)])
