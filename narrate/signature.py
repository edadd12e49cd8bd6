"""What an edition's signature states, from what was made; and who is to sign it."""

from typing import IO, TYPE_CHECKING

from narrate import engines
from narrate.credentials.media import SIGNABLE, TYPES
from narrate.credentials.signers import Signing
from narrate.errors import CredentialsError
from narrate.model import Script, Voice

if TYPE_CHECKING:
    from narrate.credentials.claim import Claim
    from narrate.finish import Sign
    from narrate.publish.disclosure import Disclosure


def signature(claim: "Claim", media_type: str, how: Signing) -> "Sign":
    """What puts the claim into a finished file; raises CredentialsError where that can't work.

    To be asked for before anything is spoken.
    """
    from narrate.credentials.sign import sign
    from narrate.credentials.signers import checked

    if media_type not in TYPES:
        raise CredentialsError(
            f"a file of {media_type} has no place for a signature", mend=f"{SIGNABLE} have"
        )
    known = checked(how)

    def write(plain: IO[bytes], signed: IO[bytes], kind: str) -> None:
        sign(plain, signed, claim, kind, known)

    return write


def claim(script: Script, voice: Voice, told: "Disclosure", sha256: str | None) -> "Claim":
    """What is stated of a script spoken by a voice; `sha256` is that of the page that was read."""
    from narrate.credentials.claim import Claim, Source, Spoken

    metadata = script.metadata
    version = engines.find(voice.engine).version()
    spoken = Spoken(voice.name, voice.engine, version, tuple(told.kinds), script.language)
    source = Source(metadata.url, sha256) if metadata.url or sha256 else None
    return Claim(metadata.title, told.source_type, told.notice, spoken, source)
