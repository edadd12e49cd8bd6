"""Who signs: a key in a file, or a plug-in that asks a key elsewhere for its signature."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, get_args

from narrate.errors import CredentialsError

from .certificates import Algorithm, chain, key, read

GROUP = "narrate.signers"


class Signer(Protocol):
    """What signs. It is asked once for each file."""

    certificates: bytes
    """PEM: the signer's own certificate, then those between it and the authority."""
    algorithm: str
    """COSE's name in small letters: es256, es384, es512, ps256 or ed25519."""

    def sign(self, data: bytes) -> bytes:
        """The signature over some bytes, not hashed yet, in COSE's form.

        ECDSA: its two numbers in equal length one after the other, not in DER. Raises
        CredentialsError when it can't.
        """
        ...


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A certificate and its key, as they were read from files."""

    certificates: bytes
    algorithm: str
    key: bytes = field(repr=False)
    """PEM, unlocked."""


@dataclass(frozen=True, slots=True)
class Signing:
    """How editions are signed: it can be sent to a worker, which reads the key itself."""

    certificate: Path | None = None
    key: Path | None = None
    signer: str | None = None
    """A plug-in's name, and after a colon what it is to know, as `vault:newsroom`."""
    tsa: str | None = None
    """The address of a time-stamp server (RFC 3161)."""
    fingerprint: str = ""
    """Of the signer's certificate: part of what names a kept edition."""

    @property
    def name(self) -> str:
        """The signer as it is called in a message."""
        return f"signer {self.signer}" if self.signer else str(self.certificate)


def checked(wanted: Signing) -> Signing:
    """The same, with the certificate's fingerprint, once it is sure that it can sign now.

    Raises CredentialsError that says what is missing or wrong.
    """
    if wanted.tsa and not wanted.tsa.startswith(("http://", "https://")):
        raise CredentialsError("is not the address of a time-stamp server", subject=wanted.tsa)
    found = find(wanted)
    known = chain(found.certificates, wanted.name)
    if found.algorithm != known.algorithm:
        raise CredentialsError(
            f"signs with {found.algorithm}, and the certificate is for {known.algorithm}",
            subject=wanted.name,
        )
    return replace(wanted, fingerprint=known.fingerprint)


def find(wanted: Signing) -> Signer | KeyPair:
    """Who signs; raises CredentialsError where that is not clear, or it can't be loaded."""
    if wanted.signer and not (wanted.certificate or wanted.key):
        return _plugin(wanted.signer)
    if wanted.signer or not (wanted.certificate and wanted.key):
        raise CredentialsError(
            "signing takes a certificate and its key, or else a signer",
            mend="`narrate keys dev` makes a pair for trying",
        )
    pem = read(wanted.certificate)
    known = chain(pem, str(wanted.certificate))
    return KeyPair(pem, known.algorithm, key(wanted.key, known))


def _plugin(name: str) -> Signer:
    from importlib.metadata import entry_points

    plugin, _, argument = name.partition(":")
    entries = {entry.name: entry for entry in entry_points(group=GROUP)}
    if plugin not in entries:
        known = ", ".join(sorted(entries)) or "none"
        raise CredentialsError(
            "no such signer is installed", subject=f"signer {plugin!r}", mend=f"installed: {known}"
        )
    try:
        found: Signer = entries[plugin].load()(argument)
    except CredentialsError:
        raise
    except Exception as error:
        raise CredentialsError(f"cannot be loaded: {error}", subject=f"signer {name!r}") from error
    if found.algorithm not in get_args(Algorithm):
        raise CredentialsError(
            f"signs with {found.algorithm!r}, which C2PA does not allow", subject=f"signer {name!r}"
        )
    return found
