import json

import pytest


@pytest.fixture
def key(tmp_path, narrate):
    """A key, as the command makes it."""
    assert narrate("keys", "watermark", tmp_path / "my.key").code == 0
    return tmp_path / "my.key"


def test_a_marked_edition_is_found_and_one_made_without_isnt(narrate, page, key, tmp_path):
    narrate("convert", page, "-o", "plain.mp3")
    narrate("convert", page, "-o", "marked.mp3", "--watermark", key)
    narrate("keys", "watermark", tmp_path / "other.key")

    marked = narrate("detect", "marked.mp3", "--key", key, "--json")
    plain = narrate("detect", "plain.mp3", "--key", key)
    other = narrate("detect", "marked.mp3", "--key", tmp_path / "other.key")

    assert (marked.code, plain.code, other.code) == (0, 3, 3)
    assert marked.lines[0]["found"] is True
    assert "no mark found" in plain.out
    told = [
        json.loads((tmp_path / f"{name}.timeline.json").read_text()) for name in ("plain", "marked")
    ]
    assert told[0]["segments"] == told[1]["segments"]


@pytest.mark.slow
def test_the_key_may_be_in_the_environment(narrate, page, monkeypatch):
    monkeypatch.setenv("NARRATE_WATERMARK_KEY", "0123456789abcdef0123456789abcdef")

    narrate("convert", page, "--watermark", "env")

    assert narrate("detect", "page.mp3", "--key", "env").code == 0


def test_what_cannot_be_marked_is_told_before_anything_is_made(narrate, page, tmp_path):
    (tmp_path / "short.key").write_bytes(b"abc")

    for options in (("short.key",), ("none.key",), ("env",), ("short.key", "--watermark-by", "x")):
        said = narrate("convert", page, "--watermark", *options)
        assert said.code == 1
        assert said.err.count("\n") == 1

    assert not page.with_suffix(".mp3").exists()


def test_a_key_is_not_written_over(narrate, key):
    before = key.read_bytes()

    assert narrate("keys", "watermark", key).code == 1
    assert key.read_bytes() == before
    assert key.stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_librarys_settings_mark_its_episodes(narrate, page, key, square, tmp_path):
    place = tmp_path / "audio"
    place.mkdir()
    (place / "cover.png").write_bytes(square)
    about = ("title", "address", "link", "description", "language", "author")
    told = ("T", "https://audio.example/", "https://news.example/", "D", "en-GB", "A")
    options = [f"--{name}={value}" for name, value in zip(about, told, strict=True)]
    narrate("feed", "init", place, *options, "--cover", "cover.png")
    settings = place / "narrate.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("[watermark]", f"[watermark]\nkey = '{key}'"), "utf-8")

    added = narrate("feed", "add", place, page)

    assert added.code == 0, added.err
    (sound,) = place.glob("episodes/*/audio.mp3")
    assert narrate("detect", sound, "--key", key).code == 0
    key.unlink()
    assert narrate("library", "check", place).code == 0  # which needs no key
    refused = narrate("feed", "add", place, page, "--again")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
