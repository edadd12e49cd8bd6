import hashlib
import io
import json
import subprocess
import sys

import pytest


@pytest.fixture
def convert(narrate, hush, tmp_path_factory):
    """Convert with a voice that says nothing: what is looked at is not the sound."""
    folder = hush(tmp_path_factory.mktemp("voices"))

    def call(*arguments):
        voice = ("--voices-folder", folder, "--voice", "hush")
        return narrate("convert", *arguments, *voice, "--jobs", 2)

    return call


def files_of(stem):
    kinds = ("mp3", "vtt", "words.vtt", "srt", "transcript.json", "chapters.json", "timeline.json")
    return {f"{stem}.{kind}" for kind in kinds}


def names(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.mark.slow
def test_an_article_is_spoken(narrate, page, ffmpeg):
    said = narrate("convert", page, "-o", "story.mp3")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("story.mp3  0:")
    assert set(names(page.parent)) == {"page.html", *files_of("story")}
    heard = ffmpeg.decode(page.parent / "story.mp3")
    assert heard.complaints == ""
    assert len(heard.samples) / heard.rate > 30


def test_without_a_name_it_is_called_after_its_source(convert, page):
    said = convert(page)

    assert said.code == 0
    assert (page.parent / "page.mp3").is_file()


def test_in_a_folder_it_is_called_after_its_title(convert, page):
    said = convert(page, "-o", "editions/2026/")

    assert said.code == 0
    folder = page.parent / "editions" / "2026"
    assert set(names(folder)) == files_of("rain-stops-play")
    told = json.loads((folder / "rain-stops-play.timeline.json").read_text("utf-8"))
    assert told["audio"]["url"] == "rain-stops-play.mp3"
    assert set(told["links"].values()) <= set(names(folder))


def test_a_folder_that_is_there_needs_no_slash(convert, page):
    (page.parent / "editions").mkdir()

    assert convert(page, "-o", "editions").code == 0
    assert (page.parent / "editions" / "rain-stops-play.mp3").is_file()


def test_articles_of_one_title_get_different_names(convert, page, page_of):
    for name in ("a", "b", "c"):
        (page.parent / f"{name}.html").write_text(page_of("Rain — again!"), "utf-8")

    said = convert("a.html", "b.html", "c.html", "-o", "out")

    assert said.code == 0
    made = [name for name in names(page.parent / "out") if name.endswith(".mp3")]
    assert made == ["rain-again-2.mp3", "rain-again-3.mp3", "rain-again.mp3"]
    assert len(said.out.splitlines()) == 3


def test_articles_of_one_file_name_get_different_names(convert, page, page_of):
    for name in ("one", "two"):
        (page.parent / name).mkdir()
        (page.parent / name / "index.html").write_text(page_of(name), "utf-8")

    said = convert("one/index.html", "two/index.html")

    assert said.code == 0
    assert {"index.mp3", "index-2.mp3"} <= set(names(page.parent))


@pytest.mark.parametrize("copies", [1, 4])
def test_one_that_is_bad_does_not_stop_the_others(convert, page, copies):
    (page.parent / "bad.html").write_text("<nav><a href=/>Home</a></nav>", "utf-8")
    sources = ["gone.html", *["page.html"] * copies, "bad.html"]

    said = convert(*sources, "-o", "out/", "--json")

    assert said.code == 1
    assert [line["source"] for line in said.lines] == sources
    assert ["error" in line for line in said.lines] == [True, *[False] * copies, True]
    assert said.err.count("narrate: ") == 2
    assert len(list((page.parent / "out").glob("*.mp3"))) == copies


def test_a_folder_of_articles(convert, page, page_of):
    pages = page.parent / "monday"
    pages.mkdir()
    for title in ("Sun", "Rain"):
        (pages / f"{title}.html").write_text(page_of(title), "utf-8")
    (pages / "photo.jpg").touch()

    said = convert(pages, "-o", "out", "--json")

    assert said.code == 0
    assert [line["title"] for line in said.lines] == ["Rain", "Sun"]


def test_json_tells_what_was_made(convert, page):
    said = convert(page, "-o", "a.mp3", "--json")

    (told,) = said.lines
    assert told["source"] == str(page)
    assert (told["output"], told["files"]["captions"]) == ("a.mp3", "a.vtt")
    assert told["files"]["timeline"] == "a.timeline.json"
    assert set(told["files"].values()) == files_of("a") - {"a.mp3"}
    assert (told["title"], told["language"], told["voice"]) == ("Rain stops play", "en-GB", "hush")
    assert told["words"] > 100
    assert told["segments"] > 5
    timeline = json.loads((page.parent / "a.timeline.json").read_text("utf-8"))
    assert told["duration"] == pytest.approx(timeline["duration"], abs=0.001)
    assert told["took"] >= 0


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        ("none", set()),
        ("vtt", {"a.vtt"}),
        ("srt, words", {"a.srt", "a.words.vtt"}),
        ("all", {"a.vtt", "a.words.vtt", "a.srt", "a.transcript.json", "a.chapters.json"}),
    ],
)
def test_only_what_is_wanted_lies_beside_it(convert, page, wanted, written):
    said = convert(page, "-o", "a.mp3", "--captions", wanted, "--json")

    assert set(names(page.parent)) == {"page.html", "a.mp3", "a.timeline.json", *written}
    told = json.loads((page.parent / "a.timeline.json").read_text("utf-8"))
    assert set(told.get("links", {}).values()) == written
    assert said.lines[0]["files"] == {**told.get("links", {}), "timeline": "a.timeline.json"}


