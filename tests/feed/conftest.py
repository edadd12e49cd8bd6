"""A feed and its episodes, invented, with everything that one can have."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from narrate.feed.guid import channel_guid
from narrate.feed.model import (
    Channel,
    File,
    Frequency,
    Item,
    Licence,
    Narrator,
    Owner,
    Person,
    Soundbite,
    Transcript,
)
from narrate.publish.chapters import Chapter

BASE = "https://audio.example.org/news/"
NOTICE = "Voice is AI-generated. Inconsistencies may occur."
FIRST = datetime(2026, 3, 1, 6, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def channel() -> Channel:
    return Channel(
        title="The Marlow Courier, read aloud",
        address=BASE,
        link="https://courier.example/",
        description="Every story of the day, narrated.",
        language="en-GB",
        author="The Marlow Courier",
        guid=channel_guid(BASE + "feed.xml"),
        categories=("News/Daily News", "Society & Culture"),
        image=BASE + "cover.png",
        owner=Owner("Audio desk", "audio@courier.example"),
        notice=NOTICE,
        copyright="© The Marlow Courier",
        licence=Licence("cc-by-4.0"),
        hub="https://hub.example/",
        persons=(Person("The Audio Desk", "producer", "creative direction"),),
        frequency=Frequency("Every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        funding=(("https://courier.example/join", "Become a member"),),
    )


@pytest.fixture(scope="session")
def item_of() -> Callable[..., Item]:
    """An episode by its number, with whatever else is asked for."""

    def make(number: int = 1, **changes: Any) -> Item:
        folder = f"{BASE}episodes/story-{number}/"
        item = Item(
            guid=f"urn:uuid:00000000-0000-5000-8000-{number:012}",
            slug=f"story-{number}",
            title=f"Story {number}",
            link=f"https://courier.example/story-{number}",
            page=folder,
            published=FIRST + timedelta(hours=number),
            duration=245.4,
            files=(
                File(folder + "audio.mp3", "audio/mpeg", 1_963_200, "ab" * 32, 64_000),
                File(folder + "audio.opus", "audio/ogg", 982_000, "cd" * 32, 32_000, "Opus, small"),
            ),
            lead="The bridge stays shut until the spring.",
            notice=NOTICE,
            image=BASE + "bridge.jpg",
            artwork=BASE + "bridge-square.jpg",
            chapters=(Chapter(0.0, 60.0, "The bridge"), Chapter(60.0, 245.4, "What now?")),
            chapters_url=folder + "chapters.json",
            transcripts=(
                Transcript(folder + "captions.vtt", "text/vtt"),
                Transcript(folder + "captions.srt", "application/x-subrip"),
                Transcript(folder + "transcript.json", "application/json"),
                Transcript(folder + "transcript.html", "text/html"),
            ),
            authors=("Ada Pell", "Tom Orrin"),
            narrator=Narrator("en-gb", "formant"),
            soundbite=Soundbite(5.0, 30.0, "Eleven miles round"),
            section="Transport",
        )
        return replace(item, **changes)

    return make
