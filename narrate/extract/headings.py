"""Headings that are marked as none, and what is marked as a heading but is none."""

from narrate.extract.pieces import Piece

_LONGEST = 100
_QUOTES, _ENDS = "\"'”’») ", frozenset(".…。")
_LEVEL = 3
"""Where no real heading stands before, a section's own level below the title and its parts."""


def demote(pieces: list[Piece]) -> None:
    """Make a paragraph of every heading that is a long sentence: a lead, or text in large print."""
    for piece in pieces:
        long = piece.kind == "heading" and piece.level != 1 and len(piece.text) > _LONGEST
        if long and piece.text.rstrip(_QUOTES)[-1:] in _ENDS:
            piece.kind, piece.level = "paragraph", None


def promote(pieces: list[Piece]) -> None:
    """Make a heading of every short bold paragraph that has text under it."""
    level = _LEVEL
    for position, piece in enumerate(pieces):
        if piece.kind == "heading" and piece.reason is None:
            level = min((piece.level or 2) + 1, 6)
        elif _is_heading(piece) and _has_text(pieces, position):
            piece.kind, piece.level = "heading", level


def _is_heading(piece: Piece) -> bool:
    return (
        piece.kind == "paragraph"
        and piece.reason is None
        and len(piece.text) <= _LONGEST
        and piece.strong >= 0.9 * len(piece.text)
        and piece.text[-1] not in ".,;:!…"
        and piece.linked == 0
    )


def _has_text(pieces: list[Piece], position: int) -> bool:
    following = [piece for piece in pieces[position + 1 : position + 4] if piece.reason is None]
    return bool(following) and following[0].kind != "heading" and not _is_heading(following[0])
