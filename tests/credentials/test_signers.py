import pickle

import pytest

from narrate.credentials.sign import sign
from narrate.credentials.signers import Signing, checked
from narrate.credentials.verify import verify
from narrate.errors import CredentialsError


@pytest.fixture
def vault(trial, tmp_path, keys):
    """A plug-in whose key lies where only it looks."""
    del trial
    (tmp_path / "certificate.pem").write_bytes(keys.certificate)
    (tmp_path / "key.pem").write_bytes(keys.key)
    return str(tmp_path)


@pytest.fixture
def signed(tmp_path, sounds, claim):
    """Sign a file."""

    def make(how):
        path = tmp_path / "signed.mp3"
        with (sounds / "hum.mp3").open("rb") as sound, path.open("w+b") as file:
            sign(sound, file, claim, "audio/mpeg", how)
        return path

    return make


def test_a_plug_in_signs_with_a_key_of_its_own(vault, signed, keys):
    path = signed(Signing(signer=f"trial:{vault}"))

    assert verify(path, keys.authority).word == "trusted"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("trial-refuses", "the vault is shut"), ("trial-breaks", "did not sign: no session")],
)
def test_what_a_plug_in_says_is_told(vault, signed, name, reason):
    with pytest.raises(CredentialsError, match=reason):
        signed(Signing(signer=f"{name}:{vault}"))


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        (Signing(), "takes a certificate and its key"),
        (Signing(signer="nobody"), "no such signer is installed"),
        (Signing(signer="trial:/nowhere"), "cannot be loaded"),
        (Signing(signer="trial", tsa="ftp://stamp.example"), "not the address of a time-stamp"),
    ],
)
@pytest.mark.usefixtures("trial")
def test_a_signer_that_is_not_there_is_told(how, reason):
    with pytest.raises(CredentialsError, match=reason):
        checked(how)


def test_half_a_pair_and_both_ways_at_once_are_refused(signing):
    for how in (Signing(signing.certificate), Signing(signing.certificate, signing.key, "trial")):
        with pytest.raises(CredentialsError, match="takes a certificate and its key, or else"):
            checked(how)


def test_once_checked_the_signers_certificate_is_part_of_it(signing, put, chain_of, tmp_path):
    other = put(tmp_path / "other", chain_of())

    mine, its = checked(signing), checked(other)

    assert mine.fingerprint != its.fingerprint
    assert mine.fingerprint in repr(mine)
    assert pickle.loads(pickle.dumps(mine)) == mine  # noqa: S301 - our own
