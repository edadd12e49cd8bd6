import json

import pytest
from lxml import html

ADDRESS = "https://audio.example.org/rain/"


@pytest.fixture
def story(narrate, hush, page, tmp_path):
    """An edition, beside the page that it was made from."""
    voice = ("--voices-folder", hush(tmp_path, "Hush."), "--voice", "hush", "--jobs", 1)
    assert narrate("convert", page, "-o", "page.mp3", *voice).code == 0
    return tmp_path / "page.mp3"


def test_the_page_leaves_the_article_alone(narrate, story, page):
    before = page.read_bytes()

    said = narrate("page", story)

    assert (said.code, said.out) == (0, f"{story.with_suffix('.page.html')}\n")
    assert page.read_bytes() == before
    root = html.document_fromstring(story.with_suffix(".page.html").read_bytes())
    assert root.findtext(".//h1") == "Rain stops play"


@pytest.mark.parametrize(
    ("output", "written"), [("public", "public/index.html"), ("out/a.html", "out/a.html")]
)
def test_a_folder_gets_all_that_the_page_needs(narrate, story, output, written):
    said = narrate("page", story, "-o", output, "--address", ADDRESS)

    assert (said.code, said.out) == (0, f"{written}\n")
    folder = (story.parent / written).parent
    wanted = {"page.mp3", "page.timeline.json", "page.frame.html", "page.oembed.json", "player"}
    assert wanted <= {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("element", ["<narrate-player ", f'src="{ADDRESS}page.timeline.json"', "Hush."]),
        ("iframe", ["<iframe ", f'src="{ADDRESS}page.frame.html"', "Hush."]),
        ("jsonld", ['"@type":"AudioObject"', f'"contentUrl":"{ADDRESS}page.mp3"', "Hush."]),
    ],
)
def test_each_way_into_a_page_is_printed(narrate, story, kind, words):
    said = narrate("embed", story, "--kind", kind, "--address", ADDRESS)

    assert (said.code, said.err) == (0, "")
    assert all(word in said.out for word in words)


def test_oembed_is_a_document(narrate, story):
    said = narrate("embed", story, "--kind", "oembed", "--address", ADDRESS)

    assert json.loads(said.out)["type"] == "rich"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["embed", "gone.mp3"], "gone.timeline.json: can't be read"),
        (["page", "gone.mp3"], "gone.timeline.json: can't be read"),
        (["embed", "page.mp3", "--kind", "iframe"], "say with --address"),
        (["embed", "page.mp3", "--address", "javascript:alert(1)"], "is no web address"),
        (["page", "page.mp3", "-o", "page.html/x/"], "can't be made a folder"),
    ],
)
def test_what_cant_be_done_is_told(narrate, story, arguments, told):
    assert story.is_file()

    said = narrate(*arguments)

    assert said.code == 1
    assert said.err.startswith("narrate: ")
    assert said.err.count("\n") == 1
    assert told in said.err
