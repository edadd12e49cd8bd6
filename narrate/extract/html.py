"""HTML → Article."""

from urllib.parse import urlsplit

from narrate.errors import ExtractError
from narrate.extract.blocks import Place, Reader
from narrate.extract.finder import find
from narrate.extract.metadata import Sources, metadata
from narrate.extract.omissions import omit
from narrate.extract.outline import Outliner, Region, is_dense
from narrate.extract.pictures import mark_captions
from narrate.extract.pieces import Piece
from narrate.extract.soup import soup
from narrate.extract.teasers import mark_teasers
from narrate.extract.tree import parse
from narrate.model import Article, Block, Page


_UNLISTED = frozenset({"navigation", "comments"})
"""Reasons for which a part of the page is no part of the article, and isn't listed."""
_LONGEST_LISTED = 1500
"""Characters up to which a part that is left out is listed as part of the article."""


def read_html(page: Page) -> Article:
    """Read an HTML page. Raises ExtractError when it holds no article."""
    root = parse(page.text)
    sources = Sources.of(root)
    about = metadata(sources, page)
    top = Outliner(dense=is_dense(about.title)).outline(root)
    mark_teasers(top)
    mark_captions(top)
    pieces = _pieces(find(top), _host(about.url))
    omit(pieces, about, sources.titles())
    if not any(piece.reason is None for piece in pieces):
        raise ExtractError("no article was found on the page", subject=page.source)
    return Article(about, tuple(_block(piece) for piece in pieces))


def _pieces(region: Region, host: str) -> list[Piece]:
    reasons, dropped = {}, set()
    todo = [region]
    while todo:
        each = todo.pop()
        reasons[each.element] = each.reason
        if each.reason in _UNLISTED or (each.reason and each.length > _LONGEST_LISTED):
            dropped.add(each.element)
        else:
            todo += each.children
    tag, elements = soup(region.element, dropped)
    reader = Reader({n: reasons.get(element) for n, element in enumerate(elements)}, host=host)
    reader.read(tag, Place())
    reader.flush(Place())
    return reader.found


def _host(address: str | None) -> str:
    """The last two labels of an address's host, by which its own links are known."""
    labels = (urlsplit(address or "").hostname or "").split(".")
    return ".".join(labels[-2:])


def _block(piece: Piece) -> Block:
    return Block(piece.kind, piece.text, piece.reason, piece.level, piece.number)
