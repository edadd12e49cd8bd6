"""What a site says of itself above and below an article, and the list of sources at its end."""

import re

from narrate.extract.omissions.about import About
from narrate.extract.omissions.phrases import mentions
from narrate.extract.pieces import Piece

_FIRST, _LAST = 2, 4
"""Paragraphs at a text's ends among which a site speaks of itself."""
_FEWEST = 5
_LONGEST = 700
_COOKIE = "cookie"
_SOURCE = re.compile(r"(?:\^|↑)\s?\S|\[\d{1,3}\]\s?.{1,200}$")
"""How an entry of a list of sources begins: with what leads back to its mark, or with the mark."""
_SOURCES = 2


def omit_notices(pieces: list[Piece], about: About) -> None:
    """Cookie notices, licences and the like that stand as paragraphs at the text's ends.

    An article whose headline speaks of cookies is left as it is.
    """
    prose = [piece for piece in pieces if piece.reason is None and piece.is_prose]
    if len(prose) < _FEWEST or any(_COOKIE in title for title in about.titles):
        return
    for piece in (*prose[:_FIRST], *prose[-_LAST:]):
        if len(piece.text) <= _LONGEST and mentions(piece.text, "NOTICES"):
            piece.reason = "navigation"


def omit_sources(pieces: list[Piece]) -> None:
    """The entries of a list of sources, which their marks in the text led to."""
    entries = [piece for piece in pieces if piece.reason is None and _SOURCE.match(piece.text)]
    if len(entries) < _SOURCES:
        return
    for entry in entries:
        entry.reason = "footnote"
