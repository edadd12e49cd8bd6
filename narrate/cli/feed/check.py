"""`narrate feed check`: what is wrong with a feed."""

import json
from dataclasses import asdict

import click

from narrate.cli import DONE, FAILED
from narrate.cli.options import PRIVATE, VERBOSE


@click.command("check", no_args_is_help=True)
@click.argument("feed", metavar="DIR|FILE|URL")
@click.option("--files", type=click.IntRange(0), default=10, show_default=True, metavar="N",
              help="On the web, look at the first N sound files and pictures.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of the findings.")
@PRIVATE
@VERBOSE
def command(feed: str, *, files: int, as_json: bool, allow_private: bool) -> int:
    """Say what is wrong with a feed, where, and how to mend it.

    Looked at are the feed and its archives, and beside what validators see: sound files of
    another size than the feed says, episodes that play twice, covers that directories refuse,
    and everything of the podcast namespace that apps would pass over in silence. Exits with 1
    when there is an error; advice alone is no error.

    \b
    narrate feed check audio/
    """
    from narrate.inspection import inspect

    found = inspect(feed, files=files, allow_private=allow_private)
    errors = sum(finding.level == "error" for finding in found)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=1))
    else:
        for finding in found:
            click.echo(str(finding))
        click.echo(f"{errors} errors, {len(found) - errors} pieces of advice")
    return FAILED if errors else DONE
