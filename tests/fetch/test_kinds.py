import gzip
import io
import zipfile

import pytest

from narrate.fetch.kinds import binary, kind_of
from narrate.fetch.raw import Raw


def zipped(name, content=b""):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"GIF89a\x01", "a GIF picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a WAV recording"),
        (b"\0\0\0\x20ftypisom", "an MP4 recording"),
        (b"\0\0\0\x20ftypavif", "an AVIF picture"),
        (b"ID3\x04\0", "an MP3 recording"),
        (gzip.compress(b"<p>", mtime=0), "a gzip file"),
        (zipped("word/document.xml"), "a zip file (Word and EPUB files are such)"),
        (zipped("mimetype", b"application/epub+zip"), "an EPUB book"),
        (b"{\\rtf1\\ansi Rain}", "an RTF document"),
        (b"bplist00\xd1", "a Safari web archive"),
        (b"From: <Saved>\r\nContent-Type: multipart/related;\r\n", "an MHTML web archive"),
        (b"\x7fELF\x02", "a program"),
        (bytes(range(256)), "binary data"),
        (b"\xff\xfb\x90\x64" + bytes(100), "binary data"),
    ],
)
def test_what_is_no_text_is_named(body, name):
    assert binary(body) == name


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<p>Rain",
        b"ID3 tags are older than they look.",
        b"MZ is a name.",
        b"A form feed\f, an escape \x1b[1m and a bell \x07 are a slip of the pen.",
        "Дождь".encode("koi8-r"),
        "雨".encode("iso2022_jp"),
        b"PK is a player killer.",
    ],
)
def test_text_is_not_taken_for_something_else(body):
    assert binary(body) is None


def kind(text, source="-", content_type=None, url=None):
    return kind_of(Raw(text.encode(), source, content_type, url), text)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a.html", "text/html"),
        ("A.HTM", "text/html"),
        ("b/c.d/a.xhtml", "text/html"),
        ("a.md", "text/markdown"),
        ("a.markdown", "text/markdown"),
        ("a.txt", "text/plain"),
        ("a.json", "json"),
        ("a.other", "text/plain"),
    ],
)
def test_a_suffix_decides(source, found):
    assert kind("Rain fell.", source) == found


@pytest.mark.parametrize(
    ("content_type", "url", "found"),
    [
        ("text/html", "https://example.org/a.md", "text/html"),
        ("application/xhtml+xml; charset=utf-8", "https://example.org/", "text/html"),
        ("text/plain", "https://example.org/a", "text/plain"),
        ("text/plain; charset=utf-8", "https://example.org/a.md?raw=1.txt", "text/markdown"),
        ("TEXT/MARKDOWN", "https://example.org/a", "text/markdown"),
        (None, "https://example.org/a.md", "text/markdown"),
        (None, "https://example.org/", "text/plain"),
    ],
)
def test_the_servers_word_goes_first(content_type, url, found):
    assert kind("Rain fell.", "https://example.org/first.html", content_type, url) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n <!DOCTYPE html><p>Rain", "text/html"),
        ("<?xml version='1.0'?><html>", "text/html"),
        ("<!-- saved --><html>", "text/html"),
        ("<h1>Rain</h1>", "text/html"),
        ("Rain<p>fell.", "text/html"),
        ("<3 rain", "text/plain"),
        ("<rain> fell", "text/plain"),
        ("Rain fell. 3 < 4 > 2.", "text/plain"),
        ("# Rain\n\nIt fell.", "text/markdown"),
        ("Rain [fell](https://example.org).", "text/markdown"),
        ("```\nrain\n```", "text/markdown"),
        ("#rain fell\n- on us", "text/plain"),
        ('{"title": "Rain"}', "json"),
        ('[\n {\n "title": "Rain"}]', "json"),
        ("{Rain} fell.", "text/plain"),
        ("<?xml version='1.0'?><rss version='2.0'>", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("<urlset>", "feed"),
    ],
)
def test_without_a_name_the_first_lines_decide(text, found):
    assert kind(text) == found
