"""Pages that hold their text only in the data of their scripts."""

import json

import pytest

from narrate.errors import ExtractError
from narrate.extract import extract
from narrate.model import Page

PROSE = tuple(
    f"The {number} lamp on the pier was lit by hand until the winter in which the keeper fell ill, "
    "and since then it has been lit by a clock that nobody has ever had to wind."
    for number in ("first", "second", "third", "fourth")
)
BODY = "$$AD$$<p>" + "</p><p class=text>".join(PROSE) + "</p>"
CLAIM = "<meta property=og:type content=article><title>The lamps on the pier</title>"
STATE = json.dumps({"page": {"stories": [{"id": 7, "body": BODY, "teaser": "<p>No</p>"}]}})


def page(script: str, head: str = CLAIM) -> Page:
    return Page(f"<head>{head}</head><body><main></main>{script}</body>", "page.html")


def read(found: Page) -> list[str]:
    return [block.text for block in extract(found).blocks if block.omitted is None]


@pytest.mark.parametrize(
    "script",
    [
        f"<script type=application/json>{STATE}</script>",
        f"<script>window.__STATE__ = window.__STATE__ || {{}}; __STATE__ = {STATE};</script>",
        f"<script>self.stream.push({json.dumps([1, BODY])})</script>",
        f"<script>{STATE.replace('<', chr(92) + 'u003c')}</script>",
    ],
)
def test_the_text_is_read_from_the_data(script):
    assert read(page(script)) == list(PROSE)


def test_a_page_that_shows_its_text_is_read_as_it_shows():
    shown = "<p>" + "</p><p>".join(text.replace("pier", "quay") for text in PROSE) + "</p>"

    assert "quay" in read(page(shown + f"<script type=application/json>{STATE}</script>"))[0]


@pytest.mark.parametrize("script", ["", "<script>var a = {b: [1, 2</script>" * 3])
def test_without_such_data_there_is_no_article(script):
    with pytest.raises(ExtractError, match="no article"):
        extract(page(script))


def test_a_page_that_does_not_claim_to_be_an_article_is_not_made_one():
    with pytest.raises(ExtractError):
        extract(page(f"<script type=application/json>{STATE}</script>", head=""))
