import json
from pathlib import Path

import pytest

from narrate.errors import PublishError
from narrate.publish.beside import COMPANIONS, beside
from narrate.publish.companions import links, texts, write_beside
from narrate.publish.disclosure import disclosure
from narrate.publish.narration import Audio, Narration
from narrate.publish.readback import read_timeline


@pytest.fixture
def narration(script, timeline, voice):
    told = disclosure(script, voice)
    return Narration(script, timeline, voice, told, Audio("a.mp3", 1, "0" * 64))


def test_each_kind_has_its_text(narration):
    made = texts(narration)

    assert tuple(made) == COMPANIONS
    assert made["captions"].startswith("WEBVTT\n\nNOTE Language: en-GB\n\nNOTE\nVoice is AI-")
    assert "<v AI voice anna>Voice <00:00:00." in made["words"]
    assert made["subtitles"].startswith("1\n00:00:00,000 --> ")
    assert json.loads(made["transcript"])["segments"][0]["speaker"] == "AI voice anna"
    assert json.loads(made["chapters"])["title"] == "Bridge & river"


def test_only_what_is_asked_for_is_made(narration):
    assert set(texts(narration, ("chapters", "words"))) == {"chapters", "words"}


def test_files_are_written_and_the_manifest_points_to_them(narration, tmp_path):
    files = write_beside(tmp_path / "a b.mp3", narration, ("captions", "chapters"))

    told = read_timeline(files.timeline.read_text("utf-8"))
    assert (told.links.captions, told.links.chapters) == ("a%20b.vtt", "a%20b.chapters.json")
    assert told.links.source == "https://example.org/bridge"
    assert told.links.words is None
    assert {path.name for path in tmp_path.iterdir()} == {
        "a b.vtt",
        "a b.chapters.json",
        "a b.timeline.json",
    }


def test_a_file_that_cannot_be_written_is_told(narration, tmp_path):
    (tmp_path / "a.srt").mkdir()

    with pytest.raises(PublishError, match=r"a\.srt: is a folder"):
        write_beside(tmp_path / "a.mp3", narration, COMPANIONS)


@pytest.mark.parametrize("source", [None, "/home/ann/story.html", "javascript:alert(1)"])
def test_only_an_article_on_the_web_is_linked(source):
    assert links(beside(Path("a.mp3")), source).source is None
