"""A library as the commands make it: everything of it tells, and how its text came about."""

import json

import pytest

from narrate.audit import audit
from narrate.cli import run
from narrate.notices import wording_for


@pytest.fixture
def made(whole, tmp_path, monkeypatch):
    """A library of one article, with the silent voice among the person's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    voices = tmp_path / "config" / "narrate" / "voices"
    voices.mkdir(parents=True)
    (voices / "hush.toml").write_bytes((whole.parent / "hush.toml").read_bytes())
    folder = tmp_path / "courier"
    about = {
        "title": "The Courier, read aloud", "language": "en-GB", "author": "The Courier",
        "address": "https://audio.example.org/courier/", "link": "https://example.org/",
        "description": "Every story of the day.", "voice": "hush", "text-by": "people",
    }  # fmt: skip
    options = [f"--{name}={value}" for name, value in about.items()]
    assert run(["feed", "init", str(folder), *options]) == 0
    assert run(["feed", "add", str(folder), str(whole.parent / "page.html")]) == 0
    return folder


def test_a_library_is_whole_as_it_is_made(made):
    found = audit((str(made),))

    assert found.gaps == ()
    assert {"feed", "page", "player", "frame", "oEmbed", "opening"} <= {
        check.surface for check in found.checks
    }


def test_how_the_text_came_about_is_told_in_feed_page_manifest_and_tags(made):
    import mutagen

    people = wording_for("en").people
    (episode,) = (made / "episodes").iterdir()

    assert people in (made / "feed.xml").read_text("utf-8")
    assert people in (episode / "index.html").read_text("utf-8")
    told = json.loads((episode / "episode.json").read_text("utf-8"))["disclaimer"]
    assert told["text_by"] == "people"
    assert mutagen.File(episode / "audio.mp3").tags["TXXX:AI-TEXT"].text == ["people"]


def test_a_library_is_whole_when_an_article_was_replaced(made, whole):
    settings = made / "narrate.toml"
    text = settings.read_text("utf-8")
    assert "# title = true" in text
    settings.write_text(text.replace("# title = true", "title = false"), "utf-8")

    assert run(["feed", "add", str(made), str(whole.parent / "page.html")]) == 0

    (sound,) = made.glob("episodes/*/2/audio.mp3")
    found = audit((str(made),))
    assert found.gaps == ()
    assert any(check.subject == sound.relative_to(made).as_posix() for check in found.checks)


def test_an_episode_whose_page_is_gone_is_missed(made):
    (episode,) = (made / "episodes").iterdir()
    for page in episode.glob("*.html"):
        page.unlink()

    gaps = audit((str(made),)).gaps

    assert [gap.surface for gap in gaps] == ["page"]


def test_a_library_that_names_a_signer_has_to_be_signed(made):
    settings = made / "narrate.toml"
    text = settings.read_text("utf-8")
    assert "[signing]\n" in text
    settings.write_text(text.replace("[signing]\n", '[signing]\nsigner = "vault:news"\n'), "utf-8")

    gaps = audit((str(made),)).gaps

    assert [(gap.surface, "unsigned" in gap.what) for gap in gaps] == [("credentials", True)]
