"""`narrate sign`: content credentials for finished files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from narrate.cli import DONE
from narrate.cli.options import VERBOSE
from narrate.cli.signing import signing, signing_options
from narrate.credentials.signers import Signing

_TERMS = ("algorithmicMedia", "trainedAlgorithmicMedia", "compositeSynthetic")


def _signs(command: Callable[..., int]) -> Callable[..., int]:
    for option in reversed(signing_options()):
        command = option(command)
    return command


@click.command("sign", no_args_is_help=True)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@_signs
@click.option("--source", type=click.Path(path_type=Path), metavar="PAGE",
              help="The article as it was read: its hash is stated.")  # fmt: skip
@click.option("--source-type", type=click.Choice(_TERMS), help="What spoke, where no tag tells.")
@click.option("--replace", is_flag=True, help="Sign anew what has been signed before.")
@VERBOSE
def command(files: tuple[Path, ...], **options: Any) -> int:
    """Sign files of sound: MP3, WAV, M4A, M4B and FLAC.

    The title, the address of the article, the voice and what kind of machine spoke are taken from
    the file's tags. The file is written anew; tags that are changed afterwards break the signature.

    \b
    narrate sign edition.mp3 --certificate keys/certificate.pem --key keys/key.pem
    """
    how = signing(options)
    if how is None:
        raise click.UsageError("Signing takes --certificate and --key, or --signer.")
    for file in files:
        _sign(file, how, options)
        click.echo(f"{file}  signed")
    return DONE


def _sign(file: Path, how: Signing, options: dict[str, Any]) -> None:
    from narrate.credentials.finished import Wanted, sign_file

    wanted = Wanted(options["source"], options["source_type"], again=options["replace"])
    sign_file(file, how, wanted)
