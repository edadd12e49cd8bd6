import json

import pytest

from narrate.extract.metadata import Sources, metadata
from narrate.extract.tree import parse
from narrate.model import Page

SHOWN = "Ten bridges of stone to walk over"


def title(body: str, window: str, shared: str = "", **stated: str) -> str:
    described = json.dumps({"@type": "Article", **stated})
    page = Page(
        f'<html><head><title>{window}</title><meta property="og:title" content="{shared}">'
        f'<script type="application/ld+json">{described}</script></head><body>{body}</body></html>',
        "x",
        url="https://post.example/a",
    )
    return metadata(Sources.of(parse(page.text)), page).title


def test_one_headline_for_search_engines_in_every_field_gives_way_to_the_heading():
    same = "Stone bridges 2026"

    found = title(f"<h1>{SHOWN}</h1>", same, same, headline=same, name=same)

    assert found == SHOWN


def test_a_stated_headline_that_only_the_window_shares_gives_way_to_another_heading():
    same = "Old crossings: what to know about stone"

    found = title(f"<article><h1>{SHOWN}</h1></article>", same, "Why we walk", headline=same)

    assert found == SHOWN


def test_a_heading_that_is_stated_as_the_other_headline_is_the_title():
    same = "Bridges of stone 2026: the ten best"

    found = title(f"<h1>{SHOWN}</h1>", same, "Bridges", headline=same, alternativeHeadline=SHOWN)

    assert found == SHOWN


@pytest.mark.parametrize(
    "trail",
    [
        "<div><a href=/>Home</a><a href=/v>Valley</a><h1>{}</h1></div>",
        "<ul><li><a href=/>Home</a></li><li><a href=/v>Valley</a></li><li><h1>{}</h1></li></ul>",
        '<h1 class="breadcrumb__last">{}</h1>',
    ],
)
def test_a_heading_that_ends_a_row_of_links_is_for_search_engines(trail):
    window = "Ten bridges of stone: maps and tips"

    found = title(trail.format(window) + f"<h2>{SHOWN}</h2>", window, SHOWN)

    assert found == SHOWN


def test_a_lower_heading_is_the_title_where_there_is_no_higher_one():
    assert title(f"<h3>{SHOWN}</h3>", "Ten stone bridges to walk over") == SHOWN


def test_a_wide_bar_parts_the_title_from_the_site():
    assert title("", f"{SHOWN}｜post.example") == SHOWN


def test_a_label_inside_the_heading_that_no_other_source_has_is_no_part_of_the_title():
    heading = f"<h1><span>{SHOWN}</span> <small>The Post of Valley</small></h1>"

    assert title(heading, SHOWN) == SHOWN
