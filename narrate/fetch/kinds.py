"""What a source is: a page, plain text, Markdown, or something that can't be read aloud."""

from pathlib import PurePosixPath
from typing import Literal

from narrate.fetch.prescan import prescan
from narrate.fetch.raw import Raw
from narrate.model import MediaType

Kind = MediaType | Literal["json", "feed"]

ACCEPTED: dict[str, MediaType] = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
}
"""The server's media types that are read, and what each is read as."""

_SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), "text/html"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "text/markdown"),
    **dict.fromkeys((".txt", ".text"), "text/plain"),
    ".json": "json",
}
_FEEDS = {"rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml"}
_HTML = {
    "html", "head", "body", "title", "meta", "link", "script", "style", "article", "main",
    "header", "section", "nav", "div", "p", "h1", "h2", "h3", "table", "ul", "ol", "span",
    "a", "b", "em", "strong", "img", "br", "figure", "blockquote",
}  # fmt: skip

_MAGIC = (
    (0, b"%PDF-", "a PDF"),
    (0, b"\x89PNG\r\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF8", "a GIF picture"),
    (8, b"WEBPVP8", "a WebP picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"\x1f\x8b", "a gzip file"),
    (0, b"BZh", "a bzip2 file"),
    (0, b"\xfd7zXZ", "an xz file"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd file"),
    (0, b"7z\xbc\xaf", "a 7z archive"),
    (0, b"Rar!\x1a", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (30, b"mimetypeapplication/epub", "an EPUB book"),
    (30, b"mimetypeapplication/vnd.oasis", "an OpenDocument file"),
    (0, b"PK\x03\x04", "a zip file (Word and EPUB files are such)"),
    (0, b"\xd0\xcf\x11\xe0", "an old Office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"bplist00", "a Safari web archive"),
    (8, b"WAVEfmt", "a WAV recording"),
    (0, b"ID3\x03", "an MP3 recording"),
    (0, b"ID3\x04", "an MP3 recording"),
    (0, b"OggS\0", "an Ogg recording"),
    (0, b"fLaC\0", "a FLAC recording"),
    (4, b"ftyp", "an MP4 recording"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\0", "a program"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"SQLite format 3\0", "a database"),
)
_SAMPLE = 4096
_MAIL = (b"From:", b"MIME-Version:", b"Content-Type:")
_TEXT = bytes([*b"\t\n\v\f\r\x1b", *range(0x20, 0x7F), *range(0x80, 0x100)])


def binary(body: bytes) -> str | None:
    """What a source is that is not text, by its first bytes; None when it may be text.

    >>> binary(b"%PDF-1.7 ..."), binary(b"<!doctype html>")
    ('a PDF', None)
    """
    for offset, magic, name in _MAGIC:
        if body.startswith(magic, offset):
            return name
    head = body[:_SAMPLE]
    if head.startswith(_MAIL) and b"multipart/related" in head:
        return "an MHTML web archive"
    controls = len(head.translate(None, _TEXT))
    # A stray control character or two is a slip of the pen, not another kind of file.
    return "binary data" if controls * 50 > len(head) else None


def kind_of(raw: Raw, text: str) -> Kind:
    """What to read a source as: by the server's word, by its suffix, by its first lines."""
    # Of an address only the path has a suffix.
    name = raw.url.partition("?")[0] if raw.url else raw.source
    suffix = PurePosixPath(name).suffix.lower()
    told = ACCEPTED.get(raw.media_type or "")
    named = _SUFFIXES.get(suffix)
    if told == "text/plain" and named == "text/markdown":
        return named  # few servers know Markdown's own type
    return told or named or _sniffed(raw, text)


def _sniffed(raw: Raw, text: str) -> Kind:
    start = text[:_SAMPLE].lstrip().lower()
    tags = prescan(text[:_SAMPLE].encode()).tags
    first = tags[0] if tags else ""
    if raw.is_json:
        return "json"
    if start.startswith("<") and first in _FEEDS:
        return "feed"
    if start.startswith(("<!doctype html", "<?xml")) or (start.startswith("<") and first in _HTML):
        return "text/html"
    if {"html", "body", "p"} & set(tags):
        return "text/html"
    return "text/markdown" if _is_markdown(text) else "text/plain"


def _is_markdown(text: str) -> bool:
    """Whether its first lines hold a mark that plain text hardly ever has."""
    lines = text[:_SAMPLE].splitlines()
    headed = any(line.lstrip("#")[:1] == " " for line in lines if line.startswith("#"))
    return headed or any(line.startswith("```") or "](http" in line for line in lines)
