"""Every anchor leads to its words in the page as a real browser builds it."""

from pathlib import Path
from typing import Any

import pytest

from narrate.extract import extract
from narrate.extract.anchors import NO_TEXT
from narrate.extract.text import normalised
from narrate.fetch import fetch
from narrate.model import Block

pytestmark = pytest.mark.slow

SAMPLES = sorted(Path(__file__).parents[2].glob("samples/*/source.html"))
TABLE = """<!doctype html><title>Floods</title><main><h1>Floods</h1>
<p>The river has left its bed four times in ninety years, and each time the bridge fell.</p>
<table><tr><th>Year<th>Depth<tr><td>1936<td>four feet<tr><td>1962<td>six feet</table>
<p>After the last flood the council put up a mark on the wall of the inn, which still stands.</p>
<p>It is the first thing that visitors are shown, and the last that anyone hopes to see wet.</p>
</main>"""
TEXTS = """([selectors, silent]) => {
  const read = (node) => [...node.childNodes].map((child) =>
    child.nodeType === Node.TEXT_NODE ? child.data
      : child.nodeType === Node.ELEMENT_NODE && !silent.includes(child.localName)
        ? read(child) : "").join("");
  return [read(document.documentElement), selectors.map(
    (selector) => [...document.querySelectorAll(selector)].map(read))];
}"""


def resolved(browser: Any, file: Path, blocks: tuple[Block, ...]) -> tuple[str, list[list[str]]]:
    """The page's text in the browser, and that of the elements each selector finds."""
    context = browser.new_context(java_script_enabled=False)
    try:
        tab = context.new_page()
        tab.goto(file.as_uri(), wait_until="domcontentloaded")
        selectors = [block.anchor.selector for block in blocks if block.anchor]
        whole, found = tab.evaluate(TEXTS, [selectors, sorted(NO_TEXT)])
    finally:
        context.close()
    return normalised(whole), [[normalised(text) for text in texts] for texts in found]


def check(browser: Any, file: Path) -> None:
    blocks = extract(fetch(str(file))).blocks

    whole, found = resolved(browser, file, blocks)

    assert len(found) == len(blocks) > 0
    for block, texts in zip(blocks, found, strict=True):
        assert block.anchor is not None
        assert len(texts) == 1, block.anchor.selector
        assert block.anchor.exact in texts[0], block.anchor.selector
        assert block.anchor.prefix + block.anchor.exact + block.anchor.suffix in whole


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.parent.name)
def test_every_anchor_of_a_sample_is_found_by_selector_and_by_quotation(browser, sample):
    check(browser, sample)


def test_rows_are_found_in_a_table_that_the_browser_gives_a_body(browser, tmp_path):
    file = tmp_path / "floods.html"
    file.write_text(TABLE, encoding="utf-8")

    check(browser, file)
