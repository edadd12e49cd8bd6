"""Each surface taken away by hand is missed, and none that is there is."""

import json
import shutil
from dataclasses import asdict

import mutagen.id3
import pytest

from narrate.audit import audit

WHOLE = (
    "feed", "feed for programs", "episode in the feed", "episode in the feed for programs",
    "narrator in the feed", "JSON feed", "page", "tags", "tags for programs", "text in the tags",
    "manifest", "opening", "captions", "note in the captions", "captions by word", "subtitles",
    "transcript", "frame", "player", "data in the page", "oEmbed",
)  # fmt: skip
TXT = '<podcast:txt purpose="ai-content">true</podcast:txt>'
NOTICE = "Voice is AI-generated. Inconsistencies may occur."


def untag(name):
    def spoil(sound):
        tags = mutagen.id3.ID3(sound)
        tags.delall(name)
        tags.save()

    return spoil


def retag(frame):
    def spoil(sound):
        tags = mutagen.id3.ID3(sound)
        tags.setall(frame.HashKey, [frame])
        tags.save()

    return spoil


def cut(name, old, new="", count=-1):
    """Take something out of a file; `name` is seen from the sound's folder."""

    def spoil(sound):
        path = (sound.parent / name).resolve()
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, count), "utf-8")

    return spoil


def remove(name):
    return lambda sound: (sound.parent / name).unlink()


def changed(change):
    """The manifest as a change of its document leaves it."""

    def spoil(sound):
        path = sound.with_suffix(".timeline.json")
        document = json.loads(path.read_text("utf-8"))
        change(document)
        path.write_text(json.dumps(document), "utf-8")

    return spoil


def first_words_gone(sound):
    """The first cue, whole, is taken out of the captions."""
    path = sound.with_suffix(".vtt")
    blocks = path.read_text("utf-8").split("\n\n")
    cue = next(block for block in blocks if "-->" in block)
    path.write_text("\n\n".join(block for block in blocks if block != cue), "utf-8")


def without_pages(sound):
    for path in sound.parent.glob("*.html"):
        path.unlink()


def text_frame(description, text):
    return mutagen.id3.TXXX(encoding=3, desc=description, text=[text])


IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
FOREIGN = text_frame("DIGITAL-SOURCE-TYPE", IPTC + "trainedAlgorithmicMedia")
RECORDED = text_frame("DIGITAL-SOURCE-TYPE", IPTC + "digitalCapture")

