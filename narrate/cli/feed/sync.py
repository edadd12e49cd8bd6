"""`narrate feed sync`: follow a feed or sitemap."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from narrate.cli import DONE, FAILED, complain
from narrate.cli.options import PRIVATE, VERBOSE
from narrate.cli.stopping import TerminatedError, stopped_by_terminate
from narrate.errors import FetchError, NarrateError

if TYPE_CHECKING:
    from narrate.feeding import Shelf
    from narrate.sync.memory import Memory
    from narrate.sync.run import Outcome, Sync

Command = TypeVar("Command", bound=Callable[..., Any])


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    from narrate.sync.dates import moment

    found = moment(value) if value else None
    if value and found is None:
        raise click.BadParameter("is not a date; write it as 2026-03-01")
    return found


_CHOICE = (
    click.option("--latest", type=click.IntRange(1), metavar="N", help="Only the N newest."),
    click.option("--since", metavar="DATE", callback=_day,
                 help="Only from this day or moment on, as 2026-03-01 or 2026-03-01T06:00+01:00, "
                 "in UTC where no zone is said; what is listed without a date is left out."),
    click.option("--include", multiple=True, metavar="PATTERN",
                 help="Only addresses that fit, as */sport/*; may be given several times."),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="No addresses that fit."),
)  # fmt: skip
_MANNERS = (
    click.option("--watch", type=click.FloatRange(0, min_open=True), metavar="MINUTES",
                 help="Go on for ever, with so long a pause."),
    click.option("--recheck", type=click.FloatRange(0), default=60, show_default=True,
                 metavar="MINUTES", help="Look at an article of this week again after so long."),
    click.option("--pause", type=click.FloatRange(0, 60), default=1, show_default=True,
                 metavar="SECONDS", help="Between two requests of a host."),
    click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; else one a core."),
)  # fmt: skip


def _all(options: Iterable[Callable[[Any], Any]]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(tuple(options)):
            command = option(command)
        return command

    return decorate


@click.command("sync", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--from", "sources", multiple=True, required=True, metavar="URL",
              help="An RSS or Atom feed, or a sitemap; may be given several times.")  # fmt: skip
@_all((*_CHOICE, *_MANNERS))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each article.")
@PRIVATE
@VERBOSE
def command(folder: Path, sources: tuple[str, ...], *, watch: float | None, **options: Any) -> int:
    """Follow a feed or sitemap: narrate what is new or changed, and build the library's feed.

    Pages are asked for one after the other, and only again when they may have changed. Addresses
    of one article make one episode. A page that is gone keeps its episode, which is reported;
    `narrate library remove` takes it down. What fails is tried again in the next four turns, and
    then once a day; a host that asks for it, or doesn't answer, is left alone until the next turn.
    A second sync of the same folder does nothing while the first is at work. SIGTERM and Ctrl-C
    stop it when the feed has what was narrated. Exits with 1 when an article failed or a listing
    could not be read.

    \b
    narrate feed sync audio/ --from https://example.org/feed.xml --latest 20
    """
    with stopped_by_terminate():
        try:
            fine = _turn(folder, sources, **options)
            while watch:
                time.sleep(watch * 60)
                _once_more(folder, sources, **options)
        except TerminatedError:
            if not watch:
                raise
            return DONE  # a watch has no other end
    return DONE if fine else FAILED


def _once_more(folder: Path, sources: tuple[str, ...], **options: Any) -> None:
    """A further turn of a watch; what is wrong now may be mended before the next one."""
    try:
        _turn(folder, sources, **options)
    except NarrateError as error:
        complain(error)


def _turn(
    folder: Path, sources: tuple[str, ...], *, as_json: bool, jobs: int | None, **options: Any
) -> bool:
    """Go through the listings once; whether all went well."""
    from narrate.feeding import Shelf, remembered
    from narrate.library.add import Work
    from narrate.library.place import library

    syncs = [_sync(source, **options) for source in sources]
    place = library(folder, allow_private=options["allow_private"])
    with remembered(place) as memory:
        if memory is None:
            click.echo(f"narrate: another sync is at work on {folder}", err=True)
            return True
        shelf = Shelf(place, Work(jobs=jobs))
        fine = [_followed(sync, memory, shelf, as_json=as_json) for sync in syncs]
    return all(fine)


def _sync(
    source: str, *, recheck: float, pause: float, allow_private: bool, **choice: Any
) -> "Sync":
    from narrate.sync.asking import Guest
    from narrate.sync.choice import Choice
    from narrate.sync.run import Sync

    guest = Guest(allow_private=allow_private, pause=pause)
    return Sync(source, Choice(**choice), guest, recheck * 60)


def _followed(sync: "Sync", memory: "Memory", shelf: "Shelf", *, as_json: bool) -> bool:
    """One listing, and what became of its articles; whether all went well."""
    counts: Counter[str] = Counter()
    try:
        for outcome in sync.turn(memory, shelf):
            counts[outcome.became] += 1
            _tell(outcome, as_json=as_json)
    except FetchError as error:
        complain(error)
        return False
    if as_json:
        click.echo(json.dumps({"listing": sync.source, **counts}))
    else:
        told = ", ".join(f"{count} {became}" for became, count in counts.items())
        click.echo(f"{sync.source}: {told or 'nothing new'}")
    return not counts["failed"]


def _tell(outcome: "Outcome", *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(outcome), ensure_ascii=False))
    elif outcome.became not in ("unchanged", "postponed"):
        about = f"  ({outcome.note})" if outcome.note else ""
        click.echo(f"{outcome.became}  {outcome.title or outcome.url}{about}")
