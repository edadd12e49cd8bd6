from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from narrate.credentials.certificates import CLAIM_SIGNING, EMAIL, chain, key, read
from narrate.errors import CredentialsError

NOW = datetime.now(UTC)


def test_a_chain_tells_its_algorithm_and_fingerprint(keys):
    found = chain(keys.certificate, "mine.pem")

    assert found.algorithm == "es256"
    assert len(bytes.fromhex(found.fingerprint)) == 32


@pytest.mark.parametrize("use", [EMAIL, CLAIM_SIGNING])
def test_both_uses_may_sign(chain_of, use):
    assert chain(chain_of(uses=(use,)).certificate, "mine.pem").algorithm == "es256"


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"begin": NOW - timedelta(days=40), "days": 30}, "expired on"),
        ({"begin": NOW + timedelta(days=2)}, "not valid before"),
        ({"uses": ("1.3.6.1.5.5.7.3.1",)}, "extended key usage"),
    ],
)
def test_a_certificate_that_may_not_sign_is_refused(chain_of, terms, reason):
    with pytest.raises(CredentialsError, match=reason) as caught:
        chain(chain_of(**terms).certificate, "mine.pem")

    assert str(caught.value).startswith("mine.pem: ")
    assert caught.value.mend


def test_an_authority_does_not_sign(keys):
    with pytest.raises(CredentialsError, match="signed by itself"):
        chain(keys.authority, "ca.pem")


@pytest.mark.parametrize("pem", [b"", b"\xff\xfe", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_what_is_no_certificate_is_refused(pem):
    with pytest.raises(CredentialsError, match="no certificate"):
        chain(pem, "odd.pem")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CredentialsError, match=r"none\.pem: can't be read"):
        read(tmp_path / "none.pem")


def test_the_key_has_to_be_the_certificates(tmp_path, keys, chain_of):
    (tmp_path / "key.pem").write_bytes(chain_of().key)

    with pytest.raises(CredentialsError, match="not the key of the certificate"):
        key(tmp_path / "key.pem", chain(keys.certificate, "mine.pem"))


@pytest.mark.parametrize("other", [ed25519.Ed25519PrivateKey.generate, None])
def test_a_key_of_another_kind_is_refused(tmp_path, keys, other):
    made = other() if other else rsa.generate_private_key(65537, 2048)
    (tmp_path / "key.pem").write_bytes(pem_of(made))

    with pytest.raises(CredentialsError, match="not the key of the certificate"):
        key(tmp_path / "key.pem", chain(keys.certificate, "mine.pem"))


def pem_of(found, lock=None):
    lock = lock or serialization.NoEncryption()
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)
    return found.private_bytes(*form, lock)


@pytest.mark.parametrize(
    ("word", "reason"), [(None, "locked with a passphrase"), ("wrong", "can't be opened")]
)
def test_a_locked_key_takes_its_passphrase(tmp_path, keys, monkeypatch, word, reason):
    path, owner = tmp_path / "key.pem", chain(keys.certificate, "mine.pem")
    found = serialization.load_pem_private_key(keys.key, None)
    path.write_bytes(pem_of(found, serialization.BestAvailableEncryption(b"right")))
    if word:
        monkeypatch.setenv("NARRATE_KEY_PASSPHRASE", word)

    with pytest.raises(CredentialsError, match=reason):
        key(path, owner)

    monkeypatch.setenv("NARRATE_KEY_PASSPHRASE", "right")
    assert key(path, owner) == keys.key


def test_a_passphrase_does_no_harm_to_a_key_that_is_open(tmp_path, keys, monkeypatch):
    (tmp_path / "key.pem").write_bytes(keys.key)
    monkeypatch.setenv("NARRATE_KEY_PASSPHRASE", "whatever")

    assert key(tmp_path / "key.pem", chain(keys.certificate, "mine.pem")) == keys.key


def test_what_is_no_key_is_refused(tmp_path, keys):
    (tmp_path / "key.pem").write_bytes(keys.certificate)

    with pytest.raises(CredentialsError, match="no private key"):
        key(tmp_path / "key.pem", chain(keys.certificate, "mine.pem"))
