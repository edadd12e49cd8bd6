"""End to end: from a source to files that players play, judged by ffmpeg."""

import io
import json
import wave
from dataclasses import replace

import numpy as np
import pytest

from narrate import forms
from narrate.cache import Cache
from narrate.errors import EncodeError, EngineError, PublishError
from narrate.model import Metadata, Script, Segment
from narrate.pipeline import Maker, Settings, workers
from narrate.reading import Reading, script_of
from narrate.spoken import normalise

pytestmark = pytest.mark.usefixtures("_no_children")


def untold(_done, _total):
    """Nobody asks how far it is."""


@pytest.fixture
def page(tmp_path, page_of):
    path = tmp_path / "page.html"
    path.write_text(page_of(), "utf-8")
    return str(path)


@pytest.fixture
def make(tmp_path):
    """Make an edition, by as many workers, from a script and a voice."""

    def call(script, voice, count=2, name="out", **settings):
        with workers(count) as pool:
            maker = Maker(pool, Settings(**settings))
            return maker.make(script, voice, tmp_path / f"{name}.mp3", untold)

    return call


def short(voice, *texts, block=True):
    """A script of a few sentences, each a block of its own."""
    said = [normalise(text, "en-US") for text in texts]
    segments = (
        Segment("paragraph", one.text, one.spoken, one.tokens, 0.5, block=number if block else 0)
        for number, one in enumerate(said)
    )
    return Script(Metadata("A test"), voice.name, voice.language, tuple(segments))


def silent(voice, engine="silence"):
    return replace(voice, engine=engine, kind="silent")


def level(heard, start, end):
    """Mean level of a stretch, in dB of full scale."""
    stretch = heard.samples[round(start * heard.rate) : round(end * heard.rate)].astype(float)
    return 20 * np.log10(np.sqrt(np.mean(stretch**2)) / 32768 + 1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["news-report", "spanish-news"])
def test_a_real_page_becomes_an_edition(sample, samples, make, ffmpeg):
    script, voice = script_of(str(samples / sample / "source.html"), Reading())

    edition = make(script, voice)

    heard = ffmpeg.decode(edition.output)
    assert heard.complaints == ""
    assert heard.rate == 22050
    _timeline_is_what_is_heard(edition, heard)
    levels = ffmpeg.levels(edition.output)
    assert levels.loudness == pytest.approx(-19, abs=0.5)
    assert levels.peak <= -1.0
    assert edition.loudness == pytest.approx(levels.loudness, abs=0.15)
    _files_agree(edition)


def _timeline_is_what_is_heard(edition, heard):
    """Every segment is heard from its start to its end, and nothing in the pauses."""
    timeline = edition.heard
    assert timeline.duration == pytest.approx(len(heard.samples) / heard.rate, abs=0.05)
    assert [cue.segment for cue in timeline.cues] == list(edition.script.segments)
    ends = [*(cue.start for cue in timeline.cues[1:]), timeline.duration]
    for cue, after in zip(timeline.cues, ends, strict=True):
        assert 0 <= cue.start < cue.end <= after
        assert level(heard, cue.start, cue.end) > -40, cue.segment.text
        # Speech begins at once: within its first quarter of a second, not before it.
        assert level(heard, cue.start, cue.start + 0.25) > -50, cue.segment.text
        if after - cue.end > 0.1:
            assert level(heard, cue.end + 0.03, after - 0.03) < -60, cue.segment.text
        for word in cue.words:
            assert cue.start - 1e-6 <= word.start <= word.end <= cue.end + 1e-6


def _files_agree(edition):
    told = json.loads(edition.files.timeline.read_text("utf-8"))
    assert told["duration"] == pytest.approx(edition.heard.duration, abs=0.001)
    assert [part["text"] for part in told["segments"]] == [
        segment.text for segment in edition.script.segments
    ]
    captions = edition.files.captions.read_text("utf-8")
    assert captions.startswith("WEBVTT")
    times = [line.split(" --> ") for line in captions.splitlines() if " --> " in line]
    last = 0.0
    for start, end in ([_seconds(stamp.split()[0]) for stamp in pair] for pair in times):
        assert last <= start < end <= edition.heard.duration + 0.001
        last = start


def _seconds(stamp):
    *hours, minutes, seconds = stamp.split(":")
    return sum(int(hour) * 3600 for hour in hours) + int(minutes) * 60 + float(seconds)


