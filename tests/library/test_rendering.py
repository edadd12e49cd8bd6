"""Documents are the same wherever they are made."""

from datetime import UTC, datetime

import pytest

from narrate.errors import PublishError
from narrate.feed.model import Item
from narrate.feed.pages import Page
from narrate.library.front import front
from narrate.library.record import Compared, Kept, Record, Told, written
from narrate.library.rendering import Rendering, render

SOUND = Kept("audio.mp3", 1_963_200, "ab" * 32, "audio/mpeg")
WHEN = datetime(2026, 1, 1, tzinfo=UTC)
ADDRESS = "https://audio.example/courier/"


@pytest.fixture
def job(place):
    channel = front(place)

    def make(number, text=None):
        slug = f"story-{number}"
        link = f"https://courier.example/{number}"
        record = Record(
            slug=slug,
            guid=f"urn:uuid:{number}",
            identity=link,
            source=link,
            published=WHEN.isoformat(),
            told=Told(f"Story {number}", link, 245.4, "en-GB"),
            files=(SOUND,),
            compared=Compared(),
        )
        only = Item(record.guid, slug, "", "", None, WHEN, 0.0, ())
        page = Page(number, (only,), None, None)
        return Rendering(channel, page, {slug: text or written(record)}, ADDRESS)

    return make


def test_many_pages_are_made_as_few_are(job):
    jobs = [job(number) for number in range(12)]

    assert list(render(jobs)) == [one.run() for one in jobs]
    assert list(render(jobs[:2])) == [one.run() for one in jobs[:2]]


def test_a_damaged_record_is_named_from_a_worker_too(job):
    jobs = [job(number, "{}" if number == 11 else None) for number in range(12)]

    with pytest.raises(PublishError, match="story-11"):
        list(render(jobs))
