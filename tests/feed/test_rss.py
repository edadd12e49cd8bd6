import io

import feedparser
import podcastparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from narrate.errors import ConfigError, PublishError
from narrate.feed.model import Channel
from narrate.feed.notes import called
from narrate.feed.pages import pages
from narrate.feed.rss import NAMESPACES, rss

NS = {name.removeprefix("xmlns:"): uri for name, uri in NAMESPACES.items()}
HOSTILE = (
    "The end ]]> of it",
    "<script>alert(1)</script>",
    "AT&T & “R&D” <3",
    "Rain 🌧️ and 👩‍👩‍👧 at the 🏟️",
    "جلسة المجلس \u200f(عاجل) في مدينة",
    "كيف the bridge שלום",
    "word " * 2_000 + "end",
    "&copy; and &nosuch;",
    "&amp;amp;",
    "<b>Bold</b> news",
    "5 < 6 > 4",
    "<![CDATA[x]]>",
    "🎙🎙",
    "م" * 10_000,
)
INVISIBLE = ("   ", "\u200b\u200b", "\u200f", "\ufeff", "\x00\x07", "\ud800")


def feed(channel, *items):
    return rss(channel, pages(items)[0])


def read(document):
    return etree.fromstring(document).find("channel")


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_feedparser_reads_what_was_meant(channel, item_of, title):
    item = item_of(title=title, lead=title)

    got = feedparser.parse(feed(channel, item))

    assert not got.bozo
    (entry,) = got.entries
    assert entry.title == title
    assert (entry.id, entry.link) == (item.guid, item.link)
    assert entry.published == "Sun, 01 Mar 2026 07:30:00 GMT"
    (sound,) = entry.enclosures
    assert (sound.href, sound.length, sound.type) == (item.files[0].url, "1963200", "audio/mpeg")
    assert item.notice in entry.summary


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_podcastparser_reads_what_was_meant(channel, item_of, title):
    item = item_of(title=title)

    got = podcastparser.parse(channel.url, io.BytesIO(feed(channel, item)))

    (episode,) = got["episodes"]
    assert episode["title"] == title
    assert episode["guid"] == item.guid
    assert episode["total_time"] == 245
    assert episode["enclosures"][0]["file_size"] == 1_963_200
    assert [chapter["title"] for chapter in episode["chapters"]] == ["The bridge", "What now?"]
    assert episode["itunes_author"] == "Ada Pell, Tom Orrin"


@given(st.text(min_size=1), st.text(), st.text())
def test_any_text_comes_back(channel, item_of, title, lead, author):
    item = item_of(title=title, lead=lead, authors=(author,))

    channel_read = read(feed(channel, item))

    assert channel_read.findtext("item/title") == called(item)
    html = etree.HTML(channel_read.findtext("item/description"))
    assert html.findtext(".//a") == "Read the article"


def test_the_channel_says_all_that_directories_ask_for(channel, item_of):
    got = read(feed(channel, item_of()))

    def text(path):
        return got.findtext(path, namespaces=NS)

    assert text("title") == channel.title
    assert text("language") == "en-gb"
    assert text("itunes:explicit") == "false"
    assert text("itunes:owner/itunes:email") == "audio@courier.example"
    assert text("podcast:guid") == channel.guid
    assert text("podcast:locked") == "yes"
    assert text("podcast:medium") == "podcast"
    assert text("podcast:license") == "cc-by-4.0"
    assert text("podcast:txt[@purpose='ai-content']") == "true"
    assert got.find("podcast:updateFrequency", NS).get("rrule").startswith("FREQ=WEEKLY;")
    assert got.find("itunes:category/itunes:category", NS).get("text") == "Daily News"
    assert got.find("itunes:image", NS).get("href") == text("image/url") == channel.image
    links = {link.get("rel"): link.get("href") for link in got.findall("atom:link", NS)}
    assert links == {"self": channel.url, "hub": "https://hub.example/"}


