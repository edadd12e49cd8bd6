"""The tree → the pieces of the article's body, each judged."""

from lxml import etree

from narrate.extract.blocks import Place, Reader
from narrate.extract.finder import find
from narrate.extract.headed import headed
from narrate.extract.outline import Outliner, Region
from narrate.extract.pictures import mark_captions
from narrate.extract.pieces import Piece
from narrate.extract.soup import soup
from narrate.extract.teasers import mark_teasers
from narrate.extract.text import is_dense
from narrate.extract.trailing import mark_trailing

_UNLISTED = frozenset({"navigation", "comments"})
"""Reasons for which a part of the page is no part of the article, and isn't listed."""
_LONGEST_LISTED = 1500
"""Characters up to which a part that is left out is listed as part of the article."""


def read_body(
    root: etree._Element, title: str, host: str
) -> tuple[list[Piece], list[etree._Element]]:
    """Find the body and cut it into pieces; with them, the elements by their number.

    `title` tells in what script the page is written and which of several articles is meant,
    `host` which links lead out of the site.
    """
    top = Outliner(dense=is_dense(title)).outline(root)
    mark_teasers(top)
    mark_captions(top)
    best = headed(find(top), title)
    mark_trailing(best)
    return read_region(best, host)


def read_region(region: Region, host: str) -> tuple[list[Piece], list[etree._Element]]:
    """Cut a region into pieces, those under marked elements with their reason."""
    reasons, dropped, todo = {}, set(), [region]
    while todo:
        each = todo.pop()
        reasons[each.element] = each.reason
        if each.reason in _UNLISTED or (each.reason and each.length > _LONGEST_LISTED):
            dropped.add(each.element)
        else:
            todo += each.children
    tag, elements = soup(region.element, dropped)
    reader = Reader({n: reasons.get(element) for n, element in enumerate(elements)}, host)
    reader.read(tag, Place())
    reader.flush(Place())
    return reader.found, elements
