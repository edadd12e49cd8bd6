"""What a site says of itself at a text's ends, and lists of sources."""

import pytest

from narrate.extract import extract
from narrate.model import Page

PROSE = tuple(
    f"Chapter {name} of the harbour's history is told by the people who built it, and it is the "
    "one that visitors ask for most often when the museum opens in spring."
    for name in ("one", "two", "three", "four", "five")
)


def read(*paragraphs: str, title: str = "The harbour", rest: str = "") -> list[str]:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = Page(f"<title>{title}</title><article><h1>{title}</h1>{body}{rest}</article>", "x.html")
    return [block.text for block in extract(page).blocks if block.omitted is None]


@pytest.mark.parametrize(
    "notice",
    [
        "This website uses cookies and counts its visitors, so that it can show what they like.",
        "Diese Website verwendet Cookies, um so angenehm zu sein, wie sie nun einmal ist.",
        "Ce site utilise des cookies pour mesurer son audience et rien que pour cela.",
        "The Harbour Post is published under a Creative Commons licence, except where it says so.",
    ],
)
@pytest.mark.parametrize("place", [0, len(PROSE)])
def test_a_site_speaking_of_itself_is_left_out(notice, place):
    found = read(*PROSE[:place], notice, *PROSE[place:])

    assert found == list(PROSE)


def test_a_sentence_on_cookies_in_the_middle_is_read():
    told = "The museum's shop uses cookies and tea to keep its visitors for another hour or two."

    assert told in read(*PROSE[:3], told, *PROSE[3:], *PROSE[:2])


def test_an_article_on_cookies_keeps_them_at_its_ends():
    told = "Nearly every shop in town uses cookies and counts visitors, a study of the port found."

    assert told in read(told, *PROSE, title="Who needs a cookie?")


def test_the_list_of_sources_is_left_out():
    listed = (
        "<ol><li>^ Reed, A. A History of Harbours. Pier Press.</li><li>^ Lane, B. Tides.</li></ol>"
    )

    assert read(*PROSE, rest=f"<h2>Sources</h2>{listed}") == list(PROSE)
