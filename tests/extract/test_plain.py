from narrate.extract import extract
from narrate.model import Page


def read(text: str):
    return extract(Page(text, "note.txt", "text/plain"))


def test_the_first_line_is_the_title_and_wrapped_lines_are_joined():
    found = read("A walk\n\nIt was a fine day, and we\nwent to the park.\n\nThen it rained.\n")

    assert found.metadata.title == "A walk"
    assert [b.text for b in found.blocks] == [
        "It was a fine day, and we went to the park.",
        "Then it rained.",
    ]


def test_a_text_that_begins_with_a_sentence_has_no_title():
    found = read("It was a fine day.\n\nThen it rained.")

    assert found.metadata.title == ""
    assert len(found.blocks) == 2


def test_lists_keep_their_numbers():
    found = read("Shopping\n\n1. Salt\n2. Water\n   from the well\n")

    assert [(b.number, b.text) for b in found.blocks] == [
        ("1", "Salt"),
        ("2", "Water from the well"),
    ]


def test_words_divided_at_the_end_of_a_line_are_joined():
    found = read("Title\n\nThe coun-\ncil met at the old town hall.")

    assert found.blocks[0].text == "The council met at the old town hall."
