import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.fetch.prescan import charset_of, prescan


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META CharSet = 'Windows-1251' />", "cp1251"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=euc-jp">', "euc_jp"),
        (b'<meta http-equiv="refresh" content="1; charset=euc-jp">', None),
        (b'<meta name="x" content="text/html; charset=euc-jp">', None),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso8859-2"),
        (b"<?php encoding='iso-8859-2'?>", None),
        (b"<!-- <meta charset=euc-jp> --><meta charset=koi8-r>", "koi8-r"),
        (b"<script>'<meta charset=euc-jp>'</script><meta charset=koi8-r>", "koi8-r"),
        (b"<meta charset=nonsense><meta charset=koi8-r>", "koi8-r"),
        (b"<meta charset=koi8-r><meta charset=utf-8>", "koi8-r"),
        (b"<meta charset=koi8-r charset=utf-8>", "koi8-r"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=rot13>", None),
        (b"<meta charset", None),
        (b"<meta charset>", None),
        (b"<![nonsense[<meta charset=koi8-r>", None),
        (b" " * 3000 + b"<meta charset=koi8-r>", "koi8-r"),
        (b" " * 5000 + b"<meta charset=koi8-r>", None),
        (b"", None),
    ],
)
def test_declarations_are_read_as_a_browser_would(head, codec):
    assert prescan(head).codec == codec


@pytest.mark.parametrize(
    ("head", "language"),
    [
        (b"<html lang=de>", "de"),
        (b"<html xml:lang='pt-BR'>", "pt-BR"),
        (b"<html lang=''>", None),
        (b"<p lang=de>", None),
    ],
)
def test_the_language_is_the_root_elements(head, language):
    assert prescan(head).language == language


@given(st.binary(max_size=200) | st.text("<>!-[]?/ameta charset='", max_size=80).map(str.encode))
def test_no_bytes_break_it(head):
    prescan(head)


@pytest.mark.parametrize(
    ("header", "codec"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ("text/html;foo=bar;CHARSET='latin1'", "cp1252"),
        ("text/html; charset=", None),
        ("text/html; charset=klingon", None),
        ("text/html", None),
        (None, None),
    ],
)
def test_a_headers_charset_is_read(header, codec):
    assert charset_of(header) == codec
