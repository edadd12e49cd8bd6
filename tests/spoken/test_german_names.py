import pytest

from narrate.spoken.names import proper_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern kam Ulrike Stammbach ins Rathaus.", ["Ulrike", "Stammbach"]),
        ("Das sagte Frau Stammbach. Später ging Stammbach heim.", ["Stammbach"]),
        ("Dann sprach Bundeskanzlerin Ulrike Stammbach.", ["Ulrike", "Stammbach"]),
        ("Der Verein kam. Dann hat Verein Stammbach gewonnen.", []),
        ("Sie kamen mit Brot und Wein aus der Stadt.", []),
        ("Am Montag im Januar fuhr man Richtung Hoffnung.", []),
        ("In Stammbach regnet es.", []),
    ],
)
def test_only_what_other_signs_tell_is_a_name(text, expected):
    assert [name.text for name in proper_names([text], "de", lambda _: False)] == expected
