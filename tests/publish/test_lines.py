import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.breaks import COLUMNS, width
from narrate.publish.lines import pieces, show
from narrate.publish.plain import encodable


def blank(char):
    """White space that parts words, and control characters; told apart from the code's way."""
    parts = char.isspace() and char not in "\u00a0\u2007\u202f"
    return parts or unicodedata.category(char) == "Cc"


def shown(text, words=()):
    return [[show(text, line) for line in piece] for piece in pieces(text, words)]


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x07"])
def test_nothing_to_show_is_no_piece(text):
    assert pieces(text) == ()


def test_a_short_sentence_is_one_line():
    assert shown("A short\n sentence.") == [["A short sentence."]]


def test_two_lines_are_about_as_long():
    assert shown("The bridge stays shut until the spring of next year, it said.") == [
        ["The bridge stays shut until", "the spring of next year, it said."]
    ]


def test_a_long_sentence_breaks_where_a_clause_ends():
    text = (
        "However, the council said on Tuesday that it would spend $4.5 million on the bridge, "
        "which has been closed since the flood of 2019, and that work would start in spring."
    )

    found = shown(text)

    assert [" ".join(piece)[-8:] for piece in found] == [" bridge,", " spring."]


def test_words_are_not_parted_at_a_space_that_forbids_it():
    text = "x" * 30 + " \u00ab\u00a0" + "y" * 20 + "\u00a0\u00bb"

    assert [len(line) for line in shown(text)[0]] == [30, 24]


def test_full_width_lines_hold_21_characters_and_begin_with_no_stop():
    text = "東京都は火曜日、二〇一九年の洪水以来閉鎖されている橋に四億五千万円を投じた。" * 3

    lines = [line for piece in shown(text) for line in piece]

    assert "".join(lines) == text
    assert all(len(line) <= 21 and line[0] not in "、。っー" for line in lines)


def test_korean_breaks_at_its_spaces():
    text = "시의회는 화요일에 다리를 내년 봄까지 닫아 두겠다고 밝혔다 시민들은"

    lines = [line for piece in shown(text) for line in piece]

    assert " ".join(lines) == text


def test_an_overlong_word_is_cut_at_timed_words_first():
    text = "ภาษาไทยไม่มีช่องว่าง" * 4

    lines = [line for piece in shown(text, range(0, 80, 10)) for line in piece]

    assert [len(line) % 10 for line in lines] == [0] * len(lines)


def test_an_overlong_word_is_not_cut_inside_a_character():
    lines = [line for piece in shown("e\u0301" * 90) for line in piece]

    assert all(line.startswith("e") for line in lines)


def test_a_family_of_joined_pictures_stays_together():
    family = "👩\u200d👩\u200d👧"

    lines = [line for piece in shown(family * 20) for line in piece]

    assert all(line.replace(family, "") == "" for line in lines)


def test_a_very_long_sentence_is_broken_too():
    found = pieces("a " * 5_000)

    assert sum(end - start + 1 for piece in found for start, end in piece) == 10_000


@given(
    st.one_of(
        st.text(max_size=300),
        st.text("ab ,.", max_size=400),
        st.text("東、。aé\u0301 「っ", max_size=300),
        st.text("العربية، ", max_size=300),
    ),
    st.lists(st.integers(0, 300)),
)
def test_pieces_hold_all_of_the_text_in_two_lines_each(text, words):
    found = shown(text, words)
    lines = [line for piece in found for line in piece]

    assert all(1 <= len(piece) <= 2 for piece in found)
    assert all(0 < len(line) <= width(line) <= COLUMNS for line in lines)
    assert not any(line[0] == " " or line[-1] == " " or "  " in line for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(
        char for char in encodable(text) if not blank(char)
    )


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (
            "It will not be open to the public before the end of March 3, 2027, they said.",
            "3, 2027,",
        ),
        (
            "Nobody had ever asked the owner of the house, Dr. Lee, what it had cost him.",
            "Dr. Lee,",
        ),
        (
            "That the old road along the river costs $4.5 million is not what they said.",
            "$4.5 million",
        ),
        ("All of the shops in the old town close early — they always did — in winter.", "early —"),
    ],
)
def test_what_belongs_together_stays_on_a_line(text, together):
    lines = [line for piece in shown(text) for line in piece]

    assert any(together in line for line in lines)
