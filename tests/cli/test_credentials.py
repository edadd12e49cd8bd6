import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from narrate.credentials.keys import Terms, dev


@pytest.fixture
def keys(tmp_path, narrate):
    """A chain for trying, as the command makes it."""
    assert narrate("keys", "dev", tmp_path / "keys").code == 0
    return tmp_path / "keys"


@pytest.fixture
def pair(keys):
    """The options that sign with it."""
    return ("--sign-certificate", keys / "certificate.pem", "--sign-key", keys / "key.pem")


def test_a_signed_edition_is_trusted_and_measured_after_signing(narrate, page, pair, keys):
    said = narrate("convert", page, "--json", *pair)

    sound = page.with_suffix(".mp3")
    told = json.loads(page.with_suffix(".timeline.json").read_text("utf-8"))["audio"]
    verdict = narrate("verify", sound, "--trust", keys / "authority.pem", "--json")
    assert said.code == verdict.code == 0
    assert verdict.lines[0]["word"] == "trusted"
    assert verdict.lines[0]["source_sha256"] == sha256(page.read_bytes()).hexdigest()
    assert verdict.lines[0]["stated"]["voice"] == "en-gb"
    # encode, tag, sign, and only then length and hash: they are the published file's.
    assert told["bytes"] == sound.stat().st_size
    assert told["sha256"] == sha256(sound.read_bytes()).hexdigest()


def test_our_tags_are_still_read(narrate, page, pair):
    from mutagen.id3 import ID3

    narrate("convert", page)
    before = dict(ID3(page.with_suffix(".mp3")))
    narrate("convert", page, *pair)
    after = dict(ID3(page.with_suffix(".mp3")))

    added = set(after) - set(before)
    assert [name.partition(":")[0] for name in added] == ["GEOB"]
    assert {name: repr(after[name]) for name in before} == {
        name: repr(frame) for name, frame in before.items()
    }


def test_a_kept_edition_is_signed_by_who_signs_now(narrate, page, pair, keys, tmp_path):
    narrate("convert", page, *pair)
    first = page.with_suffix(".mp3").read_bytes()
    narrate("convert", page, *pair)
    again = page.with_suffix(".mp3").read_bytes()
    narrate("keys", "dev", tmp_path / "new")
    new = (
        "--sign-certificate",
        tmp_path / "new/certificate.pem",
        "--sign-key",
        tmp_path / "new/key.pem",
    )
    narrate("convert", page, *new)

    code = narrate(
        "verify", page.with_suffix(".mp3"), "--trust", tmp_path / "new/authority.pem"
    ).code
    assert again == first
    assert code == 0
    assert narrate("verify", page.with_suffix(".mp3"), "--trust", keys / "authority.pem").code == 3


@pytest.mark.parametrize("cause", ["expired", "mismatched", "missing", "garbage", "locked up"])
def test_no_unsigned_file_is_left_where_a_signed_one_was_asked_for(narrate, page, keys, cause):
    certificate, key = keys / "certificate.pem", keys / "key.pem"
    if cause == "expired":
        old = dev(Terms(begin=datetime.now(UTC) - timedelta(days=60)))
        certificate.write_bytes(old.certificate)
        key.write_bytes(old.key)
    elif cause == "mismatched":
        key.write_bytes(dev().key)
    elif cause == "missing":
        key.unlink()
    elif cause == "garbage":
        certificate.write_bytes(b"\0")
    else:
        key.write_bytes(key.read_bytes().replace(b" PRIVATE", b" ENCRYPTED PRIVATE"))

    said = narrate("convert", page, "--sign-certificate", certificate, "--sign-key", key)

    assert said.code == 1
    assert said.err.startswith("narrate: ")
    assert said.err.count("\n") == 1
    assert {path.name for path in page.parent.iterdir()} == {"keys", "page.html"}


def test_a_signature_that_fails_late_leaves_the_old_file(narrate, page, pair):
    narrate("convert", page)
    before = {path: path.read_bytes() for path in page.parent.glob("page.*")}

    said = narrate("convert", page, *pair, "--tsa", "http://127.0.0.1:9/")

    assert said.code == 1
    assert "gave no time stamp" in said.err
    assert {path: path.read_bytes() for path in page.parent.glob("*.*")} == before


def test_a_format_that_cannot_be_signed_is_refused_before_it_is_made(narrate, page, pair):
    said = narrate("convert", page, "-o", "page.opus", *pair)

    assert said.code == 1
    assert "no place for a signature" in said.err
    assert not page.with_suffix(".opus").exists()


def test_finished_files_are_signed(narrate, page, keys):
    narrate("convert", page)
    sound = page.with_suffix(".mp3")

    said = narrate(
        "sign", sound, "--certificate", keys / "certificate.pem", "--key", keys / "key.pem"
    )

    verdict = narrate("verify", sound, "--trust", keys / "authority.pem")
    assert said.code == verdict.code == 0
    assert "algorithmicMedia" in verdict.out


def test_each_outcome_has_a_word_and_a_code(narrate, page, pair, keys):
    narrate("convert", page, *pair)
    sound = page.with_suffix(".mp3")
    changed, plain = page.with_name("changed.mp3"), page.with_name("plain.mp3")
    data = bytearray(sound.read_bytes())
    data[-1000] ^= 1
    changed.write_bytes(data)
    narrate("convert", page, "-o", plain)

    def outcome(*names):
        said = narrate("verify", *names, "--trust", keys / "authority.pem")
        first = said.out.splitlines()[0].rpartition(": ")[2]
        return first, said.code

    assert outcome(sound) == ("trusted", 0)
    assert outcome(changed) == ("altered", 5)
    assert outcome(plain) == ("unsigned", 7)
    assert outcome(page) == ("unreadable", 8)
    assert outcome(sound, plain) == ("trusted", 7)
    assert narrate("verify", sound).code == 3


def test_keys_are_not_written_over(narrate, keys):
    before = (keys / "key.pem").read_bytes()

    said = narrate("keys", "dev", keys)

    assert said.code == 1
    assert "is there already" in said.err
    assert (keys / "key.pem").read_bytes() == before
    assert (keys / "key.pem").stat().st_mode & 0o077 == 0


def test_signing_takes_somebody_to_sign(narrate, page):
    assert narrate("sign", page).code == 2
