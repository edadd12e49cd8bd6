import io
import random
import re

import pytest

from narrate.credentials.media import media_type
from narrate.credentials.sign import sign
from narrate.credentials.signers import Signing
from narrate.credentials.verify import verify
from narrate.errors import CredentialsError

KINDS = ["mp3", "wav", "m4a", "m4b", "flac"]


@pytest.fixture
def signed(tmp_path, sounds, signing, claim):
    """A signed file of a kind."""

    def make(kind, how=signing):
        path = tmp_path / f"signed.{kind}"
        with (sounds / f"hum.{kind}").open("rb") as sound, path.open("w+b") as file:
            sign(sound, file, claim, media_type(sound, kind), how)
        return path

    return make


@pytest.mark.parametrize("kind", KINDS)
def test_a_signed_file_is_trusted_by_who_trusts_the_authority(signed, keys, chain_of, kind):
    path = signed(kind)

    verdict = verify(path, keys.authority)

    assert verdict.word == "trusted"
    assert verdict.problems == ()
    assert verify(path).word == "unknown signer"
    assert verify(path, chain_of().authority).word == "unknown signer"


def test_what_was_claimed_is_read_again(signed, claim):
    verdict = verify(signed("mp3"))

    assert verdict.title == claim.title
    assert verdict.source_type == claim.source_type
    assert verdict.source_url == claim.source.url
    assert verdict.source_sha256 == claim.source.sha256
    assert dict(verdict.stated)["engine"] == "pyttsx3"
    assert dict(verdict.stated)["notice"] == claim.notice
    assert verdict.signer == "narrate trial signer"
    assert verdict.made_by.startswith("narrate ")


@pytest.mark.parametrize("kind", KINDS)
def test_the_sound_is_the_same(ffmpeg, sounds, signed, kind):
    before, after = ffmpeg.decode(sounds / f"hum.{kind}"), ffmpeg.decode(signed(kind))

    assert after.samples.tobytes() == before.samples.tobytes()
    assert re.sub("0x[0-9a-f]+", "", after.complaints) == re.sub(
        "0x[0-9a-f]+", "", before.complaints
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_byte_of_the_sound_is_found(tmp_path, signed, keys, kind):
    data = signed(kind).read_bytes()
    chance = random.Random(kind)  # noqa: S311 - not for secrets
    # In WAV the credentials stand behind the sound, elsewhere before it.
    begin, end = (200, len(data) // 2) if kind == "wav" else (len(data) // 2, len(data))
    changed = tmp_path / f"changed.{kind}"

    words = set()
    for place in (begin, *(chance.randrange(begin, end) for _ in range(30)), end - 1):
        copy = bytearray(data)
        copy[place] ^= 1 << chance.randrange(8)
        changed.write_bytes(copy)
        words.add(verify(changed, keys.authority).word)

    assert words == {"altered"}


def test_a_changed_tag_is_found(signed, keys):
    path = signed("mp3")
    path.write_bytes(path.read_bytes().replace(b"Hum", b"Ham", 1))

    assert verify(path, keys.authority).word == "altered"


def test_sound_cut_off_or_put_on_is_found(tmp_path, signed, keys):
    data = signed("mp3").read_bytes()

    for changed in (data[:-400], data + data[-400:]):
        (tmp_path / "changed.mp3").write_bytes(changed)
        assert verify(tmp_path / "changed.mp3", keys.authority).word == "altered"


@pytest.mark.parametrize("kind", ["mp3", "wav", "m4a", "flac"])
def test_a_file_without_credentials_is_unsigned(sounds, keys, kind):
    assert verify(sounds / f"hum.{kind}", keys.authority).word == "unsigned"


def test_what_is_no_sound_is_unreadable(tmp_path, sounds):
    (tmp_path / "text.mp3").write_text("Not sound at all.")
    (tmp_path / "empty.mp3").touch()

    for path in (tmp_path / "text.mp3", tmp_path / "empty.mp3", tmp_path, sounds / "hum.opus"):
        assert verify(path).word == "unreadable"


def test_anchors_that_are_no_certificates_are_refused(sounds):
    with pytest.raises(CredentialsError, match="trust anchors: holds no certificate"):
        verify(sounds / "hum.mp3", b"nothing")


def test_a_time_stamp_server_that_is_not_there_is_told(sounds, signing, claim):
    how = Signing(signing.certificate, signing.key, tsa="http://127.0.0.1:9/stamp")

    with (sounds / "hum.mp3").open("rb") as sound, pytest.raises(CredentialsError) as caught:
        sign(sound, io.BytesIO(), claim, "audio/mpeg", how)

    assert str(caught.value).startswith("http://127.0.0.1:9/stamp: gave no time stamp")


def test_a_file_that_is_not_what_it_seems_is_told(signing, claim):
    with pytest.raises(CredentialsError, match="could not be signed"):
        sign(io.BytesIO(b"RIFF\0\0\0\0WAVE"), io.BytesIO(), claim, "audio/mp4", signing)