def test_a_short_script_becomes_an_edition(voice, make, ffmpeg):
    script = short(voice, "The rain fell on the bridge all day.", "It cost $2m to mend the roof.")

    edition = make(script, voice)

    heard = ffmpeg.decode(edition.output)
    assert heard.complaints == ""
    _timeline_is_what_is_heard(edition, heard)
    _files_agree(edition)


def manifest(edition):
    """What the manifest tells, but for the names of the files."""
    told = json.loads(edition.files.timeline.read_text("utf-8"))
    return told | {"links": None, "audio": told["audio"] | {"url": None}}


def test_any_number_of_workers_makes_the_same(voice, page, make):
    script, _ = script_of(page, Reading())

    one, two, four = (make(script, silent(voice), count, str(count)) for count in (1, 2, 4))

    assert one.heard == two.heard == four.heard
    assert one.output.read_bytes() == two.output.read_bytes() == four.output.read_bytes()
    assert manifest(one) == manifest(four)


@pytest.mark.slow
def test_real_speech_is_timed_alike_by_any_number_of_workers(voice, page, make):
    script, _ = script_of(page, Reading())

    one, two, four = (make(script, voice, count, str(count)).heard for count in (1, 2, 4))

    # Espeak carries its pitch's flutter over from one text to the next, which moves the end
    # of a sentence by up to a period of the voice: 10 ms. The cache makes runs identical.
    for other in (two, four):
        assert len(other.cues) == len(one.cues)
        for mine, theirs in zip(one.cues, other.cues, strict=True):
            assert mine.end - mine.start == pytest.approx(theirs.end - theirs.start, abs=0.03)
        assert other.duration == pytest.approx(one.duration, rel=0.005)


def test_with_the_cache_a_second_run_is_identical(voice, tmp_path, make):
    script = short(voice, "The rain fell on the bridge.", "It stayed shut.")
    kept = Cache(tmp_path / "cache")

    first, again = (make(script, voice, count, str(count), kept=kept) for count in (1, 2))

    assert first.heard == again.heard
    assert first.output.read_bytes() == again.output.read_bytes()


def test_a_damaged_cache_is_made_good(voice, tmp_path, make, ffmpeg):
    script = short(voice, "The rain fell on the bridge.")
    kept = Cache(tmp_path / "cache")
    make(script, voice, kept=kept)
    for entry in kept.folder.glob("??/*"):
        entry.write_bytes(entry.read_bytes()[:40])

    edition = make(script, voice, kept=kept)

    _timeline_is_what_is_heard(edition, ffmpeg.decode(edition.output))


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("engine", "reason"),
    [
        ("trial-crash", "died 2 times"),
        ("trial-fail", "has lost its voice"),
        ("trial-cut", "can't be all of them"),
    ],
)
def test_an_engine_that_fails_names_the_segment_and_leaves_the_old_files(
    voice, make, tmp_path, engine, reason
):
    fine, bad = (
        short(voice, "All is well.", said, "So it ends.") for said in ("Good.", "Real trouble!")
    )
    make(fine, silent(voice, engine))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(EngineError) as caught:
        make(bad, silent(voice, engine))

    assert reason in caught.value.what
    assert caught.value.subject == "segment 'Real trouble!'"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_output_that_can_t_be_written_leaves_nothing(voice, tmp_path):
    (tmp_path / "out.mp3").mkdir()

    script = short(voice, "Rain.")

    with workers(1) as pool, pytest.raises(PublishError, match=r"out\.mp3"):
        Maker(pool).make(script, silent(voice), tmp_path / "out.mp3", untold)

    assert [path.name for path in tmp_path.iterdir()] == ["out.mp3"]


def test_a_stream_gets_the_mp3_alone(voice, tmp_path, ffmpeg):
    file = io.BytesIO()

    with workers(1) as pool:
        edition = Maker(pool).make(short(voice, "Rain fell."), voice, file, untold)

    assert (edition.output, edition.files.paths) == (None, {})
    assert list(tmp_path.iterdir()) == []
    heard = ffmpeg.decode(file.getvalue())
    assert len(heard.samples) / heard.rate == pytest.approx(edition.heard.duration, abs=0.05)


