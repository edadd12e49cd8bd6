"""`narrate verify`: whether a file's content credentials hold."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from narrate.cli.options import VERBOSE

if TYPE_CHECKING:
    from narrate.credentials.verify import Verdict

CODES = {
    "trusted": 0,
    "unknown signer": 3,
    "expired": 4,
    "altered": 5,
    "invalid": 6,
    "unsigned": 7,
    "unreadable": 8,
}


@click.command("verify", no_args_is_help=True)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--trust", type=click.Path(path_type=Path), multiple=True, metavar="PEM",
              help="Certificates of authorities to trust; may be given several times.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each file.")
@VERBOSE
def command(files: tuple[Path, ...], trust: tuple[Path, ...], *, as_json: bool) -> int:
    """Say of each file whether its content credentials hold, and whose they are.

    The exit code is that of the worst file: 0 trusted, 3 valid but of a signer whom nobody here
    trusts, 4 the certificate has expired, 5 altered, 6 otherwise invalid, 7 unsigned, 8 unreadable.

    \b
    narrate verify signed.mp3 --trust keys/authority.pem
    """
    from narrate.credentials.certificates import read
    from narrate.credentials.verify import verify

    anchors = b"\n".join(read(path) for path in trust)
    worst = 0
    for file in files:
        verdict = verify(file, anchors)
        worst = max(worst, CODES[verdict.word])
        click.echo(_object(verdict) if as_json else _lines(verdict))
    return worst


def _object(verdict: "Verdict") -> str:
    told = asdict(verdict) | {"stated": dict(verdict.stated)}
    return json.dumps(told, ensure_ascii=False)


def _lines(verdict: "Verdict") -> str:
    """One line of the verdict, and what the signer states below it."""
    known = (
        ("signer", verdict.signer),
        ("time", verdict.time),
        ("title", verdict.title),
        ("article", verdict.source_url),
        ("sha-256", verdict.source_sha256),
        ("kind", (verdict.source_type or "").rpartition("/")[2]),
        *verdict.stated,
        ("made by", verdict.made_by),
        ("problem", ", ".join(verdict.problems)),
    )
    first = f"{verdict.file}: {verdict.word}"
    return "\n".join([first, *(f"  {name:<15} {value}" for name, value in known if value)])
