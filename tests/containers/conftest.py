"""The programme as a container is given it."""

import pytest

from narrate.containers import About, Sound, find
from narrate.model import Cue, Metadata, Script, Segment, Timeline, Voice
from narrate.publish.disclosure import disclosure
from narrate.publish.narration import Narration

from .programme import COVER, LENGTH, NOTICE, RATE, STARTS, clicks


@pytest.fixture
def about():
    texts = [("disclaimer", NOTICE), ("heading", "One; two = 3"), ("heading", "Zwei ✓")]
    segments = [
        Segment(kind, text, text, block=number) for number, (kind, text) in enumerate(texts)
    ]
    cues = tuple(
        Cue(segment, start, start + 0.5) for segment, start in zip(segments, STARTS, strict=True)
    )
    metadata = Metadata(
        "Bridge & river",
        ("Ann Example", "Bo Beispiel"),
        published="2026-11-21",
        site="The Daily Sample",
        url="https://example.org/bridge",
    )
    script = Script(metadata, "anna", "en-GB", tuple(segments))
    voice = Voice("anna", "en-GB", "pyttsx3", "gmw/en", NOTICE)
    heard = Timeline(LENGTH, cues)

    def make(name: str, cover: bytes | None = COVER) -> About:
        narration = Narration(script, heard, voice, disclosure(script, voice))
        return About(name, find(name).bitrate or 0, narration, cover)

    return make


@pytest.fixture
def write(about, tmp_path):
    """Write the programme into a container of that name; where it is."""

    def made(name: str, cover: bytes | None = COVER):
        container = find(name)
        coding = container.coding(RATE, None, 7)
        frames = coding.encode(clicks(), round(LENGTH * RATE))
        sound = Sound(coding, frames.count, len(frames.data), lambda: iter([frames.data]))
        path = tmp_path / f"programme{container.suffix}"
        with path.open("wb") as file:
            container.write(sound, about(name, cover), file)
        return path

    return made
