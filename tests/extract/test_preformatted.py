"""Letters and poems that are set as code."""

from narrate.extract import extract
from narrate.extract.preformatted import is_written
from narrate.model import Page

LETTER = """Dear Sir,

I write to you about the lamp on the pier. It has been dark
for three weeks now, and the boats come in by feeling.

Nobody in the office answers when I knock. I shall knock again on Monday,
and after that I shall bring a lamp of my own."""
PROGRAM = """import pier
lamp = pier.lamps["north"]
for week in range(3):
    if lamp.is_dark(): print(week, lamp.name); lamp.repair(week=week, by="nobody")
def knock(door, times=2): return [door.knock() for _ in range(times)]
print(knock(pier.office, times=4), file=log)"""
STORY = (
    "<p>The letter was found behind a cupboard of the harbour office, where it had lain for more "
    "than ninety years before anybody opened it.</p>"
)


def blocks(text: str) -> list[tuple[str, str | None]]:
    page = f"<article><h1>A letter</h1>{STORY}<pre>{text}</pre>{STORY.replace('letter', 'note')}"
    return [(block.text, block.omitted) for block in extract(Page(page, "page.html")).blocks]


def test_a_letter_is_read_paragraph_by_paragraph():
    found = blocks(LETTER)

    assert ("Dear Sir,", None) in found
    assert any(text.startswith("I write to you") and not why for text, why in found)
    assert any(text.startswith("Nobody in the office") and not why for text, why in found)


def test_a_program_is_left_out():
    assert "code" in {why for text, why in blocks(PROGRAM) if "lamp" in text}


def test_a_few_words_are_taken_for_code():
    assert not is_written("Press enter. Then wait.")
