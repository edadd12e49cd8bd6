"""Slides that all bear the name of their gallery, and interviews, which only look like them."""

from narrate.extract import extract
from narrate.model import Page

PROSE = tuple(
    f"Chapter {name} of the harbour's history is told by the people who built it, and it is the "
    "one that visitors ask for most often when the museum opens in spring."
    for name in ("one", "two", "three", "four", "five", "six", "seven", "eight")
)


def read(markup: str) -> list[str]:
    page = Page(f"<article><h1>The harbour</h1>{markup}</article>", "x.html")
    return [block.text for block in extract(page).blocks if block.omitted is None]


def test_the_slides_of_a_gallery_are_left_out():
    slides = "".join(
        f"<div class=slide><h4>The harbour in pictures</h4>"
        f"<p>Ship number {n} lies at the quay in the last light of the year.</p></div>"
        for n in range(5)
    )
    text = [f"<p>{each}</p>" for each in PROSE]

    assert read("".join(text[:4]) + slides + "".join(text[4:])) == list(PROSE)


def test_an_interview_keeps_who_speaks():
    turns = "".join(f"<p>The harbour master says:</p><p>{each}</p>" for each in PROSE)

    assert [text for text in read(turns) if text in PROSE] == list(PROSE)
