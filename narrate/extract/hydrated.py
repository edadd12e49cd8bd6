"""The body of a page that holds it only in its scripts' data, for a browser to fill in."""

import json
from collections.abc import Iterator

from lxml import etree

from narrate.extract.body import read_region
from narrate.extract.finder import find
from narrate.extract.outline import Outliner
from narrate.extract.pictures import mark_captions
from narrate.extract.pieces import Piece
from narrate.extract.text import is_dense
from narrate.extract.tree import parse

_SHORTEST = 400
"""Characters of a string that may be an article."""
_FEWEST = 2
"""Paragraphs of one."""
_TRIES = 12
"""Places in a script from which data are looked for; what comes before them is code."""
_DECODER = json.JSONDecoder()


def hydrated(root: etree._Element, pieces: list[Piece], host: str) -> list[Piece]:
    """The body that the page's scripts hold as HTML, where the page itself shows no text at all."""
    if any(piece.is_prose and piece.reason is None for piece in pieces):
        return []
    texts = [text for script in root.iter("script") for text in _strings(script.text or "")]
    body = max(texts, key=_paragraphs, default="")
    if _paragraphs(body) < _FEWEST:
        return []
    top = Outliner(dense=is_dense(body)).outline(parse(body))
    mark_captions(top)
    return read_region(find(top), host)[0]


def _paragraphs(text: str) -> int:
    return text.count("<p>") + text.count("<p ")


def _strings(script: str) -> Iterator[str]:
    """The long strings in the data that a script holds, as JSON or as what it is called with."""
    if len(script) < _SHORTEST or "p" not in script:
        return
    at = 0
    for _ in range(_TRIES):
        found = [place for sign in "{[" if (place := script.find(sign, at)) >= 0]
        if not found:
            return
        try:
            value, _end = _DECODER.raw_decode(script, min(found))
        except (ValueError, RecursionError):
            at = min(found) + 1
        else:
            yield from _held(value)
            at = _end


def _held(value: object) -> Iterator[str]:
    todo = [value]
    while todo:
        each = todo.pop()
        if isinstance(each, dict):
            todo += each.values()
        elif isinstance(each, list):
            todo += each
        elif isinstance(each, str) and len(each) >= _SHORTEST:
            yield each