def test_an_unknown_kind_of_captions_is_told(convert, page):
    said = convert(page, "--captions", "vtt,lrc")

    assert said.code == 2
    assert "'lrc' is none of vtt, words, srt, transcript, chapters" in said.err


def test_the_manifest_tells_what_the_mp3_came_to(convert, page):
    for name in ("a", "b"):  # made, and taken from the cache under another name
        convert(page, "-o", f"{name}.mp3")

        sound = (page.parent / f"{name}.mp3").read_bytes()
        told = json.loads((page.parent / f"{name}.timeline.json").read_text("utf-8"))["audio"]
        assert told == {
            "url": f"{name}.mp3",
            "bytes": len(sound),
            "sha256": hashlib.sha256(sound).hexdigest(),
            "type": "audio/mpeg",
        }


def test_standard_output_gets_the_mp3_and_nothing_else(page, narrate_process, ffmpeg):
    done = narrate_process("convert", page.name, "-o", "-")

    assert done.returncode == 0
    assert done.stdout.startswith(b"ID3")
    assert ffmpeg.decode(done.stdout).complaints == ""
    assert names(page.parent) == ["page.html"]


def test_standard_input_is_a_source(page, narrate_process):
    done = narrate_process(
        "convert", "-", "-o", "a.mp3", "--dry-run", "--json", input=page.read_bytes()
    )

    (told,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (told["source"], told["title"]) == ("-", "Rain stops play")


def test_a_dry_run_writes_nothing(narrate, page):
    said = narrate("convert", page, "--dry-run", "--json")

    (told,) = said.lines
    assert (said.code, told["output"]) == (0, None)
    assert told["duration"] > 30
    assert names(page.parent) == ["page.html"]


@pytest.mark.parametrize("name", ["notes.md", "notes.txt"])
def test_plain_text_and_markdown(convert, page, name):
    text = "# Rain stops play\n\n" + "It rained for the whole of the afternoon.\n\n" * 12
    (page.parent / name).write_text(text, "utf-8")

    said = convert(name, "-o", "a.mp3", "--json")

    assert said.code == 0
    assert "Rain stops play" in said.lines[0]["title"]


def test_every_stage_can_be_run_alone(narrate, convert, page):
    article = narrate("extract", page)
    (page.parent / "a.json").write_text(article.out, "utf-8")
    script = narrate("script", "a.json")
    record = json.loads(script.out)
    record["segments"][0]["text"] = "An edited notice."
    (page.parent / "s.json").write_text(json.dumps(record), "utf-8")

    said = convert("s.json", "-o", "story.mp3", "--json")

    assert (article.code, script.code, said.code) == (0, 0, 0)
    assert said.lines[0]["segments"] == len(record["segments"])
    told = json.loads((page.parent / "story.timeline.json").read_text("utf-8"))
    assert told["segments"][0]["text"] == "An edited notice."


def test_an_old_edition_is_replaced_only_by_a_whole_one(convert, narrate, page):
    convert(page, "-o", "a.mp3")
    before = {path.name: path.read_bytes() for path in page.parent.iterdir()}

    said = narrate("convert", "gone.html", "-o", "a.mp3")

    assert said.code == 1
    assert {path.name: path.read_bytes() for path in page.parent.iterdir()} == before


@pytest.mark.slow
def test_the_second_time_is_the_same_to_the_byte(narrate, page):
    first, again = (
        (narrate("convert", page, "-o", name).code, (page.parent / name).read_bytes())
        for name in ("a.mp3", "b.mp3")
    )

    assert first == again


def test_no_cache_keeps_nothing(convert, page, monkeypatch, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))

    convert(page, "--no-cache")

    assert names(cache) == []


