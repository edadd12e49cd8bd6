import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.errors import ExtractError
from narrate.extract import extract
from narrate.extract.text import normalised
from narrate.model import Page

PIECES = st.sampled_from(  # what breaks parsers, divided by bars
    """<p>|</p>|<div class=related>|</div>|<li>|<ol>|<table><tr><td>|<br>|<a href=//x>|<sup>1</sup>|
    <ruby>漢<rt>かん|<q>|<!--|]]>|&shy;|\x00|\u202e|<svg>|<button>|\ue00b\ue00c\ue00d|</script>|<h1>|
    <script type=application/ld+json>{"@type":["NewsArticle"]|<pre>|\ud800|&#0;|<noscript>|
    <p {{#if x}} {y}="z">|
    The council met on Tuesday night to settle an old question about the bridge. """.split("|")  # noqa: SIM905 (a list of 26 lines is no easier to read)
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_no_markup_breaks_the_reading(text):
    try:
        found = extract(Page(text, "x"))
    except ExtractError:
        return

    assert all(block.text == normalised(block.text) and block.text for block in found.blocks)


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    once = normalised(text)

    assert normalised(once) == once


def test_a_page_without_head_and_body_tags_is_read_as_a_browser_reads_it():
    text = "It rained on the valley for nine days and nine nights, and the river rose again. " * 4

    found = extract(Page(f"<title>Rain</title><main><h1>Rain</h1><p>{text}</p></main>", "x"))

    assert found.text == text.strip()
    assert found.blocks[-1].anchor.selector == "body > main:nth-of-type(1) > p:nth-of-type(1)"


@pytest.mark.parametrize("depth", [1, 3000])
def test_what_a_template_left_in_a_tag_does_no_harm(depth):
    text = "It rained on the valley for nine days and nine nights, and the river rose again. " * 4
    markup = (
        f"{'<div>' * depth}<article {{{{#if wet}}}} {{=1><o:p a:b:c=1><spaº><p {{a}}=\x03b }}>&#2;"
    )

    found = extract(Page(f"<title>Rain</title>{markup}{text}", "x"))

    assert found.text == text.strip()


def test_an_html_tag_with_a_slash_does_not_end_the_page():
    text = "It rained on the valley for nine days and nine nights, and the river rose again. " * 4

    found = extract(Page(f'<html lang="en" /><title>Rain</title><body><p>{text}</p></body>', "x"))

    assert found.text == text.strip()


def test_a_heading_that_swallows_the_page_is_not_its_title():
    text = "It rained on the valley for nine days and nine nights, and the river rose again. " * 9

    found = extract(Page(f"<title>Rain</title><h1>- | - {text}{'- ' * 9000}<p>{text}</p>", "x"))

    assert found.metadata.title == "Rain"
