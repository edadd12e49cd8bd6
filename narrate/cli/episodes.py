"""What the commands that take an episode share."""

from pathlib import Path

import click

EPISODE = click.argument("episode", metavar="EPISODE", type=click.Path(path_type=Path))
ADDRESS = click.option(
    "--address", metavar="URL", help="Where the episode's folder will be on the web."
)
PLAYER = click.option(
    "--player", metavar="URL", help="Where the player's files are; else player/ beside the episode."
)
