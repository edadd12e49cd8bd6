import pytest

from narrate.publish.languages import iso639_2


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-GB", "eng"),
        ("DE", "deu"),
        ("zh-Hant-TW", "zho"),
        ("cmn", "zho"),
        ("pt_BR", "por"),
        ("ar", "ara"),
        ("nci", "nci"),
        ("x-klingon", "XXX"),
        ("", "XXX"),
        (None, "XXX"),
        ("ёё1", "XXX"),
    ],
)
def test_names_the_language_in_three_letters(tag, code):
    assert iso639_2(tag) == code
