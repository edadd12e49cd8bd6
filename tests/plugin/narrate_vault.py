"""A third party's signer: the key stays where it is, and signs what it is sent.

With PKCS#11 or a cloud's key service, `sign` would send the bytes there.
"""

from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from narrate.errors import CredentialsError


class Vault:
    """Signs with a key on the curve P-256."""

    algorithm = "es256"

    def __init__(self, place: str) -> None:
        folder = Path(place)
        self.certificates = (folder / "certificate.pem").read_bytes()
        self._key = load_pem_private_key((folder / "key.pem").read_bytes(), None)

    def sign(self, data: bytes) -> bytes:
        numbers = decode_dss_signature(self._key.sign(data, ec.ECDSA(hashes.SHA256())))
        return b"".join(number.to_bytes(32, "big") for number in numbers)


class Refuses(Vault):
    def sign(self, data: bytes) -> bytes:
        del data
        raise CredentialsError("the vault is shut", subject="vault")


class Breaks(Vault):
    def sign(self, data: bytes) -> bytes:
        del data
        raise OSError("no session")


signer, refuses, breaks = Vault, Refuses, Breaks
