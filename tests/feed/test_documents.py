import io
import json

import feedparser
import podcastparser
import pytest
from lxml import etree

from narrate.feed.documents import documents


@pytest.fixture(scope="module")
def made(channel, item_of):
    """The documents of a feed with three archives, by their names."""
    return {each.name: each.data for each in documents(channel, [item_of(n) for n in range(520)])}


def test_archives_are_read_to_the_last_episode(channel, made):
    found, name = [], "feed.xml"
    while name:
        got = podcastparser.parse(channel.address + name, io.BytesIO(made[name]))
        found += [episode["guid"] for episode in got["episodes"]]
        name = (got.get("paged_feed_next") or "").rpartition("/")[2]

    assert len(found) == len(set(found)) == 520


def test_archives_say_that_they_are(channel, made):
    links = {link.rel: link.href for link in feedparser.parse(made["feed-0002.xml"]).feed.links}

    assert b"<fh:archive/>" in made["feed-0002.xml"]
    assert b"<fh:archive/>" not in made["feed.xml"]
    assert links["current"] == channel.url
    assert links["prev-archive"] == channel.address + "feed-0001.xml"
    assert links["next-archive"] == channel.address + "feed-0003.xml"
    assert links["self"] == channel.address + "feed-0002.xml"


def test_json_says_the_same(channel, item_of):
    made = {each.name: each.data for each in documents(channel, [item_of(n) for n in range(301)])}

    got = json.loads(made["feed.json"])

    assert got["version"] == "https://jsonfeed.org/version/1.1"
    assert got["next_url"] == channel.address + "feed-0001.json"
    assert len(got["items"]) == 201
    first = got["items"][0]
    assert first["id"] == item_of(300).guid
    assert first["attachments"][0] == {
        "url": item_of(300).files[0].url,
        "mime_type": "audio/mpeg",
        "size_in_bytes": 1_963_200,
        "duration_in_seconds": 245,
    }
    assert first["date_published"] == "2026-03-13T18:30:00Z"


def test_opml_subscribes(channel):
    made = {each.name: each.data for each in documents(channel, [])}

    outline = etree.fromstring(made["feed.opml"]).find("body/outline")

    assert outline.get("xmlUrl") == channel.url
    assert outline.get("text") == channel.title
