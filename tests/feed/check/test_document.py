import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.feed.check import check
from narrate.feed.model import Narrator, Soundbite
from narrate.feed.pages import pages
from narrate.feed.rss import rss
from narrate.publish.chapters import Chapter

SRI = "sha256-q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s="
AUDIO = "https://audio.example.org/news/episodes/story-1/audio.mp3"
ENCLOSURE = f'<enclosure url="{AUDIO}" length="1963200" type="audio/mpeg"/>'
VTT = (
    '<podcast:transcript url="https://audio.example.org/news/episodes/story-1/captions.vtt"'
    ' type="text/vtt" language="en-GB" rel="captions"/>'
)
COVER = "https://audio.example.org/news/cover.png"
SOURCE = f'<podcast:source uri="{AUDIO}"/>'
AI = '<podcast:txt purpose="ai-content">true</podcast:txt>'
GUID = '<guid isPermaLink="false">urn:uuid:00000000-0000-5000-8000-000000000001</guid>'
DATE = "<pubDate>Sun, 01 Mar 2026 07:30:00 GMT</pubDate>"

PLAIN = AUDIO.replace("https", "http")
FEED_GUID = "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>"
EMAIL = "<itunes:email>audio@courier.example</itunes:email>"
SEASON = "<itunes:season>0</itunes:season>"

BROKEN = {
    "two enclosures": (ENCLOSURE, ENCLOSURE * 2, "<enclosure> stands 2 times"),
    "no enclosure": (ENCLOSURE, "", "there is no <enclosure>"),
    "no cover": (f'<itunes:image href="{COVER}"/>', "", "there is no <itunes:image>"),
    "webp cover": (COVER, COVER.replace("png", "webp"), "neither a JPEG nor a PNG"),
    "unknown medium": (">podcast<", ">radio<", "<podcast:medium> cannot be “radio”"),
    "unknown role": ('role="narrator"', 'role="robot"', "role cannot be “robot”"),
    "unknown group": ('group="cast"', 'group="machines"', "group cannot be “machines”"),
    "bad rrule": ("BYDAY=MO,", "BYDAY=MON,", "is no rule of recurrence"),
    "count without start": ("FREQ=WEEKLY;", "FREQ=WEEKLY;COUNT=3;", "needs a dtstart"),
    "no source": (SOURCE, "", "there is no <podcast:source>"),
    "bad integrity": (SRI, SRI[:-4], "is no hash of the kind"),
    "transcript in the channel": ("<item>", VTT + "<item>", "may not stand in <channel>"),
    "chapters in the channel": (
        "<item>",
        '<podcast:chapters url="https://a.example/c" type="application/json+chapters"/><item>',
        "<podcast:chapters> may not stand in <channel>",
    ),
    "unknown transcript": ('type="text/vtt"', 'type="text/xml"', "type cannot be “text/xml”"),
    "no GUID": (GUID, "", "there is no <guid>"),
    "GUID no address": (' isPermaLink="false"', "", "said to be an address"),
    "relative link": ("<link>https://courier.example/story-1", "<link>/story-1", "not a whole"),
    "relative sound": (f'url="{AUDIO}"', 'url="audio.mp3"', "url is not a whole address"),
    "space in an address": ("captions.vtt", "cap tions.vtt", "characters that no address"),
    "bad date": (DATE, "<pubDate>2026-03-01</pubDate>", "not a date as RSS"),
    "wrong weekday": (DATE, DATE.replace("Sun", "Mon"), "wrong weekday"),
    "no month 13": (DATE, DATE.replace("01 Mar", "32 Mar"), "not a date as RSS"),
    "no date": (DATE, "", "there is no <pubDate>"),
    "length of nought": ('length="1963200" type', 'length="0" type', "not a number of bytes"),
    "a picture as sound": ('type="audio/mpeg"/>', 'type="image/png"/>', "no podcast app plays"),
    "opus": (f'url="{AUDIO}"', f'url="{AUDIO[:-3]}opus"', "does not end as Apple wants it"),
    "relative link in the notes": (
        '<a href="https://courier.example/story-1"',
        '<a href="/story-1"',
        "a link in its notes is not a whole address",
    ),
    "script in the notes": ("<p>Ada Pell", "<script>1</script><p>Ada Pell", "hold a <script>"),
    "explicit yes": ("explicit>false<", "explicit>no<", "<itunes:explicit> cannot be “no”"),
    "unknown category": ('text="Daily News"', 'text="Weekly News"', "not one of Apple's"),
    "control character": (">Story 1<", ">Story \x851<", "control character U+0085"),
    "no ai-content": (AI, "", "does not say that the voice is synthetic"),
    "wrong capitals": ("podcast:contentLink", "podcast:contentlink", "did you mean"),
    "duration in words": (">245<", ">4 minutes<", "not a duration"),
    "soundbite past the end": ('startTime="5.000"', 'startTime="230"', "ends after the episode"),
    "bad guid": ("<podcast:guid>", "<podcast:guid>x", "is not a UUID"),
    "locked": (">yes</podcast:locked>", ">true</podcast:locked>", "cannot be “true”"),
    "no title": ("<title>Story 1</title>", "<title> </title>", "<title> is empty"),
    "not XML": ("</item>", "", "can't be read"),
    "two defaults": ('title="Opus, small"', 'default="true"', "more than one alternate"),
    "psc start": ('start="00:01:00.000"', 'start="one"', "start is not a time"),
    "http": (f'<enclosure url="{AUDIO}"', f'<enclosure url="{PLAIN}"', "without encryption"),
    "type and name": (ENCLOSURE, ENCLOSURE.replace("mpeg", "mp4"), "address says otherwise"),
    "explicit clean": ("explicit>false<", "explicit>clean<", "cannot be “clean”"),
    "negative duration": (">245<", ">-245<", "is not a duration: “-245” (say it in seconds"),
    "two feed guids": ("<podcast:locked", f"{FEED_GUID}<podcast:locked", "guid> stands 2 times"),
    "two covers": ("<itunes:type>", f'<itunes:image href="{COVER}"/><itunes:type>', "stands 2"),
    "a cover in words": (f'href="{COVER}"/>\n<itunes', "/>\n<itunes", "image> has no href"),
    "no e-mail": ("audio@courier.example<", "the audio desk<", "is not an address of e-mail"),
    "owner without one": (EMAIL, "", "there is no <itunes:email>"),
    "unknown language": (">en-gb<", ">xx<", "names no language: “xx”"),
    "language in words": (">en-gb<", ">English (UK)<", "is not a language tag"),
    "serial": (">episodic<", ">serial<", "1 of its episodes have no <itunes:episode>"),
    "season of nought": ("<itunes:episodeType", SEASON + "<itunes:episodeType", "from 1 on"),
    "old category": ("Society &amp; Culture", "News &amp; Politics", "not one of Apple's"),
    "other namespace": ("http://www.itunes", "https://www.itunes", "which no app knows"),
    "other version": ('<rss version="2.0"', '<rss version="0.91"', "that it is RSS “0.91”"),
    "behind the channel": ("</channel>", "</channel><item/>", "behind the first <channel>"),
    "long description": ("The bridge stays", "x" * 4_000, "Apple cuts it after 4000"),
    "year of two figures": (DATE, DATE.replace("2026", "26"), "not a date as RSS"),
    "negative length": ('length="1963200" type', 'length="-1" type', "not a number of bytes"),
    "no language": ("<language>en-gb</language>", "", "there is no <language>"),
}