def test_what_was_edited_is_what_is_spoken(page, make, tmp_path):
    script, _ = script_of(page, Reading())
    record = forms.script_json(script)
    record["segments"] = record["segments"][:3]
    record["segments"][1] |= {"text": "This is quite another title.", "pause": 2.0}
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(record), "utf-8")

    again, chosen = script_of(str(edited), Reading())
    edition = make(again, silent(chosen))

    cues = edition.heard.cues
    assert cues[1].segment.spoken == "This is quite another title."
    assert cues[2].start - cues[1].end == pytest.approx(2.0, abs=0.05)


def test_progress_tells_of_every_character(voice, tmp_path):
    told = []
    script = short(voice, "One.", "Two.", "Three.")

    with workers(2) as pool:
        Maker(pool).make(script, silent(voice), tmp_path / "a.mp3", lambda *now: told.append(now))

    whole = sum(len(segment.spoken) for segment in script.segments)
    assert sum(done for done, _ in told) == whole
    assert {total for _, total in told} == {whole}


@pytest.fixture
def jingle(tmp_path):
    path = tmp_path / "jingle.wav"
    tone = 9000 * np.sin(np.arange(44100) / 44100 * 2 * np.pi * 523)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 44100, 0, "NONE", ""))
        file.writeframes(tone.astype("<i2").tobytes())
    return path


def test_jingles_come_first_and_last(voice, make, jingle, ffmpeg):
    edition = make(short(voice, "The rain fell."), voice, intro=jingle, outro=jingle)

    heard = ffmpeg.decode(edition.output)
    (cue,) = edition.heard.cues
    assert cue.start == pytest.approx(1.0, abs=0.1)
    assert edition.heard.duration - cue.end == pytest.approx(1.5, abs=0.1)
    assert level(heard, 0.1, 0.9) > -30
    assert level(heard, edition.heard.duration - 0.9, edition.heard.duration - 0.1) > -30


def test_a_jingle_that_is_none_is_named_and_nothing_is_written(voice, make, tmp_path):
    bad = tmp_path / "jingle.txt"
    bad.write_text("la la la")

    with pytest.raises(EncodeError, match=r"jingle\.txt"):
        make(short(voice, "Rain."), silent(voice), intro=bad)

    assert list(tmp_path.glob("out*")) == []


@pytest.mark.parametrize(("rate", "bitrate"), [(44100, 128), (48000, 64), (16000, 32)])
def test_another_rate_and_bitrate(voice, make, ffmpeg, rate, bitrate):
    script = short(voice, "The rain fell on the bridge all day.")

    edition = make(script, voice, sample_rate=rate, bitrate=bitrate)

    heard = ffmpeg.decode(edition.output)
    assert (heard.complaints, heard.rate) == ("", rate)
    _timeline_is_what_is_heard(edition, heard)
    info = edition.output.stat().st_size
    assert info == pytest.approx(edition.heard.duration * bitrate * 125, abs=9000)


@pytest.mark.parametrize("settings", [{"bitrate": 65}, {"sample_rate": 12345}])
def test_a_form_that_mp3_has_not_is_told(voice, make, settings):
    with pytest.raises(EncodeError, match="one of"):
        make(short(voice, "Rain."), silent(voice), **settings)


@pytest.mark.slow
@pytest.mark.parametrize("gain", [None, -6.0, 9.0])
def test_a_voice_whose_gain_is_unknown_or_wrong_is_made_as_loud(voice, page, make, ffmpeg, gain):
    script, _ = script_of(page, Reading())

    edition = make(script, replace(voice, gain=gain))

    assert ffmpeg.levels(edition.output).loudness == pytest.approx(-19, abs=0.5)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["en-gb", "es-es", "de", "fr", "ar", "zh"])
def test_voices_come_out_equally_loud(name, make, ffmpeg):
    from narrate.voices import bundled_folder, choose, voices

    voice = choose(name, None, voices([bundled_folder()]))
    text = f"{voice.disclaimer} 1, 2, 3, 4, 5, 6, 7. " * 4
    script = Script(
        Metadata("A test"),
        name,
        voice.language,
        (Segment("paragraph", text, text, (), 0.5, block=0),) * 2,
    )

    edition = make(script, voice)

    levels = ffmpeg.levels(edition.output)
    assert levels.loudness == pytest.approx(-19, abs=0.5)
    assert levels.peak <= -1.0
