"""Rules on where a piece stands: before the text, after it, beside it, or said twice."""

from collections import Counter

from narrate.extract.metadata.title import folded
from narrate.extract.omissions.about import About
from narrate.extract.omissions.phrases import starts
from narrate.extract.pieces import Piece

_MAIN = 0.12
"""An element is a home of the body when it holds this share of the running text."""


def omit_head(pieces: list[Piece], about: About) -> None:
    """The headline, and the kickers, dates and names around it."""
    headline = _headline(pieces, about)
    for position, piece in enumerate(pieces):
        if position <= headline and not (piece.is_prose and position < headline):
            _omit(piece, "headline" if position == headline else "navigation")
        elif piece.reason is None and about.title and _repeats(folded(piece.text), about.title):
            _omit(piece, "headline")
    for piece in pieces[headline + 1 :]:
        if piece.is_prose or piece.kind in {"list_item", "quotation"} or len(piece.text) > 80:  # noqa: PLR2004
            break
        if piece.kind != "heading":
            _omit(piece, "byline")


def omit_tail(pieces: list[Piece]) -> None:
    """What follows the last running text of the body: boxes, cards, links."""
    homes = main_homes(pieces)
    last = max((i for i, p in enumerate(pieces) if p.is_prose and p.home in homes), default=-1)
    for piece in pieces[last + 1 :]:
        if piece.kind == "list_item" and piece.home in homes:
            continue
        _omit(piece, "related")


def omit_boxes(pieces: list[Piece]) -> None:
    """What stands under a line such as 'Related articles', up to where the body goes on."""
    homes = main_homes(pieces)
    inside = False
    for piece in pieces:
        if piece.reason in {"related", "comments", "promotion", "author bio"} and _opens_box(piece):
            inside = True
        elif piece.home in homes and piece.is_prose:
            inside = False
        elif inside and piece.kind == "heading" and not piece.all_linked and piece.home in homes:
            inside = False
        elif inside:
            _omit(piece, "related")


def omit_links(pieces: list[Piece]) -> None:
    """Lines that are nothing but a link, alone or in a list of such."""
    for position, piece in enumerate(pieces):
        if piece.reason is None and piece.all_linked and len(piece.text) > 12 and not _in_prose_list(pieces, position):  # noqa: PLR2004
            _omit(piece, "related")


def omit_bare_headings(pieces: list[Piece]) -> None:
    """Headings under which nothing is left to read."""
    following: Piece | None = None
    for piece in reversed(pieces):
        if piece.reason is not None:
            continue
        if piece.kind == "heading" and (following is None or (following.kind == "heading" and (following.level or 0) < (piece.level or 0))):
            _omit(piece, "navigation")
        else:
            following = piece


def omit_repeated(pieces: list[Piece]) -> None:
    """Text that has been said before, and pull quotes."""
    said: set[str] = set()
    whole = "\n".join(folded(p.text) for p in pieces if p.reason is None and len(p.text) > 120)  # noqa: PLR2004
    for piece in pieces:
        if piece.reason is not None:
            continue
        bare = folded(piece.text)
        if len(bare) > 25 and bare in said:  # noqa: PLR2004
            _omit(piece, "repeated")
        elif 25 < len(bare) and len(piece.text) <= 400 and piece.kind in {"quotation", "heading"} and bare in whole and whole.count(bare) > (len(piece.text) > 120):  # noqa: PLR2004
            _omit(piece, "pull quote")
        said.add(bare)


def main_homes(pieces: list[Piece]) -> set[str]:
    """The elements in which the body's paragraphs stand."""
    prose: Counter[str] = Counter()
    for piece in pieces:
        if piece.reason is None and piece.is_prose:
            prose[piece.home] += len(piece.text)
    total = prose.total()
    return {home for home, length in prose.items() if length >= _MAIN * total}


def _headline(pieces: list[Piece], about: About) -> int:
    for position, piece in enumerate(pieces[:40]):
        if piece.kind == "heading" and piece.level == 1:
            return position
        if piece.is_prose and len(piece.text) > 200:  # noqa: PLR2004
            break
        if about.title and _repeats(folded(piece.text), about.title):
            return position
    return -1


def _repeats(bare: str, title: str) -> bool:
    if bare == title:
        return True
    if len(bare) < 12 or len(bare) > 2 * len(title) + 20:  # noqa: PLR2004
        return False
    return title in bare and len(title) > 0.6 * len(bare)


def _opens_box(piece: Piece) -> bool:
    return (piece.kind == "heading" or len(piece.text) <= 60) and (  # noqa: PLR2004
        starts(piece.text, "RELATED") or starts(piece.text, "COMMENTS") or starts(piece.text, "BIO")
        or piece.reason == "promotion"
    )  # fmt: skip


def _in_prose_list(pieces: list[Piece], position: int) -> bool:
    """Whether a linked list item has neighbours in its list that are more than links."""
    piece = pieces[position]
    if piece.kind != "list_item":
        return False
    near = [p for p in pieces[max(0, position - 8) : position + 9] if p.kind == "list_item" and p.home == piece.home]
    return sum(not p.all_linked for p in near) * 2 >= len(near)


def _omit(piece: Piece, reason: str) -> None:
    if piece.reason is None and piece.kind != "correction":
        piece.reason = reason  # type: ignore[assignment]
