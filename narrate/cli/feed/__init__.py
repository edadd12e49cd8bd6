"""`narrate feed`: a podcast feed of narrated articles, and keeping it fed."""

import click

from narrate.cli import Lazy

FEED_COMMANDS = {
    "check": "Say what is wrong with a feed, and how to mend it.",
}


@click.command("feed", cls=Lazy, package="narrate.cli.feed", about=FEED_COMMANDS)
def command() -> None:
    """Keep a podcast feed of narrated articles.

    \b
    narrate feed check audio/
    """
