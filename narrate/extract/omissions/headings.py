"""Headings that are left with nothing under them."""

from narrate.extract.pieces import Piece

_BESIDE = frozenset(
    {"caption", "credit", "embed", "advertisement", "player", "timestamp", "table", "pull quote"}
)
"""What may stand under a heading that is a statement of its own."""
_ENDS = frozenset(".…。")
_SENTENCE_WORDS = 5


def omit_bare_headings(pieces: list[Piece]) -> None:
    """Headings whose text has all been left out, and those at the very end."""
    for position, piece in enumerate(pieces):
        if piece.reason is None and piece.kind == "heading" and _is_bare(pieces, position):
            piece.reason = "navigation"
    for piece in reversed(pieces):
        if piece.reason is None and (piece.kind != "heading" or _is_told(piece)):
            break
        piece.reason = piece.reason or "navigation"


def _is_told(piece: Piece) -> bool:
    """Whether a heading is itself what is told, as over the pictures of a list."""
    sentence = piece.text[-1] in _ENDS and len(piece.text.split()) > _SENTENCE_WORDS
    return sentence and piece.linked == 0


def _is_bare(pieces: list[Piece], position: int) -> bool:
    if _is_told(pieces[position]):
        return False
    lost = False
    for piece in pieces[position + 1 :]:
        if piece.reason is None:
            return (
                piece.kind == "heading"
                and lost
                and (piece.level or 0) <= (pieces[position].level or 0)
            )
        lost = lost or piece.reason not in _BESIDE
    return True
