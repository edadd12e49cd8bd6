import json

import pytest

from narrate.errors import ExtractError
from narrate.extract import extract
from narrate.model import Page

TITLE = "The bridge at Millford falls"
TEXT = (
    "The river rose by four metres in a single night, and took the old stone bridge with it.",
    "Nobody in the town had seen the like, the mayor said, and nobody wished to see it again.",
    "Engineers will come in April to measure the banks, and the council will vote in May.",
    "Until then a ferry crosses the river twice an hour, from six in the morning to midnight.",
    "The ferry takes twelve people, four bicycles and, as its pilot says, one patient horse.",
)
HTML = "".join(f"<p>{text}</p>" for text in TEXT)
LIST = [{"type": "text", "content": text} for text in TEXT]
STORY = {"title": TITLE, "body": HTML}


def page(script, title=TITLE, head=""):
    """A page that holds nothing but a script, and its title."""
    return Page(
        f"<html lang=en><head><title>{title}</title>{head}</head>"
        f"<body><div id=root></div>{script}</body></html>",
        "x",
    )


def data(value):
    return f"<script type='application/json'>{json.dumps(value)}</script>"


def streamed(text):
    return f"<script>self.__next_f.push({json.dumps([1, text])})</script>"


def read(found):
    return tuple(block.text for block in found.blocks if block.omitted is None)


@pytest.mark.parametrize(
    "script",
    [
        data({"props": {"pageProps": {"article": STORY}}}),
        data({"story": {"headline": TITLE, "elements": LIST}}),
        data({"story": {"headline": TITLE, "content": {"body": list(TEXT)}}}),
        data({"cache": json.dumps({"story": STORY})}),
        f"<script>window.__STATE__ = {json.dumps(STORY)}; start();</script>",
        f"<script>q.push({json.dumps({'data': [STORY]})})</script>",
        streamed(f"5:{json.dumps([STORY])}\n"),
        data({"title": TITLE, "text": "\n\n".join(TEXT)}),
    ],
)
def test_an_article_that_stands_only_in_a_script_is_read(script):
    found = extract(page(script))

    assert found.metadata.title == TITLE
    assert read(found) == TEXT


def test_a_long_text_is_read_from_a_stream_that_is_cut_into_pieces():
    story = {"title": TITLE, "body": "$8"}
    whole = f"8:T{len(HTML):x},{HTML}7:{json.dumps(story)}\n"

    found = extract(page(streamed(whole[:300]) + streamed(whole[300:])))

    assert read(found) == TEXT


def test_its_date_and_writers_come_from_the_same_object():
    story = STORY | {
        "publishedAt": "2026-03-04T07:00:00+01:00",
        "updatedAt": "2026-03-05T07:00:00+01:00",
        "authors": [{"name": "Ada Pell"}, {"name": "Tom Vane"}],
    }

    about = extract(page(data(story))).metadata

    assert about.published == "2026-03-04T07:00:00+01:00"
    assert about.authors == ("Ada Pell", "Tom Vane")


def test_the_site_may_stand_in_the_title_of_the_page():
    found = extract(page(data(STORY), title=f"{TITLE} | The Valley Post"))

    assert read(found) == TEXT


def test_its_anchors_quote_the_text_that_the_browser_will_show():
    block = next(b for b in extract(page(data(STORY))).blocks if b.text == TEXT[0])

    assert block.anchor is not None
    assert (block.anchor.selector, block.anchor.exact) == ("body", TEXT[0])


@pytest.mark.parametrize(
    "script",
    [
        data(STORY | {"title": "Another story altogether"}),
        data({"title": TITLE, "body": "<p>Short.</p>" * 3}),
        data({"title": TITLE, "keys": [f"4f6a1c{n:06}-9b5e-48ad" for n in range(40)]}),
        data({"title": TITLE, "pictures": [{"src": "a.jpg", "text": text} for text in TEXT]}),
        f"<script>var story = {json.dumps(STORY)[:-40]}</script>",
        "<script>" + "[" * 100_000 + "</script>",
        f'<script>var n = {{"n": 1{"0" * 6000}}}</script>',
        f"<script>self.__next_f.push([1{'0' * 6000}])</script>",
        "<script>" + '{"a":' * 100_000 + "</script>",
    ],
)
def test_what_is_another_story_or_no_text_is_not_read(script):
    with pytest.raises(ExtractError):
        extract(page(script))


def test_what_is_sold_is_not_taken_from_the_script():
    sold = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False}
    head = f"<script type='application/ld+json'>{json.dumps(sold)}</script>"

    with pytest.raises(ExtractError, match="paywall"):
        extract(page(data(STORY), head=head))
