"""What the chunks of a WAV say, for programs that don't look for an ID3 tag in one."""

from collections.abc import Iterator
from pathlib import Path

_HEAD = 8
"""Bytes: a chunk's name, and its length."""
_LARGEST = 1 << 20
"""Bytes of a chunk with text."""


def comments(path: Path) -> dict[str, str]:
    """The comment of a WAV's INFO list and the note of its iXML chunk; empty where there is none.

    Sources: Multimedia Programming Interface and Data Specifications 1.0 (IBM and Microsoft,
    1991); iXML specification 3.
    """
    found = {"ICMT": "", "NOTE": ""}
    for name, data in _chunks(path):
        if name == b"LIST" and data.startswith(b"INFO"):
            texts = dict(_parts(data[4:]))
            found["ICMT"] = texts.get(b"ICMT", b"").rstrip(b"\0").decode("utf-8", "replace")
        elif name == b"iXML":
            found["NOTE"] = _note(data)
    return found


def _chunks(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that may hold text; sound is passed over."""
    with path.open("rb") as file:
        file.seek(12)
        while len(head := file.read(_HEAD)) == _HEAD:
            size = int.from_bytes(head[4:], "little")
            padded = size + size % 2
            if head[:4] in (b"LIST", b"iXML") and size <= _LARGEST:
                yield head[:4], file.read(padded)[:size]
            else:
                file.seek(padded, 1)


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + _HEAD <= len(data):
        size = int.from_bytes(data[at + 4 : at + _HEAD], "little")
        yield data[at : at + 4], data[at + _HEAD : at + _HEAD + size]
        at += _HEAD + size + size % 2


def _note(data: bytes) -> str:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        return etree.fromstring(data.rstrip(b"\0"), parser).findtext("NOTE") or ""
    except (etree.XMLSyntaxError, ValueError):
        return ""
