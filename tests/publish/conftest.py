"""A small episode, and the arbitrary timelines of the properties."""

import re

import pytest
from hypothesis import strategies as st

from narrate.model import Anchor, Cue, Metadata, Script, Segment, Timeline, Voice, WordTime

NOTICE = "Voice is AI-generated. Inconsistencies may occur."


def spaced_cue(segment: Segment, start: float, end: float) -> Cue:
    """A cue whose words share its time evenly."""
    spans = [found.span() for found in re.finditer(r"\S+", segment.text)]
    step = (end - start) / max(1, len(spans))
    words = tuple(
        WordTime(start + step * at, start + step * (at + 1), *span) for at, span in enumerate(spans)
    )
    return Cue(segment, start, end, words)


@pytest.fixture
def voice():
    return Voice("anna", "en-GB", "pyttsx3", "gmw/en", NOTICE)


@pytest.fixture
def timeline():
    bridge = (
        "The bridge stays shut, the council said, until the spring of next year at the earliest."
    )
    anchor = Anchor("main > p", bridge, suffix=" Drivers")
    return Timeline(
        30.0,
        (
            spaced_cue(Segment("disclaimer", NOTICE, NOTICE, pause=0.8), 0.0, 3.0),
            spaced_cue(Segment("title", "Bridge & river", "Bridge and river"), 4.0, 5.0),
            spaced_cue(Segment("paragraph", bridge, bridge, block=0, anchor=anchor), 6.0, 11.5),
            spaced_cue(Segment("paragraph", "Drivers wait.", "Drivers wait.", block=0), 12.0, 13.0),
            spaced_cue(
                Segment("heading", "What next?", "What next?", block=1, level=2), 14.0, 15.0
            ),
            spaced_cue(Segment("paragraph", "Work begins.", "Work begins.", block=2), 16.0, 17.0),
        ),
    )


@pytest.fixture
def script(timeline):
    metadata = Metadata(
        title="Bridge & river",
        authors=("Ann Example", "Bo Beispiel"),
        published="2026-11-21T23:30:00-05:00",
        language="en-GB",
        site="The Daily Sample",
        url="https://example.org/bridge",
    )
    return Script(metadata, "anna", "en-GB", tuple(cue.segment for cue in timeline.cues))


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.text(st.characters(categories=["L", "P"]), max_size=12), max_size=60).map(" ".join),
    st.text("東京都は、火曜日。「安全」１２ーっ", max_size=120),
    st.text("العربية، نص طويل. ", max_size=150),
    st.sampled_from(["--> <b>& ", "a" * 300, "👩‍👩‍👧 " * 30, "1\n\n2", "\ud800 x", "e\u0301" * 90]),
)
GAPS = st.floats(0, 2, allow_nan=False)


@st.composite
def cues(draw, start):
    """A cue with words in order, some of no length and some not timed."""
    text = draw(TEXTS)
    end = start + draw(st.floats(0.3, 20, allow_nan=False))
    spans = [found.span() for found in re.finditer(r"\w+", text)]
    timed = draw(st.lists(st.sampled_from(spans), unique=True, max_size=20)) if spans else []
    times = sorted(draw(st.lists(GAPS, min_size=2 * len(timed), max_size=2 * len(timed))))
    scaled = [start + (end - start) * time / 2 for time in times]
    pairs = zip(scaled[::2], scaled[1::2], sorted(timed), strict=True)
    words = tuple(WordTime(begin, finish, *span) for begin, finish, span in pairs)
    language = draw(st.sampled_from([None, "fr", "ja"]))
    return Cue(Segment("paragraph", text, text, language=language), start, end, words)


@st.composite
def timelines(draw):
    found, now = [], 0.0
    for pause in draw(st.lists(GAPS, max_size=6)):
        found.append(draw(cues(now + pause)))
        now = found[-1].end
    return Timeline(now + 0.5, tuple(found))


@pytest.fixture(scope="session")
def any_timeline():
    """The strategy, as a fixture: test files cannot import each other."""
    return timelines()
