"""The cover inside an episode's sound."""

import io

import pytest
from mutagen.id3 import ID3
from PIL import Image

from narrate.library.check import check

_LONGER = "It rained for three days, and on the fourth day it stopped."


def inside(folder, edition=""):
    """The pictures in the episode's file."""
    return [one.data for one in ID3(folder / f"episodes/rain/{edition}audio.mp3").getall("APIC")]


def kept(folder):
    return [path.read_bytes() for path in (folder / ".narrate").glob("cover-*.jpg")]


@pytest.fixture
def other(folder):
    """Give the feed another cover."""

    def change():
        buffer = io.BytesIO()
        Image.new("RGB", (20, 20), "green").save(buffer, "PNG")
        (folder / "square.png").write_bytes(buffer.getvalue())

    return change


def test_the_cover_is_made_small_once_and_put_into_the_sound(folder, page, added, look):
    added(page("rain"))

    assert inside(folder) == kept(folder)
    assert inside(folder)[0].startswith(b"\xff\xd8\xff")
    assert list(look().values()) == ["rain"]  # lengths and hashes are the file's with its picture


def test_another_cover_is_no_news_for_what_is_there(folder, place, page, added, other):
    added(page("rain"))
    before = (folder / "episodes/rain/audio.mp3").read_bytes()
    other()

    assert [one.state for one in added(page("rain"))] == ["unchanged"]
    assert (folder / "episodes/rain/audio.mp3").read_bytes() == before
    assert check(place) == []


@pytest.mark.slow
def test_another_cover_comes_with_the_next_edition(folder, page, added, other):
    added(page("rain"))
    other()

    added(page("rain", text=_LONGER))

    assert inside(folder, "2/") == kept(folder)
    assert inside(folder) != inside(folder, "2/")


@pytest.mark.slow
def test_a_cover_that_is_no_picture_holds_up_nobody(folder, page, added, caplog):
    (folder / "square.png").write_bytes(b"no picture")

    (outcome,) = added(page("rain"))

    assert outcome.state == "added"
    assert inside(folder) == []
    assert "is not put into the episodes" in caplog.text


@pytest.mark.slow
def test_a_cover_that_is_drawn_is_put_in_too(folder, page, added):
    settings = folder / "narrate.toml"
    text = settings.read_text("utf-8").replace('cover = "square.png"', "")
    settings.write_text(text, "utf-8")

    added(page("rain"))

    assert inside(folder) == kept(folder) != []


def test_a_cover_that_is_not_there_is_told_before_anything_is_narrated(folder, page, narrate):
    (folder / "square.png").unlink()

    said = narrate("feed", "add", folder, page("rain"))

    assert said.code == 1
    assert "the cover is not there" in said.err
    assert list((folder / "episodes").glob("*")) == []
