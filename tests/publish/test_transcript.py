import json
import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Cue, Segment, Timeline, WordTime
from narrate.publish.plain import encodable
from narrate.publish.transcript import transcript_json


def blank(char):
    """White space that parts words, and control characters; told apart from the code's way."""
    parts = char.isspace() and char not in "\u00a0\u2007\u202f"
    return parts or unicodedata.category(char) == "Cc"


def letters(texts):
    return "".join(char for char in encodable("".join(texts)) if not blank(char))


def said(timeline):
    return letters(cue.segment.text for cue in timeline.cues)


def test_the_transcript_has_a_body_a_word(timeline):
    document = json.loads(transcript_json(timeline, speaker="Narrator"))

    assert document["version"] == "1.0.0"
    assert document["segments"][6:9] == [
        {"speaker": "Narrator", "startTime": 4.0, "endTime": 4.333, "body": "Bridge"},
        {"speaker": "Narrator", "startTime": 4.333, "endTime": 4.667, "body": "&"},
        {"speaker": "Narrator", "startTime": 4.667, "endTime": 5.0, "body": "river"},
    ]


def test_the_transcript_keeps_punctuation_with_its_word_and_parts_of_a_word_together():
    text = "“Well-known,” she said — twice."
    spans = [(1, 5), (6, 11), (14, 17), (18, 22), (25, 30)]
    words = tuple(WordTime(at, at + 1, *span) for at, span in enumerate(spans))
    timeline = Timeline(5.0, (Cue(Segment("paragraph", text, text), 0, 5, words),))

    segments = json.loads(transcript_json(timeline))["segments"]

    assert [part["body"] for part in segments] == ["“Well-known,”", "she", "said —", "twice."]
    assert segments[0] == {"startTime": 0.0, "endTime": 2.0, "body": "“Well-known,”"}


def test_a_sentence_without_word_times_is_one_body():
    timeline = Timeline(2.0, (Cue(Segment("paragraph", "Two words", "Two words"), 0, 2),))

    assert [part["body"] for part in json.loads(transcript_json(timeline))["segments"]] == [
        "Two words"
    ]


def test_what_nobody_says_has_no_body():
    timeline = Timeline(2.0, (Cue(Segment("paragraph", "* * *", "* * *"), 1.0, 1.0),))

    assert json.loads(transcript_json(timeline))["segments"] == []


@given(st.data())
def test_the_transcript_holds_every_word_once_and_in_order(any_timeline, data):
    timeline = data.draw(any_timeline)

    segments = json.loads(transcript_json(timeline))["segments"]

    assert letters(part["body"] for part in segments) == said(timeline)
    assert all(part["startTime"] < part["endTime"] for part in segments)
    assert all(left["endTime"] <= right["startTime"] for left, right in pairwise(segments))
