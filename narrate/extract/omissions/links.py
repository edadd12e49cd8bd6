"""Lines and lists that are nothing but links, and which of them are part of the text."""

from narrate.extract.omissions.phrases import starts
from narrate.extract.pieces import Piece

_WORD, _LINE = 12, 60
"""Characters of a word or two, and of a line."""
_SENTENCE = 3
"""Words of a line that says what stands in the list under it."""
_NEAR = 8
"""Items to either side of one by which a list is judged."""


def omit_links(pieces: list[Piece]) -> None:
    """Lines that are nothing but a link, alone or in a list of such."""
    introduced = False
    for position, piece in enumerate(pieces):
        if piece.kind != "list_item":
            introduced = _introduces(piece)
        elif introduced:
            continue
        if piece.reason is None and piece.all_linked and not _belongs(pieces, position):
            piece.reason = "related"


def introduces(text: str) -> bool:
    """Whether a line says what is in the list under it, which then is part of the text.

    >>> introduces("These are the sources of the figures:"), introduces("Read more here:")
    (True, False)
    """
    ended = text.rstrip().endswith((":", "："))
    return ended and len(text.split()) >= _SENTENCE and not starts(text, "RELATED")


def _introduces(piece: Piece) -> bool:
    return piece.reason is None and piece.kind == "paragraph" and introduces(piece.text)


def _belongs(pieces: list[Piece], position: int) -> bool:
    """Whether a linked line is part of the text all the same."""
    piece = pieces[position]
    if len(piece.text) <= _WORD or piece.kind == "quotation":
        return True
    if piece.outward * 2 > piece.linked and piece.kind in {"heading", "list_item"}:
        return True
    if piece.kind == "heading":
        return _is_of_several(pieces, piece) and _precedes_prose(pieces, position)
    if piece.kind != "list_item":
        return len(piece.text) > _LINE and piece.text[-1] == "." and "http" not in piece.text
    around = pieces[max(0, position - _NEAR) : position + _NEAR + 1]
    near = [p for p in around if p.kind == "list_item" and p.home == piece.home]
    return sum(not p.all_linked for p in near) * 2 >= len(near)


def _is_of_several(pieces: list[Piece], heading: Piece) -> bool:
    """Whether there is another heading that is a link, in the same place."""
    kin = (p.kind == "heading" and p.all_linked and p.home == heading.home for p in pieces)
    return sum(kin) > 1


def _precedes_prose(pieces: list[Piece], position: int) -> bool:
    following = pieces[position + 1 : position + 3]
    return any(
        p.is_prose and p.reason is None and p.home == pieces[position].home for p in following
    )
