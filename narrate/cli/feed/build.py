"""`narrate feed build`: the feed, in step with the episodes."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from narrate.cli.options import VERBOSE

_SHOWN = 6  # names of documents


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
        click.echo(f"{folder}: {built.episodes} episodes; {_told(built.written)}")


def _told(names: Sequence[str]) -> str:
    """Which documents changed, in one line.

    >>> _told(["feed.xml"] * 9)[-29:]
    'feed.xml, feed.xml and 3 more'
    """
    shown, more = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown or "nothing had changed"
