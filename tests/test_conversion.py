import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from narrate.cache import Cache
from narrate.conversion import Conversion, Inline
from narrate.errors import NarrateError
from narrate.pipeline import Settings
from narrate.reading import Reading
from narrate.script import Frame


@pytest.fixture
def conversion(tmp_path, page_of, hush):
    """A page, a voice that says nothing, and a cache."""
    (tmp_path / "page.html").write_text(page_of(), "utf-8")
    reading = Reading(voice="hush", voices_folder=hush(tmp_path / "voices"))
    settings = Settings(kept=Cache(tmp_path / "cache"))
    return Conversion(str(tmp_path / "page.html"), reading, settings, tmp_path / "a.mp3")


def files(result):
    """What was written; a manifest without the names of the files that it tells of."""
    manifest = json.loads(result.files.timeline.read_text("utf-8"))
    named = [manifest["audio"].pop("url"), *manifest.pop("links").values()]
    assert all((result.output.parent / name).is_file() for name in named)
    others = [result.files.paths[kind].read_bytes() for kind in result.files.kinds]
    return [result.output.read_bytes(), *others, manifest]


def entries(conversion):
    return set(conversion.settings.kept.folder.glob("??/*"))


def test_an_article_that_was_made_before_is_taken_whole(conversion, tmp_path):
    first = conversion.run()
    made = entries(conversion)

    again = replace(conversion, output=tmp_path / "b.mp3").run()

    assert files(again) == files(first)
    assert entries(conversion) == made
    assert again.output == tmp_path / "b.mp3"
    assert (again.title, again.duration, again.words) == (first.title, first.duration, first.words)


def test_files_that_are_there_already_are_not_written_again(conversion):
    result = conversion.run()
    paths = [result.output, *result.files.paths.values()]
    before = [path.stat().st_ino for path in paths]
    result.files.captions.write_text("something else")

    conversion.run()

    after = [path.stat().st_ino for path in paths]
    changed = [path for path, old, new in zip(paths, before, after, strict=True) if old != new]
    assert changed == [result.files.captions]
    assert result.files.captions.read_text("utf-8").startswith("WEBVTT")


def test_without_a_cache_it_is_made_anew(conversion):
    first = conversion.run()

    again = replace(conversion, settings=Settings()).run()

    assert files(again) == files(first)


def other_page(conversion, page_of):
    Path(conversion.source).write_text(page_of(extra="The end came at noon."), "utf-8")
    return conversion


def other_voice(conversion, _):
    file = conversion.reading.voices_folder / "hush.toml"
    file.write_text(file.read_text("utf-8").replace("AI voice.", "Synthetic voice."), "utf-8")
    return conversion


def other_reading(**changes):
    return lambda conversion, _: replace(conversion, reading=replace(conversion.reading, **changes))


def other_settings(**changes):
    return lambda conversion, _: replace(
        conversion, settings=replace(conversion.settings, **changes)
    )


@pytest.mark.parametrize(
    "change",
    [
        other_page,
        other_voice,
        other_reading(rate=300),
        other_reading(frame=Frame(disclaimer="Oh.")),
        other_settings(bitrate=48),
        other_settings(sample_rate=44100),
    ],
    ids=["page", "voice", "rate", "notice", "bitrate", "sample rate"],
)
def test_whatever_changes_makes_another_edition(conversion, page_of, change):
    first = files(conversion.run())

    again = change(conversion, page_of).run()

    assert files(again) != first


def test_a_damaged_entry_is_made_anew(conversion):
    first = files(conversion.run())
    for entry in entries(conversion):
        entry.write_bytes(entry.read_bytes()[:33])

    assert files(conversion.run()) == first


def test_a_dry_run_writes_nothing(conversion, tmp_path):
    before = set(tmp_path.iterdir())

    result = replace(conversion, output=None).run()

    assert result.duration > 15
    assert (result.output, result.files.paths) == (None, {})
    assert set(tmp_path.iterdir()) - before <= {tmp_path / "cache"}


def test_a_stream_gets_the_same_mp3(conversion):
    stream = BytesIO()

    result = replace(conversion, output=None).convert(Inline(), lambda *_: None, stream)

    assert result.output is None
    assert stream.getvalue() == conversion.run().output.read_bytes()


def test_what_fails_names_its_source(conversion, tmp_path):
    (tmp_path / "page.html").write_text("<nav><a href=/>Home</a></nav>", "utf-8")

    with pytest.raises(NarrateError) as caught:
        conversion.run()

    assert caught.value.subject == conversion.source == conversion.title()