SPOILT = [
    ("tags", untag("COMM")),
    ("tags", retag(mutagen.id3.COMM(encoding=3, lang="eng", desc="", text=["Read by Ann."]))),
    ("tags for programs", untag("TXXX:AI-DISCLOSURE")),
    ("tags for programs", untag("TXXX:DIGITAL-SOURCE-TYPE")),
    ("tags for programs", retag(RECORDED)),
    ("tags for programs", retag(FOREIGN)),
    ("text in the tags", retag(mutagen.id3.USLT(encoding=3, lang="eng", desc="", text="Rain."))),
    ("sound", lambda sound: sound.write_bytes(b"no sound")),
    ("manifest", remove("audio.timeline.json")),
    ("manifest", lambda sound: sound.with_suffix(".timeline.json").write_text("[]")),
    ("manifest", changed(lambda one: one["disclaimer"].update(text="Hello."))),
    ("manifest", changed(lambda one: one.pop("disclaimer"))),
    ("manifest", changed(lambda one: one["disclaimer"].pop("digital_source_type"))),
    ("opening", changed(lambda one: one["segments"].pop(0))),
    ("opening", changed(lambda one: one["segments"].insert(0, one["segments"].pop()))),
    ("opening", changed(lambda one: one["segments"][0].update(end=0.0))),
    ("opening", changed(lambda one: one.update(duration=one["duration"] - 3))),
    ("opening", lambda sound: sound.write_bytes(sound.read_bytes() + b"\0")),
    ("captions", remove("audio.vtt")),
    ("captions", first_words_gone),
    ("captions", cut("audio.vtt", "Voice is AI-generated.\n", "Hello.\n", 1)),
    ("note in the captions", cut("audio.vtt", f"NOTE\n{NOTICE}\n\n")),
    ("captions by word", remove("audio.words.vtt")),
    ("note in the captions", cut("audio.words.vtt", f"NOTE\n{NOTICE}\n\n")),
    ("subtitles", cut("audio.srt", "AI-generated", "lovely", 1)),
    ("transcript", cut("audio.transcript.json", "AI-generated", "lovely", 1)),
    ("transcript", lambda sound: sound.with_suffix(".transcript.json").write_text("{")),
    ("page", cut("index.html", f'<footer>\n<p lang="en-GB" dir="auto">{NOTICE}</p>', "<footer>")),
    ("page", cut("index.html", "<footer>", '<footer style="display: none">')),
    ("player", cut("index.html", f'<small lang="en-GB" dir="auto">{NOTICE}</small>')),
    ("player", cut("audio.frame.html", f'<small lang="en-GB" dir="auto">{NOTICE}</small>')),
    ("frame", cut("audio.frame.html", f'<small lang="en-GB" dir="auto">{NOTICE}</small>')),
    ("data in the page", cut("index.html", '"digitalSourceType"', '"x"')),
    ("data in the page", cut("index.html", "AlgorithmicMediaDigital", "DigitalCaptureDigital")),
    ("data in the page", cut("index.html", "/AlgorithmicMedia", "/TrainedAlgorithmicMedia")),
    ("data in the page", cut("index.html", "application/ld+json", "text/plain")),
    ("oEmbed", cut("audio.oembed.json", "AI-generated", "lovely")),
    ("feed for programs", cut("../../feed.xml", TXT, "", 1)),
    ("feed", cut("../../feed.xml", f"narrated.\n{NOTICE}", "narrated.")),
    ("episode in the feed for programs", cut("../../feed.xml", TXT + "\n</item>", "</item>")),
    ("episode in the feed", cut("../../feed.xml", f"<p>{NOTICE}</p>", "", 1)),
    ("narrator in the feed", cut("../../feed.xml", "(AI-generated voice)", "")),
    ("narrator in the feed", cut("../../feed.xml", 'role="narrator"', 'role="guest"')),
    ("JSON feed", cut("../../feed.json", f"<p>{NOTICE}</p>")),
    ("JSON feed", lambda sound: (sound.parent / "../../feed.json").write_text("{")),
    ("page", cut("../../index.html", NOTICE, "Listen.")),
    ("page", without_pages),
]  # fmt: skip


def surfaces(checks):
    return [check.surface for check in checks]


def test_a_library_of_which_everything_tells(library):
    found = audit((str(library),))

    assert found.gaps == ()
    assert set(surfaces(found.checks)) == set(WHOLE)
    assert all(check.what for check in found.checks)


@pytest.mark.parametrize("place", range(len(SPOILT)), ids=lambda place: SPOILT[place][0])
def test_what_is_taken_away_is_missed(library, sound, place):
    surface, spoil = SPOILT[place]

    spoil(sound)

    missed = audit((str(library),)).gaps
    assert surface in surfaces(missed)
    assert all(gap.mend for gap in missed)


def test_every_surface_was_taken_away_once():
    assert {surface for surface, _ in SPOILT} >= set(WHOLE)


def test_a_sound_file_alone_has_gaps(sound, tmp_path):
    alone = shutil.copy(sound, tmp_path / "alone.mp3")

    gaps = audit((str(alone),)).gaps

    assert surfaces(gaps) == ["manifest", "captions"]


def test_a_file_without_a_word_of_it_is_told_of_from_every_side(tmp_path, sound):
    tags = mutagen.id3.ID3(sound)
    tags.delete(sound)
    alone = shutil.copy(sound, tmp_path / "alone.mp3")

    gaps = audit((str(alone),)).gaps

    assert surfaces(gaps) == ["tags", "tags for programs", "manifest", "captions"]


def test_a_promise_is_told_from_a_gap(sound):
    changed(lambda one: one["disclaimer"].update(elsewhere=True))(sound)
    changed(lambda one: one["segments"].pop(0))(sound)

    gaps = audit((str(sound),)).gaps

    assert [(gap.surface, gap.promised) for gap in gaps] == [("opening", True)]
    assert "promise" in gaps[0].what


def test_the_report_is_the_same_for_the_same_things(library):
    first, second = (audit((str(library),)) for _ in range(2))

    assert first.document() == second.document()
    assert "date" not in first.document()
    assert first.document("2026-08-02")["date"] == "2026-08-02"
    assert first.document()["checks"][0] == asdict(first.checks[0])
