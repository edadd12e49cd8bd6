"""`narrate library restore`: a take-down lifted."""

import json
from pathlib import Path

import click

from narrate.cli.options import VERBOSE


@click.command("restore", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("slug", metavar="SLUG")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@VERBOSE
def command(folder: Path, slug: str, *, as_json: bool) -> None:
    """Let an episode that was taken down come again, when its article is next added.

    It will have its GUID and its date, so apps don't take it for another.

    \b
    narrate library restore audio/ withdrawn-story
    """
    from narrate.library.place import library
    from narrate.library.remove import restore

    lifted = restore(library(folder), slug)
    told = json.dumps({"slug": slug, "article": lifted.identity, "restored": lifted.changed})
    click.echo(told if as_json else f"may come again: narrate feed add {folder} {lifted.source}")
