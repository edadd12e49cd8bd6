"""Options of those commands that sign."""

from pathlib import Path
from typing import Any

import click

from narrate.credentials.signers import Signing

_NAMES = ("certificate", "key", "signer", "tsa")


def signing_options(prefix: str = "") -> tuple[Any, ...]:
    """Who signs: decorators of a command; the options' names begin with `prefix`."""
    path = click.Path(path_type=Path)
    return (
        click.option(f"--{prefix}certificate", "certificate", type=path, metavar="PEM",
                     help="The signer's certificate, and those behind it."),
        click.option(f"--{prefix}key", "key", type=path, metavar="PEM",
                     help="Its key; NARRATE_KEY_PASSPHRASE unlocks it."),
        click.option("--signer", metavar="NAME[:ARG]",
                     help="Instead of both: a plug-in that has the key."),
        click.option("--tsa", metavar="URL", help="A time-stamp server (RFC 3161)."),
    )  # fmt: skip


def signing(options: dict[str, Any]) -> Signing | None:
    """Who is to sign, by a command's options, which are taken from it; None where nobody is.

    Raises CredentialsError where that signer can't sign now.
    """
    found = {name: options.pop(name) for name in _NAMES}
    if not any(found.values()):
        return None
    from narrate.credentials.signers import checked

    return checked(Signing(**found))
