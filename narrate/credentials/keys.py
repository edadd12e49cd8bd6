"""A chain of certificates for trying things out: an authority, and a signer that it vouches for.

Nobody else trusts it. For what is published, a certificate of an authority on the C2PA trust
list is wanted.
"""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from .certificates import EMAIL
from .libraries import needs_cryptography

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

DAYS = 30
_EARLIER = timedelta(minutes=5)  # for clocks that differ


class Keys(NamedTuple):
    """A chain, as PEM."""

    authority: bytes
    """The certificate that a reader has to trust."""
    certificate: bytes
    """The signer's, and the authority's behind it."""
    key: bytes
    """The signer's private key, not locked."""


class Terms(NamedTuple):
    """For how long, and for what."""

    begin: datetime | None = None
    days: int = DAYS
    uses: tuple[str, ...] = (EMAIL,)
    """For e-mail: the use that every reader of C2PA knows; the newer one of its own, some."""


def dev(terms: Terms = Terms()) -> Keys:  # noqa: B008 - a constant
    """Make a chain with keys on the curve P-256; the authority's key is thrown away."""
    needs_cryptography()
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    root, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _certificate("narrate trial authority", root, root, terms)
    certificate = _certificate("narrate trial signer", own, root, terms)
    key = own.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return Keys(authority, certificate + authority, key)


def _certificate(
    name: str, own: "EllipticCurvePrivateKey", root: "EllipticCurvePrivateKey", terms: Terms
) -> bytes:
    """A certificate for a key, signed by the authority's; for itself where both are the same."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization

    begin = (terms.begin or datetime.now(UTC)) - _EARLIER
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name("narrate trial authority"))
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + _EARLIER + timedelta(days=terms.days))
    )
    for extension, critical in _extensions(own, root, terms):
        builder = builder.add_extension(extension, critical)
    return builder.sign(root, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _name(common: str) -> Any:
    from cryptography import x509

    pairs = ((x509.NameOID.COMMON_NAME, common), (x509.NameOID.ORGANIZATION_NAME, "narrate trial"))
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in pairs])


def _extensions(own: Any, root: Any, terms: Terms) -> list[tuple[Any, bool]]:
    """What each may do (C2PA 2.2, section 14.5.1)."""
    from cryptography import x509

    is_root = own is root
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    may = {"key_cert_sign", "crl_sign"} if is_root else {"digital_signature"}
    found: list[tuple[Any, bool]] = [
        (x509.BasicConstraints(ca=is_root, path_length=None), True),
        (x509.KeyUsage(**{name: name in may for name in names}), True),
        (x509.SubjectKeyIdentifier.from_public_key(own.public_key()), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(root.public_key()), False),
    ]
    if not is_root:
        uses = [x509.ObjectIdentifier(use) for use in terms.uses]
        found.append((x509.ExtendedKeyUsage(uses), False))
    return found
