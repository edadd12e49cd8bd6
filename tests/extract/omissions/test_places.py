"""Lines that are judged by what stands around them."""

from narrate.extract import extract
from narrate.model import Page

PROSE = tuple(
    f"<p>Chapter {name} of the harbour's history is told by the people who built it, and it is the "
    "one that visitors ask for most often when the museum opens in spring.</p>"
    for name in ("one", "two", "three", "four")
)


def read(*blocks: str) -> list[str]:
    body = "\n".join(blocks)
    page = Page(f"<body><article class=story>{body}</article></body>", "page.html")
    return [block.text for block in extract(page).blocks if block.omitted is None]


def test_a_list_that_ends_the_text_is_read():
    listed = "<ul class=plain><li>Bring warm clothes</li><li>Bring a torch</li></ul>"

    assert read(*PROSE, "<p>Two pieces of advice:</p>", listed)[-2:] == [
        "Bring warm clothes",
        "Bring a torch",
    ]


def test_a_list_of_links_at_the_end_is_left_out():
    listed = "".join(f"<li><a href=/{n}>Another harbour {n}</a></li>" for n in range(3))

    assert "harbour 1" not in " ".join(read(*PROSE, f"<ul class=plain>{listed}</ul>"))
