"""`narrate library list`: the episodes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from narrate.cli.options import VERBOSE
from narrate.publish.clock import shown

if TYPE_CHECKING:
    from narrate.library.record import Record

_DAY = len("2026-11-22")


@click.command("list", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--removed", is_flag=True, help="List what was taken down.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@VERBOSE
def command(folder: Path, *, removed: bool, as_json: bool) -> None:
    """List the episodes, the newest first: date, length, name and title.

    \b
    narrate library list audio/
    narrate library list audio/ --removed
    narrate library list audio/ --json
    """
    from narrate.library.place import library

    with library(folder).looked_at() as index:
        records = list(index.every("removed" if removed else "published"))
    if as_json:
        click.echo(json.dumps([_row(record) for record in records], ensure_ascii=False, indent=1))
    else:
        for record in records:
            day, length = record.published[:_DAY], shown(round(record.told.duration))
            click.echo(f"{day}  {length:>7}  {record.slug}  {record.told.title}")


def _row(record: "Record") -> dict[str, Any]:
    return {
        "slug": record.slug,
        "title": record.told.title,
        "article": record.identity,
        "guid": record.guid,
        "published": record.published,
        "modified": record.modified,
        "duration": record.told.duration,
        "edition": record.edition,
        "state": record.state,
        "changed": record.changed or None,
    }