def test_an_item_says_what_it_is(channel, item_of):
    got = read(feed(channel, item_of())).find("item")

    alternates = got.findall("podcast:alternateEnclosure", NS)
    assert [each.get("default") for each in alternates] == ["true", None]
    assert all(each.find("podcast:source", NS).get("uri") for each in alternates)
    sri = alternates[0].find("podcast:integrity", NS)
    assert sri.get("value") == "sha256-q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s="
    people = [(each.get("role"), each.get("group")) for each in got.findall("podcast:person", NS)]
    assert people == [("author", "writing"), ("author", "writing"), ("narrator", "cast")]
    assert got.findtext("podcast:txt[@purpose='ai-content']", namespaces=NS) == "true"
    kinds = [each.get("type") for each in got.findall("podcast:transcript", NS)]
    assert kinds == ["text/vtt", "application/x-subrip", "application/json", "text/html"]
    assert got.find("itunes:season", NS) is None


def test_numbers_stand_in_serial_feeds_alone(channel, item_of):
    from dataclasses import replace

    got = read(feed(replace(channel, kind="serial"), item_of(season=2, episode=7))).find("item")

    assert got.findtext("itunes:season", namespaces=NS) == "2"
    assert got.findtext("podcast:episode", namespaces=NS) == "7"


def test_a_serial_counts_from_its_oldest_episode(channel, item_of):
    from dataclasses import replace

    serial = replace(channel, kind="serial")

    made = [read(rss(serial, page)) for page in pages([item_of(n) for n in range(450)])]

    told = [node.text for each in made for node in each.findall("item/itunes:episode", NS)]
    assert told == [str(number) for number in range(450, 0, -1)]


def test_the_same_episodes_give_the_same_bytes(channel, item_of):
    items = [item_of(number) for number in range(5)]

    assert feed(channel, *items) == feed(channel, *reversed(items))


def test_every_address_is_whole(channel, item_of):
    with pytest.raises(PublishError, match=r"article .*https"):
        feed(channel, item_of(link="/story"))


def test_a_category_is_one_of_apples(channel, item_of):
    from dataclasses import replace

    with pytest.raises(ConfigError, match="did you mean News/Politics"):
        feed(replace(channel, categories=("News/Politic",)), item_of())


def test_a_feed_without_episodes_is_a_feed(channel):
    got = read(feed(channel))

    assert got.find("lastBuildDate") is None
    assert got.find("item") is None


def test_the_least_that_there_can_be(item_of):
    bare = Channel("T", "https://a.example/", "https://b.example/", "D", "ar", "A", "g")

    got = read(feed(bare, item_of(authors=(), narrator=None, artwork=None, transcripts=())))

    assert got.find("itunes:image", NS) is None
    assert got.find("podcast:locked", NS).get("owner") is None


def test_what_is_too_long_is_cut_as_apps_count(channel, item_of):
    got = read(feed(channel, item_of(authors=("🎙" * 200, "x" * 300)))).find("item")

    names = [each.text for each in got.findall("podcast:person", NS)]
    assert names[0] == "🎙" * 63 + "…"
    assert len(names[1]) == 128
    assert len(got.findtext("itunes:author", namespaces=NS).encode("utf-16-le")) <= 2 * 255


@given(st.text(), st.integers(2, 300))
def test_clipping_never_grows(text, most):
    from narrate.feed.clip import clipped, length

    got = clipped(text, most)

    assert length(got) <= most
    assert clipped(got, most) == got


def test_a_picture_that_apps_refuse_is_left_out(channel, item_of):
    def image(url):
        return read(feed(channel, item_of(artwork=url))).find("item/itunes:image", NS)

    assert image("https://courier.example/lead.webp") is None
    assert image("https://courier.example/picture?id=7") is None
    assert image("https://courier.example/lead.JPG?width=1400") is not None


@pytest.mark.parametrize("title", INVISIBLE)
def test_a_title_that_shows_nothing_gives_way_to_the_name(channel, item_of, title):
    got = read(feed(channel, item_of(title=title))).find("item")

    assert got.findtext("title") == "story-1"
    assert got.findtext("itunes:title", namespaces=NS) == "story-1"


def test_signs_of_markup_are_written_as_numbers(channel, item_of):
    """W3C's validator takes `&lt;b` in a title for HTML; `&#x3C;b` it knows to be text."""
    document = feed(channel, item_of(title="R&D <b", section="A&B"))

    assert b"<title>R&#x26;D &#x3C;b</title>" in document
    assert b"<category>A&#x26;B</category>" in document
