"""`narrate voices`: who can speak."""

import json
from pathlib import Path
from typing import Any

import click

from narrate import engines
from narrate.cli.options import VERBOSE
from narrate.errors import NarrateError
from narrate.model import Voice


@click.command("voices")
@click.option("--language", metavar="TAG", help="Only voices of this language, as en or pt-BR.")
@click.option("--all", "everything", is_flag=True, help="Also what the engines offer themselves.")
@click.option("--voices-folder", type=click.Path(path_type=Path), metavar="DIR",
              help="Look for voices here first.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@VERBOSE
def command(
    *, language: str | None, everything: bool, voices_folder: Path | None, as_json: bool
) -> None:
    """List the voices: name, language, engine, and why one can't run here.

    \b
    narrate voices
    narrate voices --language es
    narrate voices --all --json

    A voice is a TOML file; put your own into the folder that `narrate doctor` names.
    """
    rows = _rows(voices_folder)
    if everything:
        rows += [row for name in engines.names() for row in _offered(name)]
    wanted = (language or "").casefold()
    shown = [row for row in rows if row["language"].casefold().startswith(wanted)]
    click.echo(json.dumps(shown, ensure_ascii=False) if as_json else _table(shown))


def _rows(folder: Path | None) -> list[dict[str, Any]]:
    from narrate.voices import find_folders, voices

    known = voices(find_folders(folder))
    problems = {name: engines.status(name).problem for name in engines.names()}
    return [_row(name, voice, problems) for name, voice in sorted(known.items())]


def _row(name: str, voice: Voice | NarrateError, problems: dict[str, str | None]) -> dict[str, Any]:
    if isinstance(voice, NarrateError):
        return {"name": name, "language": "", "engine": "", "about": "", "problem": str(voice)}
    missing = f"engine {voice.engine} is not installed"
    return {
        "name": name,
        "language": voice.language,
        "engine": voice.engine,
        "about": voice.description,
        "problem": problems.get(voice.engine, missing),
    }


def _offered(engine: str) -> list[dict[str, Any]]:
    try:
        offered = engines.find(engine).voices()
    except NarrateError:
        return []
    return [
        {
            "name": f"({offer.id})",
            "language": offer.language,
            "engine": engine,
            "about": offer.name,
            "problem": None,
        }
        for offer in offered
    ]


def _table(rows: list[dict[str, Any]]) -> str:
    """Rows in columns, each as wide as its longest."""
    cells = [
        (row["name"], row["language"], row["engine"], row["about"] + _why_not(row)) for row in rows
    ]
    widths = [max(len(column) for column in columns) for columns in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )


def _why_not(row: dict[str, Any]) -> str:
    return f"  can't run: {row['problem']}" if row["problem"] else ""
