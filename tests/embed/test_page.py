from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from narrate.embed import Addresses, page
from narrate.model import Anchor, Segment
from narrate.publish.plain import one_line


def parsed(narration, addresses):
    return html.document_fromstring(page(narration, addresses).encode())


def texts(root, path):
    return [" ".join(each.text_content().split()) for each in root.xpath(path)]


def test_the_article_is_in_the_page(narration, near):
    root = parsed(narration, near)

    assert texts(root, "//h1") == ["Bridge & <river>"]
    assert texts(root, "//*[@class='text']/*") == [
        "The bridge stays shut, it said. Drivers wait <b>for ever</b>.",
        "What next?",
        "Repairs. Paint.",
        "“It will be done,” said nobody.",
        "Lee: Tout va bien.",
        "Correction: it is a ford.",
    ]
    assert [each.tag for each in root.xpath("//*[@class='text']/*")] == [
        "p", "h2", "ol", "blockquote", "p", "p",
    ]  # fmt: skip
    assert [item.get("value") for item in root.xpath("//li[@value]")] == ["1", "2"]
    assert root.xpath("//span[@lang='fr']/text()") == ["Tout va bien."]


def test_who_wrote_it_and_when(narration, near):
    root = parsed(narration, near)

    assert texts(root, "//*[@class='author']") == ["By Ann Example"]
    assert texts(root, "//time") == ["21 November 2026"]
    assert root.xpath("//time/@datetime") == ["2026-11-21T23:30:00-05:00"]
    assert texts(root, "//*[@class='masthead']") == ["The Daily Sample"]


@pytest.mark.parametrize(
    ("lead", "shown"),
    [
        ("All about a bridge.", ["All about a bridge."]),
        ("The bridge stays shut, it said. And more.", []),
        ("The bridge stays shut", []),
        ("", []),
    ],
)
def test_a_lead_that_the_text_begins_with_is_not_shown_twice(narration, near, lead, shown):
    metadata = replace(narration.script.metadata, description=lead)
    script = replace(narration.script, metadata=metadata)

    root = parsed(replace(narration, script=script), near)

    assert texts(root, "//*[@class='lead']") == shown


def test_the_files_are_linked_and_the_notice_is_said(narration, near):
    root = parsed(narration, near)

    assert root.xpath("//footer//a/@href") == [
        "https://example.org/bridge?a=1&b=2",
        "a%20b.mp3",
        "a%20b.vtt",
        "a.transcript.json",
    ]
    assert texts(root, "//footer/p") == ["Voice is AI-generated. Inconsistencies may occur."]


def test_the_policy_lets_in_nothing_but_its_own(narration, near, far):
    (own,) = parsed(narration, near).xpath("//meta[@http-equiv]/@content")
    (named,) = parsed(narration, far).xpath("//meta[@http-equiv]/@content")

    kinds = ("script-src", "style-src", "media-src", "connect-src")
    assert own.startswith("; ".join(["default-src 'none'", *(f"{kind} 'self'" for kind in kinds)]))
    hosts = "https://audio.example.org https://cdn.example.net"
    assert f"script-src 'self' {hosts};" in named


def test_nothing_is_inline(narration, near):
    root = parsed(narration, near)

    scripts = root.xpath("//script[not(@src)]")
    assert [each.get("type") for each in scripts] == ["application/ld+json"]
    assert not root.xpath("//style | //@style | //@*[starts-with(name(), 'on')]")


def test_oembed_is_discovered_where_it_is(narration, near, far):
    path = "//link[@type='application/json+oembed']/@href"

    assert parsed(narration, far).xpath(path) == ["https://audio.example.org/bridge/oembed.json"]
    assert parsed(narration, near).xpath(path) == []


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("he-IL", "rtl"), ("en", "ltr")])
def test_the_page_is_set_the_way_its_language_is_read(narration, near, language, way):
    root = parsed(replace(narration, script=replace(narration.script, language=language)), near)

    assert (root.get("lang"), root.get("dir")) == (language, way)


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ['"><script>alert(1)</script>', "</title><img src=x onerror=y>", "]]>", "<!--"]
    ),
)


@given(text=HOSTILE, title=HOSTILE, site=HOSTILE)
def test_whatever_an_article_holds_stays_text(narration, text, title, site):
    said = Segment("paragraph", text, text, block=0, anchor=Anchor("p", text))
    metadata = replace(narration.script.metadata, title=title, site=site, section=text)
    script = replace(narration.script, metadata=metadata, segments=(said,))

    root = parsed(replace(narration, script=script), Addresses("episode.json"))

    assert len(root.xpath("//script")) == 2
    assert not root.xpath("//img | //@onerror")
    assert texts(root, "//h1") == [" ".join(one_line(title).split())]
