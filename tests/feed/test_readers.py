"""What readers written in JavaScript make of the feed; `sh tests/readers.sh .venv` gets them.

podcast-partytime loses a `podcast:txt` whose purpose is in lower case, so it is not asked for it.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from narrate.feed.json_feed import json_feed
from narrate.feed.pages import pages
from narrate.feed.rss import rss

READERS = Path(sys.prefix) / "feed-readers"
SCRIPTS = Path(__file__).parent / "readers"

TITLES = (
    "The end ]]> of it",
    "<script>alert(1)</script>",
    "AT&T & “R&D” <3",
    "Rain 🌧️ at the 🏟️",
    "جلسة المجلس (عاجل) في مدينة",
    "word " * 2_000 + "end",
    "&copy; and &nosuch;",
    "&amp;amp;",
    "<b>Bold</b> news",
    "<![CDATA[x]]>",
    "🎙🎙",
    "م" * 10_000,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def items(item_of):
    return [item_of(number, title=title) for number, title in enumerate(TITLES)][::-1]


def judged(script, document):
    assert (READERS / "installed.json").is_file(), "sh tests/readers.sh .venv installs them"
    done = subprocess.run(
        ["node", SCRIPTS / script],
        input=document,
        capture_output=True,
        check=False,
        cwd=READERS,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def read(channel, items):
    return judged("read.mjs", rss(channel, pages(items)[0]))


def test_feedsmith_reads_the_channel(read, channel):
    got = read["feedsmith"]

    assert (got["title"], got["link"]) == (channel.title, channel.link)
    assert got["itunes"]["explicit"] is False
    assert got["itunes"]["owner"]["email"] == channel.owner.email
    assert got["itunes"]["categories"][0]["categories"] == [{"text": "Daily News"}]
    assert got["podcast"]["guid"] == channel.guid
    assert got["podcast"]["locked"] == {"value": True, "owner": channel.owner.email}
    assert got["podcast"]["medium"] == "podcast"
    assert got["podcast"]["license"] == {"display": "cc-by-4.0"}
    assert got["podcast"]["txts"] == [{"display": "true", "purpose": "ai-content"}]
    assert got["podcast"]["updateFrequency"]["rrule"] == channel.frequency.rule


def test_feedsmith_reads_the_episodes(read, items):
    for got, item in zip(read["feedsmith"]["items"], items, strict=True):
        main, other = item.files
        assert got["title"] == item.title
        assert got["guid"] == {"value": item.guid, "isPermaLink": False}
        assert got["enclosures"] == [{"url": main.url, "length": main.bytes, "type": main.type}]
        assert item.notice in got["description"]
        podcast = got["podcast"]
        assert [each["url"] for each in podcast["transcripts"]] == [
            each.url for each in item.transcripts
        ]
        assert podcast["chapters"]["url"] == item.chapters_url
        assert podcast["soundbites"][0]["startTime"] == item.soundbite.start
        assert podcast["txts"] == [{"display": "true", "purpose": "ai-content"}]
        sources = [each["sources"][0]["uri"] for each in podcast["alternateEnclosures"]]
        assert sources == [main.url, other.url]
        assert [each["title"] for each in got["psc"]["chapters"]] == ["The bridge", "What now?"]


def test_partytime_reads_the_channel(read, channel):
    got = read["partytime"]

    assert (got["title"], got["link"]) == (channel.title, channel.link)
    assert got["pubsub"] == {"self": channel.url, "hub": channel.hub}
    assert (got["guid"], got["medium"]) == (channel.guid, "podcast")
    assert got["itunesCategory"] == ["News > Daily News", "Society & Culture"]
    assert got["itunesImage"] == channel.image
    assert got["explicit"] is False


def test_partytime_reads_the_episodes(read, items):
    for got, item in zip(read["partytime"]["items"], items, strict=True):
        assert got["title"] == item.title
        assert got["guid"] == item.guid
        assert got["enclosure"]["url"] == item.files[0].url
        assert got["duration"] == round(item.duration)
        assert len(got["podcastTranscripts"]) == len(item.transcripts)
        assert got["podcastChapters"]["url"] == item.chapters_url
        roles = [(each["name"], each["role"]) for each in got["podcastPeople"]]
        assert roles == [
            ("Ada Pell", "Author"),
            ("Tom Orrin", "Author"),
            ("en-gb (AI-generated voice)", "Narrator"),
        ]


def test_the_json_feed_fits_its_schema(channel, items):
    (newest, *_) = pages(items)

    assert judged("validate.mjs", json_feed(channel, newest)) == []
    assert judged("validate.mjs", b'{"version": "https://jsonfeed.org/version/1.1"}') != []
