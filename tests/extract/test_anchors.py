from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, RubyTextString

from narrate.extract import extract
from narrate.extract.text import normalised
from narrate.model import Page

SAMPLES = sorted(Path(__file__).parents[2].glob("samples/*/source.html"))


def texts(element):
    """All strings of an element that a browser shows; by itself get_text leaves out rubies."""
    strings = element.find_all(string=True)
    return [text for text in strings if type(text) in {NavigableString, RubyTextString}]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.parent.name)
def test_every_anchor_of_every_sample_resolves(sample):
    source = sample.read_bytes().decode("utf-8", "replace")
    soup = BeautifulSoup(source, "lxml")

    blocks = extract(Page(source, str(sample))).blocks

    for block in blocks:
        (element,) = soup.select(block.anchor.selector)
        assert block.anchor.exact in normalised("".join(texts(element)))


def test_the_quotation_is_found_by_what_stands_around_it():
    words = "It rained on the valley for nine days and nine nights, and the river rose."
    page = f"<article><h1>A</h1><p>First. {words}</p><p>{words} Then.</p><p>{words}</p></article>"

    blocks = [b for b in extract(Page(page, "x")).blocks if b.omitted is None]

    first, second = blocks[0].anchor, blocks[1].anchor
    assert second.prefix.endswith("river rose.")
    assert first.selector != second.selector
