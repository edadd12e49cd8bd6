"""What must not be read aloud, and why: rules in order, each giving pieces their reason.

Structure and role have spoken already (`marks`, by way of the finder); here follow the wording
of lines (`lines`) and the place where a piece stands (`places`).
"""

from collections.abc import Iterable

from narrate.extract.metadata.title import folded
from narrate.extract.omissions.about import About
from narrate.extract.omissions.edges import omit_notices, omit_sources
from narrate.extract.omissions.galleries import omit_galleries
from narrate.extract.omissions.headings import omit_bare_headings
from narrate.extract.omissions.lines import is_byline, is_price, is_worded, judge_line
from narrate.extract.omissions.links import omit_links
from narrate.extract.omissions.phrases import starts
from narrate.extract.omissions.places import (
    omit_bios,
    omit_boxes,
    omit_head,
    omit_posts,
    omit_repeated,
    omit_tail,
)
from narrate.extract.pieces import Piece
from narrate.model import Metadata
from narrate.notices import is_notice, is_told

_HEAD = 15
"""Pieces among which a byline stands."""
_SHORTEST_CORRECTION = 30
"""More than the bare word, which may head a section."""
_LONGEST_CORRECTION = 1200
_LONGEST_DISCLAIMER = 320


def omit(pieces: list[Piece], metadata: Metadata, titles: Iterable[str] = ()) -> None:
    """Give every piece that must not be read aloud its reason.

    `titles` are other wordings of the headline that the page has.
    """
    about = About.of(metadata, titles)
    _judge_lines(pieces, about)
    omit_head(pieces, about)
    omit_posts(pieces)
    omit_boxes(pieces)
    omit_links(pieces)
    omit_bios(pieces, about)
    omit_galleries(pieces)
    omit_notices(pieces, about)
    omit_sources(pieces)
    omit_tail(pieces)
    omit_repeated(pieces)
    omit_bare_headings(pieces)


def omit_authors(pieces: list[Piece], metadata: Metadata, *, people: bool) -> None:
    """Leave out the byline, and the biographies of people, that the text itself has told of.

    A house that is named as the author may well be what the text is about.
    """
    about = About.of(metadata, ())
    for piece in pieces[:_HEAD]:
        if piece.reason is None and is_byline(piece.text, folded(piece.text), about):
            piece.reason = "byline"
    if people:
        omit_bios(pieces, about)


def omit_lines(pieces: list[Piece], metadata: Metadata) -> None:
    """The rules on lines alone, for a text that has been written down without a page around it."""
    about = About.of(metadata, ())
    _judge_lines(pieces, about)
    for piece in pieces:
        if piece.reason is None and about.repeats(piece.text):
            piece.reason = "headline"


def _judge_lines(pieces: list[Piece], about: About) -> None:
    for place, piece in enumerate(pieces):
        if piece.kind == "caption" and piece.reason is None:
            piece.reason = "caption"
        if _is_correction(piece):
            piece.kind, piece.reason = "correction", None
        elif _is_notice(pieces, place):
            piece.reason = "disclaimer"
        elif piece.reason is None and piece.kind != "table" and not _is_priced(pieces, place):
            piece.reason = judge_line(piece, about)


def _is_priced(pieces: list[Piece], place: int) -> bool:
    """Whether a piece is the price of what stands before it, and not one of a ticker's numbers."""
    if not is_price(pieces[place].text):
        return False
    around = pieces[max(0, place - 1) : place] + pieces[place + 1 : place + 2]
    return all(is_worded(one.text) for one in around)


def _is_notice(pieces: list[Piece], place: int) -> bool:
    """Whether a piece tells that a machine reads: none is read twice.

    What may be a sentence of the story too, in the past tense, is one only at its edge.
    """
    piece = pieces[place]
    if len(piece.text) >= _LONGEST_DISCLAIMER or piece.kind in ("heading", "table"):
        return False
    if starts(piece.text, "DISCLAIMER"):
        return True
    if not is_told(piece.text):
        return False
    sides = pieces[:place], pieces[place + 1 :]
    inside = all(any(one.is_prose for one in side) for side in sides)
    return not inside or is_notice(piece.text)


def _is_correction(piece: Piece) -> bool:
    if piece.kind == "heading" or len(piece.text) > _LONGEST_CORRECTION:
        return False
    return starts(piece.text, "CORRECTION") and len(piece.text) > _SHORTEST_CORRECTION
