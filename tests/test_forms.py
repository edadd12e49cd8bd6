import json
from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate import forms
from narrate.errors import ScriptError
from narrate.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Metadata,
    Omission,
    Script,
    Segment,
    SegmentKind,
)
from narrate.spoken import normalise, realign

TEXT = st.text(max_size=12)
SOME = st.none() | TEXT
ANCHORS = st.builds(Anchor, *[TEXT] * 4)
METADATA = st.builds(
    Metadata,
    title=TEXT,
    authors=st.lists(TEXT, max_size=2).map(tuple),
    free=st.none() | st.booleans(),
    **{
        field.name: SOME
        for field in fields(Metadata)
        if field.name not in ("title", "authors", "free")
    },
)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(get_args(BlockKind)),
    text=TEXT,
    omitted=st.none() | st.sampled_from(get_args(Omission)),
    level=st.none() | st.integers(1, 6),
    number=SOME,
    speaker=SOME,
    time=SOME,
    language=SOME,
    anchor=st.none() | ANCHORS,
)
ARTICLES = st.builds(Article, METADATA, st.lists(BLOCKS, max_size=4).map(tuple))
WRITTEN = st.sampled_from(["Rain fell.", "It cost $2m in 2024.", "Dr. Lee’s", "3.5%", "مرحبا"])


@st.composite
def segments(draw):
    """A segment as the script stage writes it, or as a person has changed what is said."""
    text = draw(WRITTEN)
    said = normalise(text, "en")
    if draw(st.booleans()):
        said = realign(text, draw(st.sampled_from(["Other words.", "x"])), "en")
    return Segment(
        kind=draw(st.sampled_from(get_args(SegmentKind))),
        text=text,
        spoken=said.spoken,
        tokens=said.tokens,
        pause=draw(st.sampled_from([0.0, 0.28, 1.5, 1 / 3])),
        block=draw(st.none() | st.integers(0, 99)),
        level=draw(st.none() | st.integers(1, 6)),
        language=draw(st.sampled_from([None, "en-GB"])),
        anchor=draw(st.none() | ANCHORS),
    )


SCRIPTS = st.builds(
    Script, METADATA, TEXT, st.just("en-US"), st.lists(segments(), max_size=4).map(tuple)
)


def through(record):
    """As it comes back from a file."""
    return forms.parse(json.dumps(record, ensure_ascii=False), "it")


def read(record):
    return forms.read_script(record, "it.json", spell=normalise, align=realign)


@given(ARTICLES)
def test_an_article_comes_back_as_it_was(article):
    assert forms.read_article(through(forms.article_json(article)), "it") == article


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(SCRIPTS)
def test_a_script_comes_back_as_it_was(script):
    back = read(through(forms.script_json(script)))

    assert back.metadata == script.metadata
    for one, other in zip(back.segments, script.segments, strict=True):
        assert one.pause == pytest.approx(other.pause, abs=1e-6)
        assert (one.text, one.spoken, one.tokens) == (other.text, other.spoken, other.tokens)
        assert (one.kind, one.block, one.level) == (other.kind, other.block, other.level)
        assert (one.language, one.anchor) == (other.language, other.anchor)


@given(ARTICLES)
def test_the_text_of_an_article_is_what_is_read_aloud(article):
    text = forms.article_json(article)["text"]

    assert text == "\n\n".join(block.text for block in article.blocks if not block.omitted)


def test_an_article_may_be_no_more_than_a_title_and_a_text():
    article = forms.read_article({"title": "Rain", "text": "One.\n\n\nTwo.\n"}, "it")

    assert article.metadata == Metadata("Rain")
    assert article.blocks == (Block("paragraph", "One."), Block("paragraph", "Two."))


SCRIPT = {
    "metadata": {"title": "Rain"},
    "voice": "en-us",
    "language": "en-US",
    "segments": [{"kind": "paragraph", "text": "It cost $2m."}],
}


