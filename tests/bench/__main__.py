"""`python -m tests.bench`: measure, print a table, keep the figures as JSON."""

import os
import sys
import tempfile
from pathlib import Path

import click

from .bench import Bench, cold
from .cases import CASES
from .machine import circumstances
from .measure import run
from .peers import missing, one_liner
from .table import Row, keep, table

RESULTS = Path(__file__).resolve().parents[2] / ".bench" / "results.json"
_CASES = "\n".join(f"{name:9} {case.about}" for name, case in CASES.items())


@click.command(epilog=f"\b\nCases:\n{_CASES}")
@click.option("--only", multiple=True, type=click.Choice(list(CASES)), help="This case; repeat.")
@click.option("--full", is_flag=True, help="Also what takes minutes: 1,000 articles, ten hours.")
@click.option("--repeats", type=click.IntRange(1), help="Turns of each case, instead of its own.")
def main(only: tuple[str, ...], *, full: bool, repeats: int | None) -> None:
    """Measure narrate against its peers, in turns.

    Prints a table, and keeps all figures with the machine they are from in .bench/results.json.
    """
    lacking = missing()
    if lacking:
        raise click.UsageError(lacking)
    chosen = only or [name for name, case in CASES.items() if full or not case.only_full]
    where = circumstances()
    click.echo(f"{where['processor']}, {where['cores']} cores, load {where['load']:.1f}", err=True)
    rows: list[Row] = []
    failed = False
    with tempfile.TemporaryDirectory(prefix="narrate-bench-") as root:
        folder = Path(root)
        _warm(folder)
        for name in chosen:
            bench = Bench(folder / name, repeats or CASES[name].repeats, full)
            try:
                rows += _measured(name, bench)
            except RuntimeError as error:
                failed = True
                click.echo(f"{name}: {error}", err=True)
    click.echo(table(rows))
    click.echo(f"kept in {os.path.relpath(RESULTS)}", err=True)
    sys.exit(1 if failed else 0)


def _measured(name: str, bench: Bench) -> list[Row]:
    """A case's rows, which are kept at once: a later one may fail or be interrupted."""
    click.echo(f"{name}: {CASES[name].about} ...", err=True)
    where = circumstances()
    rows = list(CASES[name].rows(bench))
    keep(RESULTS, name, rows, where)
    return rows


def _warm(folder: Path) -> None:
    """Have all programs and libraries read from the disk once, which is nobody's cost."""
    page, text = Bench(folder, 1).pair("warm", 100)
    run(one_liner(text, text.with_suffix(".peer.mp3")))
    run(cold(page))


if __name__ == "__main__":
    main()
