from dataclasses import replace

import pytest

from narrate.model import Page
from narrate.pipeline import Settings
from narrate.preview.making import prepare
from narrate.preview.site import Preview
from narrate.reading import Reading

ADDRESS = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def make(hush):
    """A preview of a source in a folder, by its name and its text."""

    def call(folder, name, text):
        reading = Reading(voice="hush", voices_folder=hush(folder))
        source, made = folder / name, folder / "made"
        source.parent.mkdir(exist_ok=True)
        made.mkdir()
        source.write_text(text, "utf-8")
        page, episode = prepare(str(source), reading, Settings(), made, lambda *_: None)
        return Preview(page, episode, ADDRESS)

    return call


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the page lies, in `news`, with files beside it and above it."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "news").mkdir()
    for name in ("outside.png", "news/notes.txt", "news/.secret.png"):
        (folder / name).write_text("secret")
    (folder / "news" / "link.png").symlink_to(folder / "outside.png")
    (folder / "news" / "style.css").write_text("p {}")
    return folder


@pytest.fixture(scope="module")
def preview(make, folder, page_of):
    return make(folder, "news/page.html", page_of())


def test_the_page_has_the_player_in_it(preview):
    first = preview("/")

    text = first.body.decode()
    assert f'src="{ADDRESS}/narrate-preview/story.timeline.json"' in text
    assert f'src="{ADDRESS}/narrate-preview/player/narrate-player.js"' in text
    assert "script-src 'self'" in first.headers["Content-Security-Policy"]
    assert first.media_type == "text/html; charset=utf-8"


def test_the_episode_and_the_player_are_given_out(preview):
    kinds = {
        name: preview(f"/narrate-preview/{name}").media_type
        for name in ("story.mp3", "story.timeline.json", "story.vtt", "player/narrate-player.js")
    }
    assert kinds == {
        "story.mp3": "audio/mpeg",
        "story.timeline.json": "application/json",
        "story.vtt": "text/vtt; charset=utf-8",
        "player/narrate-player.js": "text/javascript; charset=utf-8",
    }


def test_what_a_page_on_the_disk_has_beside_it_is_given_out(preview):
    assert preview("/style.css").media_type == "text/css; charset=utf-8"
    assert preview("/narrate-preview/style.css") is None


@pytest.mark.parametrize(
    "path",
    [
        "/page.html",
        "/notes.txt",
        "/.secret.png",
        "/../outside.png",
        "/..\\outside.png",
        "/%2e%2e/outside.png",
        "//etc/passwd",
        "/link.png",
        "/gone.png",
        "/\0.png",
        "/narrate-preview/../../hush.toml",
        "/narrate-preview/player/../episode.py",
        "/narrate-preview/",
        "",
    ],
)
def test_nothing_else_is(preview, path):
    assert preview(path) is None


def test_a_page_of_the_web_has_nothing_from_the_disk(preview):
    fetched = replace(preview, page=replace(preview.page, url="https://example.org/"))

    assert fetched("/style.css") is None


def test_a_source_without_a_page_gets_one(make, tmp_path):
    preview = make(
        tmp_path, "notes.md", "# Rain\n\n" + "It rained for the whole afternoon.\n\n" * 9
    )

    text = preview("/").body.decode()
    assert 'class="text"' in text
    assert isinstance(preview.page, Page)
