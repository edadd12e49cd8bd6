import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from narrate.model import Anchor, Metadata, Page, Script, Segment, Timeline, Voice
from narrate.preview.document import document
from narrate.publish.disclosure import disclosure
from narrate.publish.narration import Narration

PLAYER = '<narrate-player src="/ours.json"></narrate-player>\n'
FIRST = "The bridge stays shut, it said."


def narration(first=FIRST):
    segments = (Segment("paragraph", first, first, block=0, anchor=Anchor("p", first)),)
    script = Script(Metadata("Bridge"), "anna", "en", segments)
    voice = Voice("anna", "en", "silence", "x", "Hush.")
    return Narration(script, Timeline(1.0, ()), voice, disclosure(script, voice))


def made(text, url=None, first=FIRST):
    page = Page(text, "page.html", url=url)
    return html.document_fromstring(document(page, narration(first), PLAYER))


def test_the_player_stands_before_the_text():
    root = made("<h1>Bridge</h1><div><p class=x><b>The bridge</b> stays\n shut, it said.</p></div>")

    player = root.find(".//narrate-player")
    assert player.getnext().get("class") == "x"
    assert player.getparent().tag == "div"
    assert FIRST in " ".join(root.text_content().split())


@pytest.mark.parametrize("text", ["<p>Other words.</p>", "", "No markup.", "<frameset></frameset>"])
def test_where_the_text_isn_t_found_it_stands_first(text):
    root = made(text)

    assert root.find(".//narrate-player") is not None


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<script src=//evil.example/x.js></script>",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">",
        "<meta http-equiv=REFRESH content='0; url=//evil.example'>",
        "<base href='//evil.example/'>",
        "<link rel=modulepreload href=x.js>",
        "<narrate-player src=old.json></narrate-player>",
    ],
)
def test_what_runs_or_leads_away_is_taken_out(hostile):
    root = made(f"<head>{hostile}</head><p>Before {hostile} behind.</p><p>{FIRST}</p>")

    names = {each.get("src") or each.get("href") for each in root.iter("script", "base", "link")}
    assert names <= {None}
    assert not root.xpath("//script | //base | //meta[@http-equiv]")
    assert [each.get("src") for each in root.iter("narrate-player")] == ["/ours.json"]
    assert "Before behind." in " ".join(root.text_content().split())


def test_handlers_are_taken_off():
    root = made(f"<body onload=x()><img src=a.png ONERROR=y()><p onclick='z()'>{FIRST}</p>")

    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]


def test_addresses_start_from_the_publishers_own():
    root = made(f"<title>x</title><p>{FIRST}</p>", "https://example.org/news/story")

    assert [base.get("href") for base in root.iter("base")] == ["https://example.org/news/story"]
    assert root.find("head")[0].get("charset") == "utf-8"


def test_the_page_is_utf_8_whatever_it_was():
    root = made(f"<meta charset=latin-1><p>{FIRST}</p><p>Zażółć 東京")

    assert "Zażółć 東京" in root.text_content()


def test_a_page_of_thousands_of_levels_is_no_trouble():
    assert made("<div>" * 5000 + FIRST).find(".//narrate-player") is not None


@given(st.text("<>/abdivpscriptonload=\"' \n&;-!", max_size=200))
def test_no_markup_breaks_it(text):
    root = made(text)

    assert len(list(root.iter("narrate-player"))) == 1
    assert not list(root.iter("script"))