@pytest.fixture(scope="module")
def good(channel, item_of):
    return rss(channel, pages([item_of(1)])[0]).decode()


def test_nothing_is_wrong_with_ours(channel, item_of):
    for page in pages([item_of(number) for number in range(450)]):
        made = rss(channel, page)

        assert check(made, url=channel.address + page.named("feed.xml")) == ()


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_found(good, channel, case):
    old, new, expected = BROKEN[case]
    assert old in good

    found = check(good.replace(old, new).encode(), url=channel.url)

    assert [finding for finding in found if expected in str(finding)], found
    assert all(finding.mend and finding.where for finding in found)


def test_the_same_twice(channel, good):
    item = good[good.index("<item>") : good.index("</channel>")]

    found = check(good.replace("</channel>", item + "</channel>").encode(), url=channel.url)

    said = [finding.what for finding in found]
    assert any("same GUID as item 1 “Story 1”" in what for what in said)
    assert any("same enclosure as item 1" in what for what in said)


def test_sizes_are_compared(good, channel):
    gone = check(good.encode(), url=channel.url, sizes=lambda _url: -1)
    wrong = check(good.encode(), url=channel.url, sizes=lambda _url: 5)
    unknown = check(good.encode(), url=channel.url, sizes=lambda _url: None)

    assert len(gone) == len(wrong) == 3
    assert "is not there" in gone[0].what
    assert "has 5 bytes, not 1963200" in wrong[0].what
    assert unknown == ()


def test_another_encoding_is_no_error(good, channel):
    document = good.replace('"UTF-8"', '"ISO-8859-1"').encode("latin-1", "xmlcharrefreplace")

    (found,) = check(document, url=channel.url)

    assert (found.level, found.what) == ("advice", "it is written in ISO-8859-1")


def test_entities_are_not_read():
    bomb = b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'

    (found,) = check(bomb)

    assert "DOCTYPE" in found.what


@pytest.mark.parametrize("document", [b"", b"<html/>", b"\xff\xfe", b"<rss/>", b'{"version": 1}'])
def test_what_is_no_feed_is_said_so(document):
    (found,) = check(document)

    assert found.level == "error"


def test_a_feed_found_elsewhere(good):
    (found,) = check(good.encode(), url="https://other.example/feed.xml")

    assert "was found at https://other.example/feed.xml" in found.what
    assert found.level == "advice"


@given(st.tuples(st.text(), st.text(), st.text(), st.text()))
def test_nothing_is_wrong_with_ours_whatever_is_said_in_it(channel, item_of, said):
    title, lead, author, voice = said
    item = item_of(
        title=title,
        lead=lead,
        notice=lead,
        authors=(author, title),
        section=author,
        narrator=Narrator(voice, "neural"),
        soundbite=Soundbite(1.0, 2.0, title),
        chapters=(Chapter(0.0, 1.0, title), Chapter(1.0, 2.0, lead)),
    )

    assert check(rss(channel, pages([item])[0]), url=channel.url) == ()
