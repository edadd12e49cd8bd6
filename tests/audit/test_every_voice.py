"""Every sample and every voice, converted as it comes: other people's readers show the notice."""

import json
from pathlib import Path

import golden
import mutagen
import pytest

from narrate.audit import audit
from narrate.cli import run
from narrate.notices import is_told, tells, wording_for
from narrate.phrases import phrases_for
from narrate.voices import bundled_folder, load_voice

pytestmark = pytest.mark.slow

VOICES = {path.stem: load_voice(path) for path in sorted(bundled_folder().glob("*.toml"))}
SAMPLES = {path.parent.name: path for path in golden.sources()}
NAMES = [*VOICES, *SAMPLES]


def article(voice):
    """A short article in the voice's language, of the phrases that we have of it."""
    words = phrases_for(voice.language)
    text = f"{words.table} {words.embed}\n\n{words.table_named.format(caption=words.end)}"
    return {"title": words.question, "language": voice.language, "text": text}


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editions")
    for name, voice in VOICES.items():
        (folder / f"{name}.json").write_text(json.dumps(article(voice)), "utf-8")
    for name, source in SAMPLES.items():
        (folder / f"{name}.html").write_bytes(source.read_bytes())
    sources = [*map(str, folder.glob("*.json")), *map(str, folder.glob("*.html"))]
    made = folder / "made"
    assert run(["convert", *sources, "-o", f"{made}/", "--no-cache", "--jobs", "2"]) == 0
    for manifest in made.glob("*.timeline.json"):
        sound = str(manifest).removesuffix(".timeline.json") + ".mp3"
        assert run(["page", sound, "--address", "https://audio.example.org/a/"]) == 0
    return made


@pytest.fixture(scope="module")
def by_voice(editions):
    """The sound files by the names of their voices."""
    found = {}
    for manifest in sorted(editions.glob("*.timeline.json")):
        document = json.loads(manifest.read_text("utf-8"))
        sound = Path(str(manifest).removesuffix(".timeline.json") + ".mp3")
        found.setdefault(document["voice"]["name"], []).append(sound)
    return found


def test_nothing_is_left_out(editions):
    found = audit((str(editions),))

    assert found.gaps == ()
    assert sum(check.surface == "opening" for check in found.checks) == len(NAMES)


@pytest.mark.parametrize("name", VOICES)
def test_other_readers_show_the_notice_in_the_voices_language(by_voice, ffmpeg, name):
    notice = wording_for(VOICES[name].language).notice
    sound = by_voice[name][0]

    _, shown = ffmpeg("-i", sound)

    assert notice in shown
    assert "algorithmicMedia" in shown
    tags = mutagen.File(sound).tags
    assert [frame.text for frame in tags.getall("COMM")] == [[notice]]
    captions = sound.with_suffix(".vtt").read_text("utf-8")
    assert is_told(notice)
    assert tells(notice)
    assert notice in captions
