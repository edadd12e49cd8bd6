"""Lines and lists that are nothing but links."""

import pytest

from narrate.extract import extract
from narrate.model import Page

PROSE = tuple(
    f"<p>Chapter {name} of the harbour's history is told by the people who built it, and it is the "
    "one that visitors ask for most often when the museum opens in spring.</p>"
    for name in ("one", "two", "three", "four")
)
LINKS = "".join(f"<li><a href=/{n}>The harbour of old number {n}</a></li>" for n in range(4))


def read(*blocks: str) -> str:
    body = "\n".join((*PROSE[:2], *blocks, *PROSE[2:]))
    page = Page(f"<body><article class=story>{body}</article></body>", "page.html")
    found = extract(page).blocks
    return "\n".join(block.text for block in found if block.omitted is None)


def test_a_list_of_links_that_a_sentence_announces_is_read():
    text = read("<p>These harbours are as old as ours:</p>", f"<ul>{LINKS}</ul>")

    assert "number 0" in text
    assert "number 3" in text


@pytest.mark.parametrize("before", ["", "<p>Read more here:</p>", "<p>Links:</p>", "<h3>Old:</h3>"])
def test_other_lists_of_links_are_left_out(before):
    assert "number 1" not in read(before, f"<ul>{LINKS}</ul>")
