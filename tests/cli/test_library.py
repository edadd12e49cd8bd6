"""The commands about a library, as a person or a script meets them."""

import io
import json

import pytest

OPTIONS = (
    "--title", "The Courier", "--address", "https://audio.example/", "--link",
    "https://courier.example/", "--description", "Every story.", "--language", "en-GB",
    "--author", "The Courier", "--voice", "hush",
)  # fmt: skip


@pytest.fixture
def folder(narrate, hush, square, tmp_path):
    place = tmp_path / "audio"
    hush(place / "voices")
    (place / "square.png").write_bytes(square)
    narrate("feed", "init", place, *OPTIONS, "--cover", "square.png")
    settings = place / "narrate.toml"
    settings.write_text(settings.read_text("utf-8").replace("# folder", "folder"), "utf-8")
    return place


@pytest.fixture
def page(tmp_path, page_of):
    path = tmp_path / "rain.html"
    path.write_text(page_of("Rain stops play"), "utf-8")
    return path


def test_without_a_terminal_options_are_needed(narrate, tmp_path):
    said = narrate("feed", "init", tmp_path / "audio", *OPTIONS[4:])

    assert said.code == 2
    assert "--title --address" in said.err
    assert not (tmp_path / "audio").exists()


def test_a_wrong_answer_is_refused_before_anything_is_written(narrate, tmp_path):
    said = narrate("feed", "init", tmp_path / "audio", *OPTIONS, "--colour", "red")

    assert said.code == 1
    assert "colour: is not a colour, as #1a1a1a: 'red'" in said.err
    assert not (tmp_path / "audio").exists()


def test_settings_are_never_written_over(narrate, folder):
    before = (folder / "narrate.toml").read_bytes()

    said = narrate("feed", "init", folder, *OPTIONS)

    assert said.code == 1
    assert "is there already" in said.err
    assert (folder / "narrate.toml").read_bytes() == before


def test_from_the_article_to_its_take_down(narrate, folder, page):
    added = narrate("feed", "add", folder, page, "--jobs", 1, "--json")
    listed = narrate("library", "list", folder, "--json")
    built = narrate("feed", "build", folder, "--json")
    checked = narrate("library", "check", folder, "--json")
    removed = narrate("library", "remove", folder, "rain-stops-play", "--json")
    gone = narrate("library", "list", folder, "--removed", "--json")
    restored = narrate("library", "restore", folder, "rain-stops-play", "--json")

    (one,) = added.lines
    assert (one["state"], one["slug"]) == ("added", "rain-stops-play")
    assert one["url"] == "https://audio.example/episodes/rain-stops-play/"
    assert [row["slug"] for row in json.loads(listed.out)] == ["rain-stops-play"]
    assert built.lines == [{"episodes": 1, "written": []}]
    assert json.loads(checked.out) == []
    assert removed.lines[0]["slug"] == "rain-stops-play"
    assert [row["state"] for row in json.loads(gone.out)] == ["removed"]
    assert restored.code == 0
    codes = [said.code for said in (added, listed, built, checked, removed, gone, restored)]
    assert codes == [0] * 7


def test_a_failed_article_is_told_in_the_exit_code(narrate, folder):
    said = narrate("feed", "add", folder, "nowhere.html", "--json")

    assert said.code == 1
    assert said.lines[0]["state"] == "failed"
    assert "nowhere.html: no such file" in said.err


def test_what_is_left_is_told_in_the_exit_code(narrate, folder, page):
    narrate("feed", "add", folder, page, "--jobs", 1)
    (folder / "episodes" / "rain-stops-play" / "audio.mp3").unlink()

    said = narrate("library", "check", folder)

    assert said.code == 1
    assert said.out.startswith("missing: episodes/rain-stops-play/audio.mp3")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("feed", "add", "nowhere", "x.html"), "narrate feed init nowhere"),
        (("feed", "build", "nowhere"), "narrate feed init nowhere"),
        (("library", "list", "nowhere"), "narrate feed init nowhere"),
    ],
)
def test_a_folder_that_is_no_library_is_refused(narrate, tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)

    said = narrate(*words)

    assert said.code == 1
    assert told in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_slug_that_is_not_there_is_named(narrate, folder):
    said = narrate("library", "remove", folder, "snow")

    assert said.code == 1
    assert "snow: is no episode of this library" in said.err


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self):
        return True


def test_a_wrong_answer_is_asked_for_again(narrate, tmp_path, monkeypatch):
    answers = "audio.example\nhttps://audio.example/\n"
    monkeypatch.setattr("sys.stdin", Terminal(answers))

    said = narrate("feed", "init", tmp_path / "audio", *OPTIONS[:2], *OPTIONS[4:])

    assert said.code == 0
    assert "that is not a whole address" in said.err
    text = (tmp_path / "audio" / "narrate.toml").read_text("utf-8")
    assert 'address = "https://audio.example/"' in text


def test_settings_that_are_no_text_are_told_in_one_line(narrate, folder):
    (folder / "narrate.toml").write_bytes(b"\xff\xfe")

    said = narrate("feed", "build", folder)

    assert said.code == 1
    assert said.err == f"narrate: {folder / 'narrate.toml'}: is not UTF-8 (save it as UTF-8)\n"
