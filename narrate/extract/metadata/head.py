"""What the lines at the head of the article tell where the page's own data is silent."""

from collections.abc import Iterator
from dataclasses import replace

from narrate.extract.metadata.dates import is_day_first, written
from narrate.extract.metadata.names import is_signature, names_apart, signed
from narrate.extract.pieces import Piece
from narrate.model import Metadata

_HEAD = 30
"""Pieces among which the lines under the headline stand."""
_PARAGRAPHS = 2
"""Paragraphs that may stand before the byline: a summary, a note."""
_ELSEWHERE = frozenset({"related", "comments", "caption", "repeated", "footnote"})
"""Reasons of lines that tell of others."""
_BOLD = 0.9


def completed(about: Metadata, pieces: list[Piece], claimed: tuple[str, ...] = ()) -> Metadata:
    """The metadata with the authors and the date that stand between headline and text.

    Only a line that says whose it is, a name set in bold under the headline or at the end, and a
    full date with its year are believed. `claimed` is who is named where no person is: the house,
    mostly. A line that is found to be the byline is not read aloud.
    """
    lines = tuple(_head(pieces))
    order = is_day_first((line.text for line in lines), about.language)
    when = about.published or written((line.text for line in lines), day_first=order)
    byline = next((found for line in lines if (found := signed(line.text))), ())
    authors = about.authors or byline or _signatures(pieces) or claimed
    return replace(about, authors=authors, published=when)


def _head(pieces: list[Piece]) -> Iterator[Piece]:
    """The lines before the text that are not read with it: kicker, byline, date."""
    paragraphs = 0
    for piece in pieces[:_HEAD]:
        paragraphs += piece.reason is None and piece.is_prose
        if paragraphs > _PARAGRAPHS:
            return
        if piece.reason is not None and piece.reason not in _ELSEWHERE:
            yield piece


def _signatures(pieces: list[Piece]) -> tuple[str, ...]:
    """The name in bold with which a text begins or ends; it is marked as the byline."""
    prose = [i for i, piece in enumerate(pieces) if piece.reason is None and piece.is_prose]
    if not prose:
        return ()
    before, behind = pieces[max(0, prose[0] - 3) : prose[0]], pieces[prose[-1] + 1 :][:1]
    for piece in (*reversed(before), *behind):
        if _is_bold(piece) and is_signature(piece.text) and (found := names_apart([piece.text])):
            piece.reason = "byline"
            return found
    return ()


def _is_bold(piece: Piece) -> bool:
    bold = piece.strong >= _BOLD * len(piece.text)
    return bold and piece.kind == "paragraph" and not piece.linked and piece.reason in _FREE


_FREE = frozenset({None, "related", "byline"})
