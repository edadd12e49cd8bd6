"""`narrate library remove`: a correction, or a legal take-down."""

import json
from pathlib import Path

import click

from narrate.cli.options import VERBOSE


@click.command("remove", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("slugs", metavar="SLUG...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each.")
@VERBOSE
def command(folder: Path, slugs: tuple[str, ...], *, as_json: bool) -> None:
    """Take an episode down: out of the feed, and all its files, earlier editions too.

    SLUG is its folder's name. It doesn't come back by itself: neither `add` nor `sync` narrates
    the article again. What the cache of this machine, CDNs and listeners' apps have of it is out
    of reach.

    \b
    narrate library remove audio/ old-story
    """
    from narrate.library.place import library
    from narrate.library.remove import remove

    for slug in slugs:
        gone = remove(library(folder), slug)
        told = json.dumps({"slug": slug, "article": gone.identity, "removed": gone.changed})
        click.echo(told if as_json else f"taken down: {slug}")
