"""Bytes to a page: what a source says of itself, checked against what it holds."""

import codecs

from narrate.errors import FetchError
from narrate.fetch.encodings import MULTIBYTE, codecs_for
from narrate.fetch.kinds import binary, kind_of
from narrate.fetch.prescan import charset_of, prescan
from narrate.fetch.raw import Raw
from narrate.model import Page

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOST = "\N{REPLACEMENT CHARACTER}"
_ASCII = bytes(range(0x80))
_SAMPLE = 4096
_FEW = 4
"""Characters beyond ASCII; with fewer, a legacy East Asian text can be UTF-8 by accident."""
_MENDING = "narrate-windows-1252"
_MEND = "an article is read from HTML, Markdown or plain text"


def decode(raw: Raw) -> Page:
    r"""Turn a source into a page: its text, and what kind of text it is.

    Line ends become `\n` and NULs go, as in a browser. Raises FetchError for an empty source
    and for what is no page: binary data (named, where its kind is known), JSON, a feed.

    >>> decode(Raw(b"<p>caf\xe9</p>\r\n", "-")).text
    '<p>café</p>\n'
    """
    wide = _unmarked_utf16(raw.body)
    marked = raw.body.startswith(tuple(mark for mark, _ in _MARKS))
    if not (wide or marked) and (name := binary(raw.body)):
        raise FetchError(f"it is {name}, not a page", subject=raw.source, mend=_MEND)
    text = raw.body.decode(wide, "replace") if wide else _text(raw)
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise FetchError("it is empty", subject=raw.source)
    kind = kind_of(raw, text, prescan(text[:_SAMPLE].encode()))
    if kind == "json":
        raise FetchError("it is JSON, not a page", subject=raw.source, mend=_MEND)
    if kind == "feed":
        raise FetchError("it is a feed or a sitemap, not a page", subject=raw.source)
    return Page(text, raw.source, kind, raw.url)


def text_of(body: bytes, declared: tuple[str, ...] = (), language: str | None = None) -> str:
    """Decode bytes without a byte order mark, by the first of these that fits what they hold.

    UTF-8, whatever is declared, since nothing else looks like it; UTF-8 with slips; the
    declared codecs; those usual in the language; windows-1252. U+FFFD stands only for bytes
    that mean nothing in the encoding chosen.

    >>> text_of("Łódź".encode("iso8859-2"), language="pl"), text_of("é".encode(), ("cp1252",))
    ('Łódź', 'é')
    """
    text = _strictly(body, "utf-8")
    dense = [name for name in declared if name in MULTIBYTE]
    if text is None or (dense and _beyond_ascii(text) < _FEW):
        # These have rules of their own about which bytes follow which: to fit is evidence.
        found = (_strictly(body, name) for name in dense)
        text = next((one for one in found if one is not None), text)
    if text is not None:
        return text
    return _mended(body) if _mostly_utf8(body) else _legacy(body, declared, language)


def _text(raw: Raw) -> str:
    for mark, name in _MARKS:
        if raw.body.startswith(mark):
            rest = raw.body[len(mark) :]
            return _mended(rest) if name == "utf-8" else rest.decode(name, "replace")
    hints = prescan(raw.body)
    declared = (charset_of(raw.content_type), hints.codec)
    return text_of(raw.body, tuple(name for name in declared if name), hints.language)


def _legacy(body: bytes, declared: tuple[str, ...], language: str | None) -> str:
    high = len(body.translate(None, _ASCII))
    for name in (*declared, *codecs_for(language)):
        text = body.decode(name, "replace")
        if text.count(_LOST) * 20 <= high:
            return text
    return body.decode("cp1252", "replace")


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        return None


def _beyond_ascii(text: str) -> int:
    return sum(not character.isascii() for character in text)


def _mostly_utf8(body: bytes) -> bool:
    """Whether more characters beyond ASCII are good UTF-8 than are not."""
    good = _beyond_ascii(body.decode("utf-8", "ignore"))
    bad = body.decode("utf-8", "replace").count(_LOST) - body.count(_LOST.encode())
    return good >= bad


def _mended(body: bytes) -> str:
    """Decode UTF-8 into which bytes of windows-1252 were pasted, as old databases do it."""
    codecs.register_error(_MENDING, _mend)
    return body.decode("utf-8", _MENDING)


def _mend(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    # Two bytes and more began a character that was cut off; so did one at the very end.
    if len(wrong) > 1 or (error.end == len(error.object) and wrong >= b"\xc2"):
        return _LOST, error.end
    return wrong.decode("cp1252", "replace"), error.end


def _unmarked_utf16(body: bytes) -> str | None:
    """UTF-16 without its mark, told by the NUL in every other byte."""
    head = body[:_SAMPLE]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else None
