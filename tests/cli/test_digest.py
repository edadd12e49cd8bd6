import json
import wave

import pytest


@pytest.fixture
def digest(narrate, hush, tmp_path_factory):
    """Make an edition with a voice that says nothing: what is looked at is not the sound."""
    folder = hush(tmp_path_factory.mktemp("voices"))

    def call(*arguments):
        voice = ("--voices-folder", folder, "--voice", "hush")
        return narrate("digest", *arguments, *voice, "--jobs", 2)

    return call


def test_an_edition_of_two_articles(digest, page, page_of, ffmpeg):
    (page.parent / "second.html").write_text(page_of("Snow in May"))

    said = digest(page, "second.html", "-o", "monday.mp3", "--title", "Monday", "--json")

    assert (said.code, said.err) == (0, "")
    (made,) = said.lines
    assert made["title"] == "Monday"
    assert made["chapters"] == ["Monday", "Rain stops play", "Snow in May"]
    timeline = json.loads((page.parent / "monday.timeline.json").read_text())
    assert made["duration"] == timeline["duration"]
    heard = ffmpeg.decode(page.parent / "monday.mp3")
    assert len(heard.samples) / heard.rate == pytest.approx(made["duration"], abs=0.001)


def test_a_bad_article_is_told_of_and_the_rest_is_made(digest, page):
    said = digest(page, "lost.html", "-o", "monday.mp3")

    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "lost.html" in said.err
    assert (page.parent / "monday.mp3").is_file()


def test_a_jingle_is_played_before_each_article(digest, page, tmp_path):
    jingle = tmp_path / "sting.wav"
    with wave.open(str(jingle), "wb") as file:
        file.setparams((1, 2, 22050, 0, "NONE", ""))
        file.writeframes(b"\x00\x10\x00\xf0" * 22050)  # two seconds

    plain = digest(page, "-o", "plain.wav", "--json").lines[0]["duration"]
    with_jingle = digest(page, "-o", "sting.wav", "--between", jingle, "--json").lines[0][
        "duration"
    ]

    assert with_jingle - plain == pytest.approx(2, abs=0.01)
