"""`narrate feed`: a podcast feed of narrated articles, and keeping it fed."""

import click

from narrate.cli import Lazy

FEED_COMMANDS = {
    "init": "Make a folder a library: write its settings.",
    "add": "Narrate articles into a library, and build its feed.",
    "build": "Bring a library's feed in step with its episodes.",
    "sync": "Follow a feed or sitemap: narrate what is new or changed.",
    "ping": "Tell the feed's hub that there is something new.",
    "check": "Say what is wrong with a feed, and how to mend it.",
}


@click.command("feed", cls=Lazy, package="narrate.cli.feed", about=FEED_COMMANDS)
def command() -> None:
    """Keep a podcast feed of narrated articles.

    `narrate feed init` makes a folder a library; it asks what the feed is called, and so on.

    \b
    narrate feed add audio/ article.html
    narrate feed check audio/
    """
