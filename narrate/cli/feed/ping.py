"""`narrate feed ping`: the hub is told of what is new."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from narrate.cli.options import PRIVATE, VERBOSE


@click.command("ping", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--again", is_flag=True, help="Also when the hub was told of this feed already.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@PRIVATE
@VERBOSE
def command(folder: Path, *, again: bool, as_json: bool, allow_private: bool) -> None:
    """Tell the feed's WebSub hub that there is something new.

    The hub that narrate.toml names then reads the feed and passes it on to all who follow it.
    Run it when the folder is where it is served: a hub that is told too early reads the old
    feed. Nothing is sent where the hub was told of this very feed before.

    \b
    narrate feed ping audio/
    """
    from narrate.library.ping import ping
    from narrate.library.place import library

    told = ping(library(folder, allow_private=allow_private), again=again)
    if as_json:
        click.echo(json.dumps(asdict(told)))
    else:
        click.echo(f"{told.hub}: {', '.join(told.told) or 'nothing new'}")
