"""`narrate audit`: whether everybody is told that a machine speaks."""

import json
from datetime import UTC, datetime

import click

from narrate.cli import DONE, FAILED, WRONG_USE, complain
from narrate.cli.options import PRIVATE, VERBOSE
from narrate.errors import NarrateError


@click.command("audit", no_args_is_help=True)
@click.argument("subjects", metavar="DIR|FEED|FILE...", nargs=-1, required=True)
@click.option("--signed", is_flag=True, help="Ask for content credentials in every sound file.")
@click.option(
    "--accept-elsewhere",
    is_flag=True,
    help="Let a notice pass that was left out on a promise to tell elsewhere.",
)
@click.option("--files", type=click.IntRange(0), default=10, show_default=True, metavar="N",
              help="Of a feed on the web, fetch the first N sound files.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the whole report as JSON.")
@click.option("--dated", is_flag=True, help="Put the date and time into the JSON.")
@PRIVATE
@VERBOSE
def command(subjects: tuple[str, ...], *, as_json: bool, dated: bool, **options: bool) -> int:
    """Look at every place where people or programs are told that a machine speaks.

    Looked at is what is really there: the tags of sound files, the manifest, what is heard and
    shown first, captions, transcripts, pages with a player and what they tell search engines,
    the feed and its episodes, in a folder or at its address. Exits with 1 when any of them
    doesn't tell, with 0 when all do, and with 2 when there is nothing to look at.

    \b
    narrate audit story.mp3
    narrate audit audio/ --json > disclosure.json
    """
    from narrate.audit import Wanted, audit

    elsewhere = options.pop("accept_elsewhere")
    try:
        found = audit(subjects, Wanted(**options))
    except NarrateError as error:
        complain(error)
        return WRONG_USE
    gaps = [check for check in found.gaps if not (elsewhere and check.promised)]
    if as_json:
        date = datetime.now(UTC).isoformat(timespec="seconds") if dated else None
        click.echo(json.dumps(found.document(date), ensure_ascii=False, indent=1))
    else:
        for check in gaps:
            click.echo(str(check))
        click.echo(f"{len(found.checks)} places looked at, {len(gaps)} don't tell")
    return FAILED if gaps else DONE
