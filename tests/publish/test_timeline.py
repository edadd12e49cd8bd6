import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Metadata, Script, Voice
from narrate.publish.disclosure import disclosure
from narrate.publish.narration import Audio, Links
from narrate.publish.readback import read_timeline
from narrate.publish.timeline import manifest as write
from narrate.publish.timeline import moved, timeline_json


@pytest.fixture
def manifest(script, timeline, voice):
    return timeline_json(script, timeline, voice)


def test_holds_what_a_player_needs(script, timeline, voice):
    document = json.loads(timeline_json(script, timeline, voice))

    assert document["version"] == 1
    assert document["duration"] == 30.0
    assert document["disclaimer"] == {
        "text": voice.disclaimer,
        "language": "en-GB",
        "spoken": True,
        "said": ["start"],
        "elsewhere": False,
        "text_by": "unknown",
        "recordings": False,
        "digital_source_type": "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
    }
    assert document["chapters"][1] == {"start": 14.0, "end": 30.0, "title": "What next?"}
    assert document["metadata"]["authors"] == ["Ann Example", "Bo Beispiel"]
    assert "image" not in document["metadata"]
    segment = document["segments"][2]
    assert segment["anchor"] == {
        "selector": "main > p",
        "exact": segment["text"],
        "suffix": " Drivers",
    }
    assert segment["words"][:2] == [[0, 3, 6.0, 6.344], [4, 10, 6.344, 6.688]]
    assert "estimated" not in segment
    assert "spoken" not in segment
    assert document["segments"][1]["spoken"] == "Bridge and river"


def test_says_that_the_notice_is_not_spoken(script, timeline, voice):
    silent_about_it = replace(timeline, cues=timeline.cues[1:])
    unsaid = replace(script, segments=script.segments[1:])

    document = json.loads(timeline_json(unsaid, silent_about_it, voice))

    assert document["disclaimer"]["spoken"] is False
    assert document["disclaimer"]["elsewhere"] is True
    assert document["disclaimer"]["text"] == voice.disclaimer


def test_what_is_told_of_the_voice_comes_back(script, timeline, voice):
    told = disclosure(script, voice, text_by="people", recordings=True)

    found = read_timeline(timeline_json(script, timeline, voice, told))

    assert found.disclosure == told


def test_an_old_manifest_tells_what_its_script_and_voice_do(script, timeline, voice):
    document = json.loads(timeline_json(script, timeline, voice))
    told = document["disclaimer"]
    document["disclaimer"] = {name: told[name] for name in ("text", "spoken")}

    found = read_timeline(json.dumps(document))

    assert found.disclosure == disclosure(script, voice)


def test_estimated_times_are_marked(script, timeline, voice):
    guessed = replace(timeline, cues=(replace(timeline.cues[0], estimated=True),))

    text = timeline_json(script, guessed, voice)

    assert json.loads(text)["segments"][0]["estimated"] is True
    assert read_timeline(text).timeline.cues[0].estimated


def test_comes_back_as_it_was(script, timeline, voice):
    found = read_timeline(timeline_json(script, timeline, voice))

    assert found.script == script
    assert found.voice == voice
    assert found.timeline.duration == timeline.duration
    assert [cue.segment for cue in found.timeline.cues] == [cue.segment for cue in timeline.cues]
    for read, written in zip(found.timeline.cues, timeline.cues, strict=True):
        for word, meant in zip(read.words, written.words, strict=True):
            assert (word.text_start, word.text_end) == (meant.text_start, meant.text_end)
            assert abs(word.start - meant.start) <= 0.000_501


@pytest.fixture
def narration(manifest):
    """An episode with its files."""
    audio = Audio("a%20b.mp3", 240_000, "0" * 64)
    links = Links(source="https://example.org/bridge", captions="a%20b.vtt")
    return replace(read_timeline(manifest), audio=audio, links=links)


def test_tells_of_the_files(narration):
    text = write(narration)

    document = json.loads(text)
    assert document["audio"] == {
        "url": "a%20b.mp3",
        "bytes": 240_000,
        "sha256": "0" * 64,
        "type": "audio/mpeg",
    }
    assert document["links"] == {"source": "https://example.org/bridge", "captions": "a%20b.vtt"}
    assert read_timeline(text) == narration


def test_files_that_are_moved_keep_all_but_their_names(narration):
    text = moved(write(narration), "c.mp3", Links(words="c.words.vtt"))

    links = Links(source="https://example.org/bridge", words="c.words.vtt")
    audio = replace(narration.audio, url="c.mp3")
    assert text == write(replace(narration, audio=audio, links=links))


def test_a_link_of_a_later_narrate_is_passed_over(narration):
    text = write(narration).replace('"captions":', '"video":"a.mp4","captions":')

    assert read_timeline(text) == narration


@given(st.data(), st.text(), st.text())
def test_writing_what_was_read_changes_nothing(any_timeline, data, title, notice):
    timeline = data.draw(any_timeline)
    segments = tuple(cue.segment for cue in timeline.cues)
    voice = Voice("anna", "en-GB", "silence", "none", notice, kind="neural", rate=180)

    text = timeline_json(Script(Metadata(title), "anna", "en", segments), timeline, voice)

    found = read_timeline(text)
    assert timeline_json(found.script, found.timeline, found.voice) == text
    assert timeline_json(found.script, found.timeline, found.voice, found.disclosure) == text
    assert text.encode()
    for cue in found.timeline.cues:
        times = [time for word in cue.words for time in (word.start, word.end)]
        assert [cue.start, *times, cue.end] == sorted([cue.start, *times, cue.end])
