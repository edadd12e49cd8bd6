"""HTML → Article."""

from dataclasses import replace

from narrate.errors import ExtractError
from narrate.extract.blocks import blocks
from narrate.extract.finder import body
from narrate.extract.metadata import metadata
from narrate.extract.soup import soup
from narrate.extract.tree import parse
from narrate.model import Article, Page


def read_html(page: Page) -> Article:
    """Read an HTML page. Raises ExtractError when it holds no article."""
    root = parse(page.text)
    about = metadata(root, page)
    tag, _ = soup(body(root))
    found = [replace(b, omitted="caption") if b.kind == "caption" else b for b in blocks(tag)]
    if not found:
        raise ExtractError("no article was found on the page", subject=page.source)
    return Article(about, tuple(found))
