"""A signed claim is put into a file of sound."""

import json
from typing import IO, Any

from narrate.errors import CredentialsError

from .certificates import chain
from .claim import Claim, definition
from .libraries import c2pa
from .signers import Signer, Signing, find

_SETTINGS = {"verify": {"verify_after_sign": False, "remote_manifest_fetch": False}}
"""What was just signed is read again by `narrate verify`, not by whoever signs: it would double
the time. Nothing is fetched."""


def sign(
    sound: IO[bytes], signed: IO[bytes], claim: Claim, media_type: str, how: Signing
) -> None:
    """Write a finished, tagged file with its credentials to `signed`, which can be read and sought.

    The sound must not be changed afterwards, and neither may its tags: the signature is over all
    bytes of the file but its own. Raises CredentialsError, for instance when the certificate has
    expired or the time-stamp server doesn't answer; what is in `signed` is then worth nothing.
    """
    who = find(how)
    known = chain(who.certificates, who_name(how))
    library = c2pa()
    failed: list[Exception] = []

    def ask(data: bytes) -> bytes:
        try:
            return who.sign(data)
        except Exception as error:
            failed.append(error)  # the library would lose it
            raise

    try:
        _written(library, ask, who, how, (sound, signed, claim, media_type))
    except library.C2paError as error:
        raise _told(failed, error, known.name, how) from error


def who_name(how: Signing) -> str:
    """The signer as it is called in a message."""
    return f"signer {how.signer}" if how.signer else str(how.certificate)


def _written(library: Any, ask: Any, who: Signer, how: Signing, job: tuple[Any, ...]) -> None:
    sound, signed, claim, media_type = job
    algorithm = getattr(library.C2paSigningAlg, who.algorithm.upper())
    pem = who.certificates.decode("ascii", errors="replace")
    with (
        library.Context.from_dict(_SETTINGS) as context,
        library.Signer.from_callback(ask, algorithm, pem, how.tsa) as signer,
        library.Builder.from_json(json.dumps(definition(claim, media_type)), context) as builder,
    ):
        sound.seek(0)
        builder.sign(signer, media_type, sound, signed)


def _told(
    failed: list[Exception], error: Exception, name: str, how: Signing
) -> CredentialsError:
    """The reason in one line: the signer's own, the time-stamp server's, or the library's."""
    if failed:
        first = failed[0]
        if isinstance(first, CredentialsError):
            return first
        return CredentialsError(f"did not sign: {first}", subject=name)
    if how.tsa and "time" in str(error).lower():
        return CredentialsError(
            f"no time stamp came: {error}", subject=how.tsa, mend="is the server up?"
        )
    return CredentialsError(f"the file could not be signed: {error}", subject=name)
