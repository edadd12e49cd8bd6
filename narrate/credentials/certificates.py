"""A publisher's certificates and key: read, and refused in words when they can't sign.

c2pa's library refuses them too, but only after everything was made, and in its own terms. The
rules are those of C2PA 2.2, section 14.5 (X.509 certificates).
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from narrate.errors import CredentialsError

from .libraries import needs_cryptography

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
    from cryptography.x509 import Certificate

Kind = TypeVar("Kind")
Algorithm = Literal["es256", "es384", "es512", "ps256", "ed25519"]

PASSPHRASE = "NARRATE_KEY_PASSPHRASE"  # noqa: S105 - a variable's name
"""The environment variable with the passphrase of an encrypted key."""

CLAIM_SIGNING = "1.3.6.1.4.1.62558.2.1"
"""The use 'C2PA claim signing'; certificates for e-mail and documents may sign as well."""
EMAIL = "1.3.6.1.5.5.7.3.4"
USES = {CLAIM_SIGNING, EMAIL, "1.3.6.1.5.5.7.3.36"}
_CURVES: dict[str, Algorithm] = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
_LEAST_RSA = 2048  # bits


@dataclass(frozen=True, slots=True)
class Chain:
    """Certificates as they were read: the signer's own first."""

    pem: bytes
    name: str
    """Where they came from."""
    algorithm: Algorithm
    fingerprint: str
    """SHA-256 of the signer's own certificate, in hexadecimal."""


def read(path: Path) -> bytes:
    """A file's bytes; raises CredentialsError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CredentialsError(f"can't be read: {error.strerror}", subject=str(path)) from error


def chain(pem: bytes, name: str, now: datetime | None = None) -> Chain:
    """The certificates of a PEM text, once it is sure that they may sign at this time.

    Raises CredentialsError that says which of the standard's conditions is not met.
    """
    from cryptography.hazmat.primitives import hashes

    first, *_ = certificates(pem, name)
    for problem in (_dates(first, now or datetime.now(UTC)), _kind(first)):
        if problem:
            raise CredentialsError(problem[0], subject=name, mend=problem[1])
    algorithm = _algorithm(first.public_key(), name)
    return Chain(pem, name, algorithm, first.fingerprint(hashes.SHA256()).hex())


def certificates(pem: bytes, name: str) -> "list[Certificate]":
    """All certificates of a PEM text; raises CredentialsError where there is none."""
    needs_cryptography()
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return load_pem_x509_certificates(pem)
    except ValueError as error:
        raise CredentialsError(
            "holds no certificate in PEM form",
            subject=name,
            mend="it begins with -----BEGIN CERTIFICATE-----, the signer's own first",
        ) from error


def _dates(found: "Certificate", now: datetime) -> tuple[str, str] | None:
    if now > found.not_valid_after_utc:
        return f"the certificate expired on {found.not_valid_after_utc:%Y-%m-%d}", "renew it"
    if now < found.not_valid_before_utc:
        begin = f"{found.not_valid_before_utc:%Y-%m-%d %H:%M} UTC"
        return f"the certificate is not valid before {begin}", "check this machine's clock"
    return None


def _kind(found: "Certificate") -> tuple[str, str] | None:
    from cryptography.x509 import BasicConstraints, ExtendedKeyUsage, KeyUsage

    if found.issuer == found.subject:
        return "the first certificate is signed by itself", "C2PA asks for one that a CA has issued"
    basic = _extension(found, BasicConstraints)
    if basic and basic.ca:
        return "the first certificate is an authority's", "put the signer's own certificate first"
    usage = _extension(found, KeyUsage)
    if not usage or not usage.digital_signature:
        return "the certificate is not for digital signatures", "ask its issuer for one that is"
    uses = _extension(found, ExtendedKeyUsage)
    if not uses or not USES & {use.dotted_string for use in uses}:
        return (
            "the certificate's extended key usage does not allow content credentials",
            "ask its issuer for C2PA claim signing or e-mail protection",
        )
    return None


def _extension(found: "Certificate", kind: type[Kind]) -> Kind | None:
    return next((one.value for one in found.extensions if isinstance(one.value, kind)), None)


def _algorithm(key: "CertificatePublicKeyTypes", name: str) -> Algorithm:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in _CURVES:
        return _CURVES[key.curve.name]
    if isinstance(key, rsa.RSAPublicKey) and key.key_size >= _LEAST_RSA:
        return "ps256"
    if isinstance(key, ed25519.Ed25519PublicKey):
        return "ed25519"
    raise CredentialsError(
        "the certificate's key is of a kind that C2PA does not allow",
        subject=name,
        mend="P-256, P-384, P-521, Ed25519, or RSA of 2,048 bits or more",
    )


def key(path: Path, owner: Chain) -> bytes:
    """The private key of a PEM file, unlocked, as PEM.

    Raises CredentialsError where it is no key, is locked, or is not the certificate's.
    """
    needs_cryptography()
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
        load_pem_private_key,
    )

    word = os.environ.get(PASSPHRASE)
    pem = read(path)
    try:
        found = load_pem_private_key(pem, word.encode() if word and b"ENCRYPTED" in pem else None)
    except (TypeError, ValueError) as error:
        raise _unusable(path, pem, word) from error
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    mine, its = found.public_key(), certificates(owner.pem, owner.name)[0].public_key()
    if mine.public_bytes(*form) != its.public_bytes(*form):
        raise CredentialsError(
            f"is not the key of the certificate in {owner.name}",
            subject=str(path),
            mend="give the pair that was made together",
        )
    return found.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _unusable(path: Path, pem: bytes, word: str | None) -> CredentialsError:
    if b"ENCRYPTED" not in pem:
        what, mend = (
            "holds no private key in PEM form",
            "it begins with -----BEGIN PRIVATE KEY-----",
        )
    elif word:
        what, mend = "can't be opened with the passphrase given", f"check {PASSPHRASE}"
    else:
        what, mend = "is locked with a passphrase", f"set {PASSPHRASE}"
    return CredentialsError(what, subject=str(path), mend=mend)
