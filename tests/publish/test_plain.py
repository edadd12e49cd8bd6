import pytest

from narrate.publish.plain import encodable, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n\t\x00", ""),
        ("A\r\nheadline\u2028in  lines", "A headline in lines"),
        ("«\u00a0oui\u00a0»", "«\u00a0oui\u00a0»"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("del\x7fete\x85d", "del ete d"),
    ],
)
def test_one_line_is_plain(text, expected):
    assert one_line(text) == expected


def test_encodable_text_keeps_its_places():
    assert encodable("\udc00é\ud800") == "\ufffdé\ufffd"