def test_what_a_person_leaves_out_takes_its_usual_value():
    (segment,) = read(SCRIPT).segments

    assert segment.spoken == "It cost two million dollars."
    assert (segment.pause, segment.block, segment.anchor) == (0.0, None, None)


def test_an_edited_text_is_spoken_as_edited():
    edited = [{"kind": "paragraph", "text": "It cost $3m.", "pause": 2}]

    (segment,) = read({**SCRIPT, "segments": edited}).segments

    assert segment.spoken == "It cost three million dollars."
    assert segment.pause == 2.0


def test_what_a_person_wants_to_be_said_is_said_and_aligned():
    edited = [{"kind": "paragraph", "text": "It cost $2m.", "spoken": "It cost a fortune."}]

    (segment,) = read({**SCRIPT, "segments": edited}).segments

    assert segment.spoken == "It cost a fortune."
    assert [segment.text[t.start : t.end] for t in segment.tokens] == ["It", "cost", "$2m."]


@pytest.mark.parametrize(
    ("place", "value", "complaint"),
    [
        (("segments", 0, "pause"), "1", "segments[0].pause should be a number"),
        (("segments", 0, "pause"), float("nan"), "segments[0].pause should be a number"),
        (("segments", 0, "kind"), "song", "segments[0].kind should be one of disclaimer, title"),
        (("segments", 0, "block"), 1.5, "segments[0].block should be a whole number"),
        (("segments", 0, "block"), True, "segments[0].block should be a whole number"),
        (("segments", 0, "text"), None, "segments[0].text should be a text"),
        (("segments", 0, "spoken"), 5, "segments[0].spoken should be a text"),
        (("segments", 0, "anchor"), {}, "segments[0].anchor.selector is missing"),
        (("segments", 0), "Rain.", "segments[0] should be an object"),
        (("segments",), {}, "segments should be a list"),
        (("metadata",), None, "metadata should be an object"),
        (("metadata", "authors"), "Ann", "metadata.authors should be a list"),
        (("metadata", "free"), 1, "metadata.free should be true or false"),
        (("voice",), 7, "voice should be a text, not 7"),
    ],
)
def test_a_mistake_is_named_by_its_place(place, value, complaint):
    record = json.loads(json.dumps(SCRIPT))
    inner = record
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value

    with pytest.raises(ScriptError) as caught:
        read(record)

    assert str(caught.value).startswith(f"it.json: {complaint}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["metadata", "voice", "language", "segments"])
def test_what_is_missing_is_named(name):
    with pytest.raises(ScriptError, match=f"{name} is missing"):
        read({key: value for key, value in SCRIPT.items() if key != name})


@pytest.mark.parametrize("block", [{"kind": "verse", "text": ""}, {"kind": "paragraph"}, 3])
def test_a_wrong_block_is_named(block):
    with pytest.raises(ScriptError, match=r"blocks\[1\]"):
        forms.read_article({"title": "", "blocks": [{"kind": "code", "text": ""}, block]}, "it")


def test_an_article_needs_a_title():
    with pytest.raises(ScriptError, match="title is missing"):
        forms.read_article({"text": "Rain."}, "it")


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "{'a': 1}", "[" * 100_000])
def test_what_is_no_json_object_is_told(text):
    with pytest.raises(ScriptError, match=r"not (a )?JSON"):
        forms.parse(text, "it")


def test_a_long_mistake_is_shown_in_short():
    with pytest.raises(ScriptError) as caught:
        read({**SCRIPT, "voice": ["x" * 500]})

    assert len(str(caught.value)) < 120


def test_a_script_as_text():
    script = Script(
        Metadata("Rain"),
        "en-us",
        "en-US",
        (
            Segment("title", "Rain", "Rain"),
            Segment("paragraph", "$2", "two dollars", block=0),
            Segment("paragraph", "Yes.", "Yes.", block=0),
            Segment("paragraph", "No.", "No.", block=1),
        ),
    )

    assert forms.script_text(script) == (
        "title: Rain\n\nparagraph: $2\n  = two dollars\nparagraph: Yes.\n\nparagraph: No."
    )
