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
_FLAGS = bytes(0x80) + b"\1" * 0x80
_SAMPLE = 4096
_FEW = 4
"""Characters beyond ASCII; with fewer, a legacy East Asian text can be UTF-8 by accident."""
_MENDING = "narrate-windows-1252"


def decode(raw: Raw) -> Page:
    r"""Turn a source into a page: its text, and what kind of text it is.

    Line ends become `\n` and NULs go, as in a browser. Raises FetchError for an empty source
    and for what is no page: binary data (named, where its kind is known), JSON, a feed.

    >>> decode(Raw(b"<p>caf\xe9</p>\r\n", "-")).text
    '<p>café</p>\n'
    """
    text = _unpacked(raw).replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    text = text.lstrip("\ufeff")  # some have the mark twice
    if not text.strip():
        raise FetchError("it is empty", subject=raw.source)
    kind = kind_of(raw, text)
    if kind == "json":
        raise _no_page("JSON", raw)
    if kind == "feed":
        raise _no_page("a feed or a sitemap", raw)
    return Page(text, raw.source, kind, raw.url)


def _unpacked(raw: Raw) -> str:
    mark, name = _marked(raw.body) or (b"", _unmarked_utf16(raw.body))
    body = raw.body[len(mark) :]
    if name is not None:
        text = _mended(body) if name == "utf-8" else body.decode(name, "replace")
        if found := binary(text[:_SAMPLE].encode()):
            raise _no_page(found, raw)
        return text
    if found := binary(body):
        raise _no_page(found, raw)
    hints = prescan(body)
    declared = (charset_of(raw.content_type), hints.codec)
    told = text_of(body, tuple(name for name in declared if name), hints.language)
    if told is None:
        raise FetchError(
            "its encoding is not declared, or not as it is",
            subject=raw.source,
            mend="save it as UTF-8",
        )
    return told


def _no_page(name: str, raw: Raw) -> FetchError:
    return FetchError(
        f"it is {name}, not a page",
        subject=raw.source,
        mend="an article is read from HTML, Markdown or plain text",
    )


def text_of(body: bytes, declared: tuple[str, ...] = (), language: str | None = None) -> str | None:
    """Decode bytes without a byte order mark, by the first of these that fits what they hold.

    UTF-8, whatever is declared, since nothing else looks like it; UTF-8 with slips; the
    declared codecs; those usual in the language; windows-1252, if the text may be in Latin
    letters at all: None else. U+FFFD stands only for bytes that mean nothing in the encoding
    chosen.

    Guessing by the frequency of letters was tried and left out: charset-normalizer 3.5 took
    English and Spanish in windows-1252 for mac_latin2 and cp1250.

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


def _legacy(body: bytes, declared: tuple[str, ...], language: str | None) -> str | None:
    high = len(body.translate(None, _ASCII))
    for name in (*declared, *codecs_for(language)):
        text = body.decode(name, "replace")
        if text.count(_LOST) * 20 <= high:
            return text
    return None if _other_script(body, high) else body.decode("cp1252", "replace")


def _other_script(body: bytes, high: int) -> bool:
    """Whether bytes beyond ASCII come in runs, as words of other scripts, not one by one."""
    flags = b"\0" + body.translate(_FLAGS)
    return high >= _FEW and high >= 2 * flags.count(b"\0\1")


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        return None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


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


def _marked(body: bytes) -> tuple[bytes, str] | None:
    """The byte order mark that a body begins with, and the codec it stands for."""
    return next((found for found in _MARKS if body.startswith(found[0])), None)


def _unmarked_utf16(body: bytes) -> str | None:
    """UTF-16 without its mark, told by the NUL that goes with every letter of its markup."""
    head = body[:_SAMPLE]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    few, many = sorted((even, odd))
    if many * 20 < len(head) or few * 20 > many:
        return None
    return "utf-16-le" if odd == many else "utf-16-be"
