"""`narrate library`: the episodes of a folder, seen to."""

import click

from narrate.cli import Lazy

LIBRARY_COMMANDS = {
    "list": "List the episodes.",
    "check": "Say what is missing, changed or left over, and mend it.",
    "remove": "Take an episode down, for good.",
    "restore": "Let an episode that was taken down come again.",
}


@click.command("library", cls=Lazy, package="narrate.cli.library", about=LIBRARY_COMMANDS)
def command() -> None:
    """See to the episodes of a library, which `narrate feed init` has made.

    \b
    narrate library list audio/
    narrate library check audio/
    """
