import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Cue, Segment, Timeline
from narrate.publish.chapters import Chapter, chapters, chapters_json


def heading(text, start, block=None):
    return Cue(Segment("heading", text, text, block=block, level=2), start, start + 0.5)


def test_the_first_chapter_is_the_article_and_the_rest_its_headings(timeline):
    found = chapters(timeline, "Bridge & river")

    assert found == (Chapter(0.0, 14.0, "Bridge & river"), Chapter(14.0, 30.0, "What next?"))


def test_a_heading_of_two_sentences_is_one_chapter_and_two_headings_are_two():
    cues = (heading("Why?", 2, 1), heading("Money.", 3, 1), heading("Next", 4, 2), heading("x", 5))

    found = chapters(Timeline(9.0, cues), "Title")

    assert [part.title for part in found] == ["Title", "Why? Money.", "Next", "x"]


def test_no_chapter_is_empty():
    cues = (heading("A", 0.0, 1), heading("B", 0.0, 2), heading(" \x00", 3.0, 3), heading("C", 5.0))

    found = chapters(Timeline(5.0, cues), "Title")

    assert found == (Chapter(0.0, 5.0, "B"),)


def test_a_programme_of_no_length_has_no_chapters():
    assert chapters(Timeline(0.0, ()), "Title") == ()


@given(st.lists(st.floats(0, 1e5), max_size=30).map(sorted), st.floats(0.001, 1e5))
def test_chapters_tile_the_programme(starts, duration):
    cues = tuple(heading(f"h{at}", start, at) for at, start in enumerate(starts))

    found = chapters(Timeline(duration, cues), "Title")

    assert found[0].start == 0.0
    assert found[-1].end == round(duration * 1000) / 1000
    assert all(left.end == right.start for left, right in pairwise(found))
    assert all(part.start < part.end for part in found)


def test_the_json_is_the_podcast_namespaces(timeline):
    text = chapters_json(chapters(timeline, "Bridge & river"), title="Bridge\n& river")

    assert json.loads(text) == {
        "version": "1.2.0",
        "title": "Bridge & river",
        "chapters": [
            {"startTime": 0.0, "endTime": 14.0, "title": "Bridge & river"},
            {"startTime": 14.0, "endTime": 30.0, "title": "What next?"},
        ],
    }
