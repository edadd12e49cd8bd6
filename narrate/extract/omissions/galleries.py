"""Galleries and fact boxes whose every slide is set out under the same name."""

from collections import defaultdict

from narrate.extract.omissions.places import homes_of_prose
from narrate.extract.pieces import Piece

_COPIES = 4
_SHORTEST, _LONGEST, _WORDS = 12, 100, 3
"""What a name must have: characters and words, so that nobody who speaks is taken for one."""
_SLIDE = 4
"""Pieces up to which what stands under one copy is a slide."""
_SHARE = 0.5
"""The share of the running text from which its element is the article's own."""


def omit_galleries(pieces: list[Piece]) -> None:
    """The slides under a line that comes again and again, and those lines."""
    prose = homes_of_prose(pieces)
    for home, places in _names(pieces).items():
        beside = prose.get(home, 0) < _SHARE * prose.total()
        if beside and places[-1] - places[0] <= _SLIDE * len(places):
            _omit_slides(pieces, places, home)


def _names(pieces: list[Piece]) -> dict[str, list[int]]:
    """Where the copies of a repeated line stand, by what they stand in."""
    copies: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        if piece.reason is None and _SHORTEST <= len(piece.text) <= _LONGEST:
            copies[piece.home, piece.text].append(place)
    return {
        home: places
        for (home, text), places in copies.items()
        if len(places) >= _COPIES and len(text.split()) >= _WORDS
    }


def _omit_slides(pieces: list[Piece], places: list[int], home: str) -> None:
    for piece in pieces[places[0] : places[-1] + _SLIDE]:
        if piece.reason is None and piece.home == home:
            piece.reason = "caption"
