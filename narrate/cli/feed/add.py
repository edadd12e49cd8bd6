"""`narrate feed add`: articles become episodes."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from narrate.cli import DONE, FAILED
from narrate.cli.options import PRIVATE, SOURCES, VERBOSE
from narrate.cli.showing import progress_bar
from narrate.cli.sources import expanded
from narrate.publish.clock import shown

if TYPE_CHECKING:
    from narrate.library.add import Added


@click.command("add", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@SOURCES
@click.option("--again", is_flag=True, help="Also narrate what didn't change since.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; else one a core.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each source.")
@PRIVATE
@VERBOSE
def command(
    folder: Path, sources: tuple[str, ...], *, as_json: bool, allow_private: bool, **work: Any
) -> int:
    """Narrate articles into a library, and build its feed.

    SOURCE is as for `narrate convert`. An article is known by its canonical address: one that
    changed takes the place of its episode, with the same GUID and date, and one that didn't is
    passed over. What was taken down stays down. Several may run at once; whatever ends this one,
    the folder can be served. Exits with 1 when an article failed.

    \b
    narrate feed add audio/ article.html
    narrate feed add audio/ monday/*.html --json
    """
    from narrate.library.add import Work, add
    from narrate.library.place import library

    place = library(folder, allow_private=allow_private)
    named = expanded(sources)
    fine = True
    with progress_bar(f"{len(named)} articles" if len(named) > 1 else named[0]) as progress:
        for added in add(place, named, Work(**work), progress):
            fine = fine and added.state != "failed"
            _tell(added, as_json=as_json)
    return DONE if fine else FAILED


def _tell(added: "Added", *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(added), ensure_ascii=False))
    if added.error:
        click.echo(f"narrate: {' '.join(added.error.split())}", err=True)
    elif not as_json:
        click.echo(_line(added))


def _line(added: "Added") -> str:
    if added.state == "removed":
        return f"taken down  {added.slug}  ({added.source})"
    length = f"  {shown(round(added.duration))}" if added.duration else ""
    return f"{added.state}  {added.slug}{length}"
