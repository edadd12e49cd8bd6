"""`narrate detect`: whether a mark is in the sound."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from narrate.cli import DONE
from narrate.cli.marking import KEY
from narrate.cli.options import VERBOSE

if TYPE_CHECKING:
    from narrate.detection import Found

ABSENT = 3


@click.command("detect", no_args_is_help=True)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--key", required=True, metavar=KEY, help="The key it was marked with.")
@click.option("--by", default="spread", show_default=True, metavar="NAME", help="Whose mark.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each file.")
@VERBOSE
def command(files: tuple[Path, ...], key: str, by: str, *, as_json: bool) -> int:
    """Say of each file whether the sound carries the mark of a key.

    Each half minute is looked at by itself. The score of ours is in standard deviations over what
    sound without the mark gives. The exit code is 0 where all files are marked, 3 where one isn't.

    \b
    narrate detect marked.mp3 --key secret.key
    """
    from narrate.detection import detect
    from narrate.watermarks.keys import read_key

    secret = read_key(key)
    code = DONE
    for file in files:
        found = detect(file, secret, by)
        code = code if found.best.found else ABSENT
        click.echo(_object(found) if as_json else _line(found))
    return code


def _object(found: "Found") -> str:
    return json.dumps(asdict(found) | {"found": found.best.found}, ensure_ascii=False)


def _line(found: "Found") -> str:
    best = found.best
    word = "marked" if best.found else "no mark found"
    return (
        f"{found.file}: {word}  (in {found.marked} of {found.windows} half minutes; "
        f"best score {best.score:.1f} at {found.start:.0f} s, threshold {best.threshold:.1f})"
    )
