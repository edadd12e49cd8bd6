"""A listing's XML, read as far as it goes, as all feed readers do.

Read with lxml and without entities. A stray `&` or a wrong declaration is no reason to miss the
news, but what is well formed is read as it stands.
"""

import re
from collections.abc import Collection, Iterator
from html.entities import name2codepoint
from typing import Any

from lxml import etree

_AMPERSAND = re.compile(rb"&(?!#[0-9]+;|#[xX][0-9A-Fa-f]+;)(?:([A-Za-z][A-Za-z0-9]*);)?")
_NAMED = name2codepoint | {"apos": 39}
_CDATA, _END = b"<![CDATA[", b"]]>"


def root_of(body: bytes, url: str, names: Collection[str]) -> Any:
    """The root element, if it has one of the names (local, in small letters); None where not.

    Its elements' `base` tells where their links start from: `xml:base`, or else `url`.
    """
    for attempt in _attempts(body.lstrip(), url):
        if attempt is not None and local(attempt) in names:
            return attempt
    return None


def local(node: Any) -> str:
    """An element's name without its namespace, in small letters."""
    return etree.QName(node).localname.lower() if isinstance(node.tag, str) else ""


def _attempts(body: bytes, url: str) -> Iterator[Any]:
    yield _parsed(body, url, recover=False)
    mended = _with_ampersands(body)
    yield _parsed(mended, url, recover=True)
    # Whoever encodes a feed anew forgets what it says of its encoding.
    yield _parsed(mended, url, recover=True, encoding="utf-8")


def _parsed(body: bytes, url: str, **options: Any) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True, **options,
    )  # fmt: skip
    try:
        return etree.fromstring(body, parser, base_url=url)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _with_ampersands(body: bytes) -> bytes:
    """The same, where each `&` that begins nothing stands for itself, and characters have numbers.

    Addresses are put into feeds without escaping them, and HTML's names are used that XML doesn't
    have. After any fault libxml2 leaves out what is named, even `&amp;`, but not what is numbered.
    """
    if b"\0" in body:  # two bytes a letter
        return body
    first, *parts = body.split(_CDATA)
    pieces = [_AMPERSAND.sub(_numbered, first)]
    for part in parts:
        inside, end, after = part.partition(_END)
        pieces += [_CDATA, inside, end, _AMPERSAND.sub(_numbered, after)]
    return b"".join(pieces)


def _numbered(found: re.Match[bytes]) -> bytes:
    """A character by its number; an `&` where nothing is named."""
    number = _NAMED.get((found[1] or b"").decode("ascii"))
    return b"&#38;" + found[0][1:] if number is None else b"&#%d;" % number
