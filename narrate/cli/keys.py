"""`narrate keys`: certificates for trying things out."""

import os
from pathlib import Path

import click

from narrate.cli import DONE
from narrate.cli.options import VERBOSE
from narrate.errors import CredentialsError


@click.group("keys")
def command() -> None:
    """Keys and certificates for content credentials.

    \b
    narrate keys dev trial-keys
    """


@command.command("dev")
@click.argument("folder", metavar="[DIR]", default="keys", type=click.Path(path_type=Path))
@VERBOSE
def dev(folder: Path) -> int:
    """Make a throw-away chain for trying: an authority, a certificate and its key, for 30 days.

    Writes authority.pem (to be trusted), certificate.pem and key.pem; what is there is kept.

    \b
    narrate keys dev trial-keys
    """
    from narrate.credentials.keys import dev as make

    made = make()
    names = ("authority.pem", "certificate.pem", "key.pem")
    for name in names:
        if (folder / name).exists():
            raise CredentialsError(
                "is there already", subject=str(folder / name), mend="name another folder"
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, pem in zip(names, made, strict=True):
            _write(folder / name, pem)
    except OSError as error:
        raise CredentialsError(
            f"can't be written: {error.strerror}", subject=str(folder)
        ) from error
    click.echo(f"{folder}  {', '.join(names)}: for trying only, nobody else trusts them")
    return DONE


def _write(path: Path, pem: bytes) -> None:
    """Write a file that only its owner may read: one of them is a key."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
