import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.breaks import atoms, width
from narrate.publish.plain import one_line


def blank(char):
    """White space that parts words, and control characters; told apart from the code's way."""
    parts = char.isspace() and char not in "\u00a0\u2007\u202f"
    return parts or unicodedata.category(char) == "Cc"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("two words", ["two", "words"]),
        ("well-known", ["well-known"]),
        ("«\u00a0oui\u00a0»", ["«\u00a0oui\u00a0»"]),
        ("「東京」。", ["「東", "京」。"]),
        ("きゃっと", ["きゃっ", "と"]),
        ("１２年", ["１２", "年"]),
        ("다리를 닫다", ["다리를", "닫다"]),
    ],
)
def test_a_line_may_end_between_atoms(text, parts):
    found = atoms(text)

    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == parts


@given(st.text(max_size=300))
def test_atoms_are_in_order_and_hold_all_but_white_space(text):
    found = atoms(text)

    spans = zip(found.starts, found.ends, strict=True)
    places = [place for span in spans for place in range(*span)]
    assert places == [place for place, char in enumerate(text) if not blank(char)]


@given(st.text(max_size=300))
def test_columns_are_those_of_the_text_on_one_line(text):
    found = atoms(text)

    assert found.right[-1:] == ([width(one_line(text))] if found.right else [])
    widths = zip(found.left, found.right, found.starts, found.ends, strict=True)
    assert all(right - left == width(text[start:end]) for left, right, start, end in widths)