def test_a_cache_that_can_t_be_written_is_no_error(convert, page, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(page))

    assert convert(page).code == 0


def test_the_notice_may_be_reworded_or_given_elsewhere(convert, page):
    for name, options in (
        ("own", ["--disclaimer", "A machine reads this."]),
        ("none", ["--no-disclaimer", "--i-disclose-elsewhere"]),
    ):
        assert convert(page, "-o", f"{name}.mp3", *options).code == 0

    own, none = (
        json.loads((page.parent / f"{name}.timeline.json").read_text("utf-8"))["segments"]
        for name in ("own", "none")
    )
    assert own[0]["text"] == "A machine reads this."
    assert {segment["kind"] for segment in none} >= {"title", "paragraph"}
    assert "disclaimer" not in {segment["kind"] for segment in none}


@pytest.mark.slow
def test_a_bar_is_drawn_on_a_terminal(page):
    import os
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "narrate", "convert", str(page), "--dry-run"]
    done = subprocess.run(command, stderr=theirs, stdout=subprocess.PIPE, check=False)
    os.close(theirs)
    drawn = io.BytesIO()
    try:
        while piece := os.read(ours, 4096):
            drawn.write(piece)
    except OSError:  # Linux's way to say that the other end was closed
        pass
    os.close(ours)

    assert done.returncode == 0
    assert "100%" in drawn.getvalue().decode()


@pytest.mark.parametrize("name", ["story.wav", "story.opus"])
def test_the_name_tells_the_format(convert, page, ffmpeg, name):
    said = convert(page, "-o", name)

    assert (said.code, said.err) == (0, "")
    assert (page.parent / "story.vtt").is_file()
    heard = ffmpeg.decode(page.parent / name)
    assert len(heard.samples) > heard.rate


def test_a_folder_of_another_format(convert, page):
    said = convert(page, "-o", "editions/", "--format", "flac")

    assert said.code == 0
    assert (page.parent / "editions" / "rain-stops-play.flac").is_file()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("-o", "story.ogg"), "the formats are mp3, opus"),
        (("-o", "story.mp3", "--format", "wav"), "name it story.wav"),
    ],
)
def test_a_name_of_another_format_is_refused(convert, page, arguments, why):
    said = convert(page, *arguments)

    assert said.code == 1
    assert why in said.err
    assert names(page.parent) == ["page.html"]
