import gzip
from datetime import UTC, datetime

import pytest

from narrate.errors import FetchError
from narrate.sync.listing import listing

HERE = "https://news.example/feeds/all.xml"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/">
<entry><title type="html">Rain &amp; wind</title><link rel="self" href="/api/1"/>
<link rel="alternate" type="application/json" href="/1.json"/><link href="/1"/>
<published>2026-03-01T07:00:00Z</published><updated>2026-03-02T07:00:00+01:00</updated></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<item rdf:about="https://news.example/2"><title>Two</title><dc:date>2026-03-01</dc:date></item>
</rdf:RDF>"""
NEWS = """<?xml version="1.0"?><!-- made today -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>
<loc> https://news.example/3 </loc><news:news><news:publication_date>2026-03-01T08:00Z
</news:publication_date><news:title>Three</news:title></news:news></url></urlset>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "4", "url": "/4",
"title": "Four", "date_published": "2026-03-01T07:00:00Z"}, {"id": "no address"}]}"""


def read(text, **options):
    body = text.encode() if isinstance(text, str) else text
    return listing(body, HERE, most_bytes=1_000_000, **options)


def test_what_is_no_address_is_passed_over():
    index = (
        f"<sitemapindex><sitemap><loc>http://[</loc></sitemap><sitemap><loc>{HERE}</loc></sitemap>"
    )

    found = read(f"{index}</sitemapindex>")

    assert [entry.url for entry in found.further] == [HERE]


def test_a_page_whose_feed_has_no_address_is_no_listing():
    page = "<html><head><link type=application/rss+xml href='http://['></head></html>"

    with pytest.raises(FetchError, match="neither a feed nor a sitemap"):
        read(page)


def test_atom():
    (entry,) = read(ATOM).entries

    assert (entry.url, entry.title) == ("https://news.example/1", "Rain & wind")
    assert entry.published == datetime(2026, 3, 1, 7, tzinfo=UTC)
    assert entry.modified.isoformat() == "2026-03-02T07:00:00+01:00"


@pytest.mark.parametrize(
    ("text", "url", "title"),
    [
        (RDF, "https://news.example/2", "Two"),
        (NEWS, "https://news.example/3", "Three"),
        (JSON, "https://news.example/4", "Four"),
        (b"\xef\xbb\xbf\n" + NEWS.encode(), "https://news.example/3", "Three"),
        (gzip.compress(NEWS.encode()), "https://news.example/3", "Three"),
    ],
)
def test_other_forms(text, url, title):
    (entry,) = read(text).entries

    assert (entry.url, entry.title) == (url, title)
    assert entry.dated.date().isoformat() == "2026-03-01"


def test_rss_in_the_wild():
    found = read(
        """<!DOCTYPE rss [<!ENTITY x "bomb">]><rss version="2.0"
        xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
        <link>https://news.example/</link>
        <item><title>Fish & chips &x;</title><link>https://click.example/9</link>
        <feedburner:origLink>https://news.example/9?utm_medium=feed</feedburner:origLink></item>
        <item><guid>https://news.example/10</guid></item>
        <item><guid isPermaLink="false">https://news.example/11</guid></item>
        <item><link>javascript:alert(1)</link></item><item><link>http://[bad</link></item>
        <item><link>https://news.example/10</link></item><item><link>/relative</link></item>
        </channel></rss>"""
    ).entries

    assert [entry.url.removeprefix("https://news.example/") for entry in found] == [
        "9",
        "10",
        "relative",
    ]
    assert "bomb" not in found[0].title


def test_an_index():
    text = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
    <loc>https://news.example/a.xml?yyyy=2026&amp;mm=03</loc><lastmod>2026-03-01</lastmod>
    </sitemap></sitemapindex>"""

    found = read(text)

    assert found.entries == ()
    assert [one.url for one in found.further] == ["https://news.example/a.xml?yyyy=2026&mm=03"]


@pytest.mark.parametrize(
    "text", ["", "<html><p>", "{}", '{"items": 5}', "words", "<rss", b"\x1f\x8bx"]
)
def test_what_is_no_listing(text):
    if text == "<rss":
        assert read(text).entries == ()
        return

    with pytest.raises(FetchError):
        read(text)


def test_a_packed_bomb():
    with pytest.raises(FetchError, match="unpacks to more than 1 MB"):
        read(gzip.compress(b" " * 5_000_000))


def test_links_start_where_their_element_says():
    found = read(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/2026/">
<entry xml:base="march/"><link href="rain"/></entry><entry><link href="snow"/></entry>
<entry><link xml:base="https://other.example/" href="hail"/></entry></feed>"""
    )

    assert [entry.url for entry in found.entries] == [
        "https://news.example/2026/march/rain",
        "https://news.example/2026/snow",
        "https://other.example/hail",
    ]


@pytest.mark.parametrize("fault", ["", "\x0b", "&nbsp;"])
def test_ampersands_that_nobody_escaped(fault):
    found = read(
        f"""<rss version="2.0"><channel><item><title>{fault}Caf&eacute; &amp; bar</title>
<link>https://news.example/?id=1&page=2</link></item>
<item><link><![CDATA[https://news.example/?id=3&page=4]]></link></item></channel></rss>"""
    )

    one, other = found.entries
    assert one.url == "https://news.example/?id=1&page=2"
    assert one.title == "Café & bar"
    assert other.url == "https://news.example/?id=3&page=4"


def test_a_wrong_declaration_of_the_encoding():
    found = read('<?xml version="1.0" encoding="utf-16"?>' + ATOM)

    assert [entry.url for entry in found.entries] == ["https://news.example/1"]
    assert read(('<?xml version="1.0" encoding="utf-16"?>' + ATOM).encode("utf-16")) == found


def test_a_sitemap_that_is_plain_text():
    found = read("\ufeffhttps://news.example/1\r\n\r\nhttps://news.example/2\nnonsense:\n")

    assert [entry.url for entry in found.entries[:2]] == [
        "https://news.example/1",
        "https://news.example/2",
    ]


def test_a_json_feed_whose_identifiers_are_addresses():
    (entry,) = read('{"items": [{"id": "https://news.example/5"}, {"id": "6"}]}').entries

    assert entry.url == "https://news.example/5"
