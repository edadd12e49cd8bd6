"""`narrate embed`: what goes into a publisher's page."""

from pathlib import Path

import click

from narrate.cli.episodes import ADDRESS, EPISODE, PLAYER
from narrate.cli.options import VERBOSE

_KINDS = ("element", "iframe", "oembed", "jsonld")


@click.command("embed", no_args_is_help=True)
@EPISODE
@click.option("--kind", type=click.Choice(_KINDS), default="element", show_default=True,
              help="The player, a frame, oEmbed's document, or schema.org data.")  # fmt: skip
@ADDRESS
@PLAYER
@VERBOSE
def command(episode: Path, kind: str, address: str | None, player: str | None) -> None:
    """Print what puts an episode into a web page.

    EPISODE is a file of sound with its timeline beside it, a timeline, or the episode's folder.
    The player's files and the page for the frame are written by `narrate page`.

    \b
    narrate embed story.mp3 --address https://audio.example/story/
    narrate embed story.mp3 --kind iframe --address https://audio.example/story/
    narrate embed story.mp3 --kind jsonld --address https://audio.example/story/
    """
    from narrate import embed
    from narrate.embed.episode import addresses, load

    found = load(episode)
    told, where = found.narration, addresses(found, address, player)
    makers = {
        "element": lambda: embed.head(where) + embed.element(told, where),
        "iframe": lambda: embed.frame_tag(told, where) + "\n",
        "oembed": lambda: embed.oembed(told, where),
        "jsonld": lambda: embed.json_ld_script(told, where),
    }
    click.echo(makers[kind](), nl=False)
