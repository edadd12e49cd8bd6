"""An episode of an article that tries what it can to break out of the page that shows it."""

import pytest

from narrate.embed import Addresses
from narrate.model import Anchor, Cue, Metadata, Script, Segment, Timeline, Voice
from narrate.publish.disclosure import disclosure
from narrate.publish.narration import Audio, Links, Narration

NOTICE = "Voice is AI-generated. Inconsistencies may occur."
BASE = "https://audio.example.org/bridge/"


def segment(kind, text, block=None, **more):
    anchored = kind not in {"disclaimer", "title", "byline", "date", "end"} and "added" not in more
    more.pop("added", None)
    anchor = Anchor("p", text) if anchored else None
    return Segment(kind, text, text, block=block, anchor=anchor, **more)


SEGMENTS = (
    segment("disclaimer", NOTICE),
    segment("title", "Bridge & <river>"),
    segment("byline", "By Ann Example."),
    segment("date", "21 November 2026."),
    segment("paragraph", "The bridge stays shut, it said.", 0),
    segment("paragraph", "Drivers wait <b>for ever</b>.", 0),
    segment("heading", "What next?", 1, level=2),
    segment("list_item", "Number 1.", 2, added=True),
    segment("list_item", "Repairs.", 2),
    segment("list_item", "Number 2.", 3, added=True),
    segment("list_item", "Paint.", 3),
    segment("quotation", "“It will be done,” said nobody.", 4),
    segment("paragraph", "Lee:", 5, added=True),
    segment("paragraph", "Tout va bien.", 5, language="fr"),
    segment("table", "There is a table here.", 6, added=True),
    segment("correction", "Correction: it is a ford.", 7),
    segment("end", "End of article."),
)


@pytest.fixture(scope="session")
def narration():
    """Everything of it is known."""
    voice = Voice("anna", "en-GB", "pyttsx3", "gmw/en", NOTICE)
    metadata = Metadata(
        title="Bridge & <river>",
        authors=("Ann Example",),
        published="2026-11-21T23:30:00-05:00",
        language="en-GB",
        site="The Daily Sample",
        section="Local",
        url="https://example.org/bridge?a=1&b=2",
        description='A lead with a "quote" and a </script>.',
        free=True,
    )
    script = Script(metadata, "anna", "en-GB", SEGMENTS)
    cues = tuple(Cue(one, float(at), at + 0.9) for at, one in enumerate(SEGMENTS))
    links = Links(source=metadata.url, captions="a%20b.vtt", transcript="a.transcript.json")
    audio = Audio("a%20b.mp3", 240_000, "0" * 64)
    told = disclosure(script, voice)
    return Narration(script, Timeline(30.0, cues), voice, told, audio, links)


@pytest.fixture
def near():
    """The page lies beside the episode."""
    return Addresses("episode.json")


@pytest.fixture
def far():
    """All is elsewhere on the web."""
    return Addresses(
        manifest=f"{BASE}episode.json",
        player="https://cdn.example.net/player/",
        page=BASE,
        frame=f"{BASE}frame.html",
        oembed=f"{BASE}oembed.json",
    )
