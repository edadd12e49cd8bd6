"""`narrate keys`: certificates for trying things out."""

import os
from pathlib import Path

import click

from narrate.cli import DONE
from narrate.cli.options import VERBOSE
from narrate.errors import CredentialsError, WatermarkError


@click.group("keys")
def command() -> None:
    """Keys and certificates for content credentials, and keys for marks in the sound.

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


@command.command("watermark")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@VERBOSE
def watermark(file: Path) -> int:
    """Make a key for marks in the sound: 32 bytes by chance. Keep it: it finds them again.

    \b
    narrate keys watermark new.key
    """
    import secrets

    try:
        _write(file, secrets.token_hex(32).encode() + b"\n")
    except OSError as error:
        raise WatermarkError(f"can't be written: {error.strerror}", subject=str(file)) from error
    click.echo(f"{file}  a key for marks")
    return DONE


def _write(path: Path, pem: bytes) -> None:
    """Write a file that only its owner may read: one of them is a key."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
