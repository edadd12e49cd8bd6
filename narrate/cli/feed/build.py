"""`narrate feed build`: the feed, in step with the episodes."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from narrate.cli.options import VERBOSE


@click.command("build", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--pages", is_flag=True, help="Also make every episode's pages anew.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@VERBOSE
def command(folder: Path, *, pages: bool, as_json: bool) -> None:
    """Bring a library's feed in step with its episodes and its settings.

    Run it after an edit of narrate.toml. Only documents that change are written. Anything that
    an earlier run left unfinished is finished.

    \b
    narrate feed build audio/
    narrate feed build audio/ --pages     # after a new address, or a new version of narrate
    """
    from narrate.library.place import library
    from narrate.library.rebuild import rebuild

    built = rebuild(library(folder), pages=pages)
    if as_json:
        click.echo(json.dumps(asdict(built)))
    else:
        told = ", ".join(built.written) or "nothing had changed"
        click.echo(f"{folder}: {built.episodes} episodes; {told}")
