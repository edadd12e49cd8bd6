"""`narrate library check`: whether everything is there."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from narrate.cli import DONE, FAILED
from narrate.cli.options import VERBOSE


@click.command("check", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--mend", is_flag=True, help="Mend what can be mended; else nothing is changed.")
@click.option("--quick", is_flag=True, help="Compare sizes only, without reading the sound.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of what was found.")
@VERBOSE
def command(folder: Path, *, mend: bool, quick: bool, as_json: bool) -> int:
    """Say what is missing, changed or left over in a library, and mend it.

    Mended are the feed, pages, captions and transcripts, and what a killed process left. Files
    that nobody knows are moved to .narrate/orphans/ and never deleted. Lost sound can't be
    mended here: it comes back from a backup, or when the article is added again. Exits with 1
    when something is left.

    \b
    narrate library check audio/
    narrate library check audio/ --mend --json
    """
    from narrate.library.check import check
    from narrate.library.place import library

    found = check(library(folder), mend=mend, quick=quick)
    left = sum(not one.mended for one in found)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            click.echo(str(one))
        click.echo(f"{len(found)} found, {left} left")
    return FAILED if left else DONE
