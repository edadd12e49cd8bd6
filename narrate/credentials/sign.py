"""A signed claim is put into a file of sound."""

import json
from typing import IO, Any

from narrate.errors import CredentialsError

from .certificates import chain
from .claim import Claim, definition
from .libraries import c2pa
from .signers import KeyPair, Signer, Signing, find

_SETTINGS = {"verify": {"verify_after_sign": False, "remote_manifest_fetch": False}}
"""What was just signed is read again by `narrate verify`, not by whoever signs: it would double
the time. Nothing is fetched."""


def sign(sound: IO[bytes], signed: IO[bytes], claim: Claim, media_type: str, how: Signing) -> None:
    """Write a finished, tagged file with its credentials to `signed`, which can be read and sought.

    The sound must not be changed afterwards, and neither may its tags: the signature is over all
    bytes of the file but its own. Raises CredentialsError, for instance when the certificate has
    expired or the time-stamp server doesn't answer; what is in `signed` is then worth nothing.
    """
    who = find(how)
    chain(who.certificates, how.name)
    library = c2pa()
    failed: list[Exception] = []
    stated = json.dumps(definition(claim, media_type))
    try:
        with (
            library.Context.from_dict(_SETTINGS) as context,
            _signer(library, who, how.tsa, failed) as signer,
            library.Builder.from_json(stated, context) as builder,
        ):
            sound.seek(0)
            builder.sign(signer, media_type, sound, signed)
    except library.C2paError as error:
        raise _told(failed, error, how) from error


def _signer(library: Any, who: Signer | KeyPair, tsa: str | None, failed: list[Exception]) -> Any:
    """The library's signer; what a plug-in raises is put into `failed`, as the library loses it."""
    pem = who.certificates.decode("ascii", errors="replace")
    if isinstance(who, KeyPair):
        key = who.key.decode("ascii")
        info = library.C2paSignerInfo(who.algorithm, pem.encode(), key.encode(), tsa)
        return library.Signer.from_info(info)

    def ask(data: bytes) -> bytes:
        try:
            return who.sign(data)
        except Exception as error:
            failed.append(error)
            raise

    algorithm = getattr(library.C2paSigningAlg, who.algorithm.upper())
    return library.Signer.from_callback(ask, algorithm, pem, tsa)


def _told(failed: list[Exception], error: Exception, how: Signing) -> CredentialsError:
    """The reason in one line: the signer's own, the time-stamp server's, or the library's."""
    if failed and isinstance(failed[0], CredentialsError):
        return failed[0]
    if failed:
        return CredentialsError(f"did not sign: {failed[0]}", subject=how.name)
    said = str(error).lower()
    if how.tsa and any(word in said for word in ("http", "time", "tsa")):
        return CredentialsError(
            "gave no time stamp", subject=how.tsa, mend="is the time-stamp server up?"
        )
    return CredentialsError(f"the file could not be signed: {error}", subject=how.name)
