"""What the first kilobytes of a document say about themselves, before it can be decoded."""

import re
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser

from narrate.fetch.encodings import codec

_HEAD = 4096  # browsers look into the first 1024 bytes; some pages declare themselves later
_XML_ENCODING = re.compile(r"""\bencoding\s*=\s*["']([\w.:-]+)["']""")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a document declares of itself."""

    codec: str | None = None
    """Python's name of the declared encoding."""
    language: str | None = None
    """As the root element's `lang` says it."""
    tags: tuple[str, ...] = ()
    """The first start tags, in order, in lower case."""


def prescan(body: bytes) -> Hints:
    """Read the declarations in a document's head: XML's, and HTML's `meta` elements.

    >>> prescan(b'<html lang="de"><meta charset="latin1"><p>')
    Hints(codec='cp1252', language='de', tags=('html', 'meta', 'p'))
    """
    scan = _Scan()
    with suppress(AssertionError):  # the parser's way to say that it doesn't know a `<![…`
        # Latin-1 takes every byte, and markup is ASCII in every encoding that gets here.
        scan.feed(body[:_HEAD].decode("latin-1"))
    return Hints(scan.codec, scan.language, tuple(scan.tags))


def charset_of(content_type: str | None) -> str | None:
    """Python's codec for the charset that a Content-Type names; None when it names none.

    >>> charset_of('text/html; Charset="UTF-8"'), charset_of("text/html")
    ('utf-8', None)
    """
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return codec(value.strip().strip("\"'"))
    return None


class _Scan(HTMLParser):
    """Comments and scripts are the parser's to skip: what they hold declares nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.codec: str | None = None
        self.language: str | None = None
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(reversed(attrs))  # of a repeated attribute the first counts
        if tag == "html":
            self.language = self.language or values.get("lang") or values.get("xml:lang")
        if tag == "meta":
            self._declare(codec(values.get("charset")))
            if (values.get("http-equiv") or "").strip().lower() == "content-type":
                self._declare(charset_of(values.get("content")))

    def handle_pi(self, data: str) -> None:
        if data.startswith("xml ") and (found := _XML_ENCODING.search(data)):
            self._declare(codec(found.group(1)))

    def _declare(self, name: str | None) -> None:
        # A declaration that could be read as ASCII is not in UTF-16, whatever it says.
        if self.codec is None and name is not None:
            self.codec = "utf-8" if name.startswith("utf-16") else name
