import pytest

from narrate.extract import extract
from narrate.model import Page

TEXT = "The old bridge over the river is open again, as the council told the valley today. "


def authors(head: str, tail: str = "") -> tuple[str, ...]:
    text = f"<p>{TEXT * 3}</p>" * 4
    page = f"<html><body><article><h1>Stone returns</h1>{head}{text}{tail}</article></body></html>"
    return extract(Page(page, "x")).metadata.authors


@pytest.mark.parametrize(
    "head",
    [
        "<p>By Ann Lee</p>",
        "<p>6 May 2026 • Ann Lee in Valley</p>",
        "<figure><img src=a.jpg><figcaption>By Ann Lee ⋅ Senior Editor</figcaption></figure>",
    ],
)
def test_the_author_is_found_in_a_line_under_the_headline(head):
    assert authors(head) == ("Ann Lee",)


@pytest.mark.parametrize(
    "head",
    [
        "<p>6 May 2026 • Five minutes</p>",
        "<p>Stone • Ann Lee in Valley</p>",
        "<figure><img src=a.jpg><figcaption>By Cy Orr</figcaption></figure>",
    ],
)
def test_a_line_that_does_not_say_so_names_nobody(head):
    assert authors(head) == ()


def test_the_author_is_found_in_the_line_at_the_end():
    assert authors("", '<p class="post-meta">By: Ann Lee</p>') == ("Ann Lee",)


def test_a_name_alone_is_the_author_where_the_page_tells_who_that_is():
    told = f"<p>Ann Lee is a writer who lives in the valley. {TEXT}</p>"

    assert authors("<p>Ann Lee</p>", told) == ("Ann Lee",)
    assert authors("<p>Ann Lee</p>") == ()
