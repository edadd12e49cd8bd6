import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.spoken.names import proper_names


def nothing(_word):
    return False


def names(*texts, language="en-GB", known=nothing, bylines=()):
    return [name.text for name in proper_names(texts, language, known, bylines=bylines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell. Polls rose.", []),
        ("Then Ngozi left. Ngozi’s car did not.", ["Ngozi"]),
        ("Ngozi Okonjo left.", ["Ngozi", "Okonjo"]),
        ("Yesterday Okonjo left.", ["Okonjo"]),
        ("It was Marrow, not marrow.", []),
        ("On Monday in March the FBI, Mr. Jones and King George VIII met the UN.", []),
        ("It was the SPQX of UNZWA.", ["UNZWA"]),
        ("They met Jan van der Brugge and Van der Brugge.", ["van der Brugge"]),
        ("They met Jan von der Brugge.", ["von der Brugge"]),
        ("They met Ben al-Vintri.", ["al-Vintri"]),
        ("She is O'Brannon-Szabo.", ["O'Brannon-Szabo"]),
        ("She played B-flat, said J. R. Vint.", ["Vint"]),
        ("Of the State Department and the Supreme Court.", []),
    ],
)
def test_what_is_a_name(text, expected):
    assert names(text) == expected


def test_the_most_frequent_first_with_the_first_place():
    text = "When it was over, after the long day of the storm, old Vint met Okonjo. He saw Okonjo."

    first, second = proper_names([text], "en", nothing)

    assert (first.text, first.count, second.count) == ("Okonjo", 2, 1)
    assert second.context == "…long day of the storm, old Vint met Okonjo."


def test_a_headline_alone_makes_no_name():
    headline = "Sudden Vint Storms Break Windows"

    assert names(headline) == []
    assert names(headline, "They came over Vint.") == ["Vint"]


def test_in_a_byline_every_capital_is_a_name():
    assert names(bylines=["By Dov Quorn and Zadie Vint"]) == ["Dov", "Quorn", "Zadie", "Vint"]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("He met Okonjo.", {"okonjo"}, []),
        ("He met Okonjo-Vint.", {"okonjo", "vint"}, []),
        ("He met Okonjo-Vint.", {"okonjo"}, ["Okonjo-Vint"]),
        ("The Okonjo-based firm", {"okonjo"}, []),
        ("He met Jan van Okonjo.", {"van okonjo", "jan"}, []),
    ],
)
def test_what_is_known_is_left_out(text, known, expected):
    assert names(text, known=known.__contains__) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ayer habló en Villamora Evaristo Quilez.", "es", ["Villamora", "Evaristo", "Quilez"]),
        ("Hier l’alerte de Quimperlé a pris Maëlle.", "fr", ["Quimperlé", "Maëlle"]),
        ("Вчера в Зарубино приехал Ковальчук.", "ru", ["Зарубино", "Ковальчук"]),
        ("أعلن محمد", "ar", []),
    ],
)
def test_other_languages(text, language, expected):
    assert names(text, language=language) == expected


@given(st.text(), st.sampled_from(["en", "de", "fr", "tr"]))
def test_any_text_is_read(text, language):
    for name in proper_names([text], language, nothing):
        assert name.count > 0
        assert name.text.split()[-1] in name.context
