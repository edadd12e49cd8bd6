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
    reasons = {}
    todo = [region]
    while todo:
        each = todo.pop()
        reasons[each.element] = each.reason
        todo += each.children
    dropped = {element for element, reason in reasons.items() if reason == "navigation"}
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
