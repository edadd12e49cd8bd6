"""Chains of certificates, and short files of each kind that can be signed."""

import io
import struct
import wave

import pytest

from narrate.credentials.claim import Claim, Source, Spoken
from narrate.credentials.keys import Terms, dev
from narrate.credentials.signers import Signing

ALGORITHMIC = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"


@pytest.fixture(scope="session")
def keys():
    """A chain that is valid now."""
    return dev()


@pytest.fixture
def signing(tmp_path, keys):
    """Who signs with it, from files."""
    return written(tmp_path / "keys", keys)


def written(folder, keys):
    folder.mkdir()
    (folder / "certificate.pem").write_bytes(keys.certificate)
    (folder / "key.pem").write_bytes(keys.key)
    return Signing(folder / "certificate.pem", folder / "key.pem")


@pytest.fixture
def put():
    """Write a chain into a folder: who signs with it."""
    return written


@pytest.fixture
def chain_of():
    """A chain made on other terms."""
    return lambda **terms: dev(Terms(**terms))


@pytest.fixture
def claim():
    """What is stated of a story."""
    spoken = Spoken("en-us", "pyttsx3", "2.99", ("formant",), "en-US")
    source = Source("https://news.example/story", "ab" * 32)
    return Claim(
        "A bridge – and its “piers”", ALGORITHMIC, "Voice is AI-generated.", spoken, source
    )


def _wav(samples):
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 22050, 0, "NONE", ""))
        sound.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return file.getvalue()


@pytest.fixture(scope="session")
def sounds(ffmpeg, tmp_path_factory):
    """A second of a hum in each kind of file, with tags."""
    plain = _wav((n * 37 % 400) * 30 - 6000 for n in range(22050))
    folder = tmp_path_factory.mktemp("sounds")
    (folder / "hum.wav").write_bytes(plain)
    codecs = {"mp3": "libmp3lame", "m4a": "aac", "m4b": "aac", "flac": "flac", "opus": "libopus"}
    for kind, codec in codecs.items():
        named = ("-metadata", "title=Hum", "-c:a", codec)
        ffmpeg("-v", "error", "-i", folder / "hum.wav", *named, folder / f"hum.{kind}")
    return folder
