"""Markdown → Article."""

from dataclasses import replace

from narrate.errors import ExtractError
from narrate.extract.body import read_region
from narrate.extract.frontmatter import split_front_matter
from narrate.extract.html import finish, to_blocks, with_language
from narrate.extract.metadata.dates import iso
from narrate.extract.metadata.names import names
from narrate.extract.omissions import omit_lines
from narrate.extract.outline import Outliner
from narrate.extract.pieces import Piece
from narrate.extract.tree import parse, parse_flat
from narrate.model import Article, Metadata, Page


def read_markdown(page: Page) -> Article:
    """Read Markdown, with or without front matter.

    The title is the front matter's, else the first heading where the text begins with one.
    Raises ExtractError when nothing is left to read.
    """
    from markdown_it import MarkdownIt

    fields, text = split_front_matter(page.text)
    # Raw HTML in Markdown is kept: the parser drops scripts, and nothing here is shown to anyone.
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    try:
        root = parse(rendered)
        pieces, _ = read_region(Outliner(dense=False).outline(root), "")
    except RecursionError:
        root = parse_flat(rendered)
        pieces, _ = read_region(Outliner(dense=False).outline(root), "")
    about = _metadata(fields, page)
    about, pieces = _titled(about, pieces)
    omit_lines(pieces, about)
    if not any(piece.reason is None for piece in pieces):
        raise ExtractError("the text has nothing to read", subject=page.source)
    finish(pieces)
    about = with_language(about, pieces)
    return Article(about, to_blocks(pieces, about))


def _metadata(fields: dict[str, tuple[str, ...]], page: Page) -> Metadata:
    def one(*keys: str) -> str | None:
        return next((fields[key][0] for key in keys if fields.get(key)), None)

    people = (*fields.get("author", ()), *fields.get("authors", ()))
    return Metadata(
        one("title") or "",
        authors=tuple(dict.fromkeys(name for person in people for name in names(person))),
        published=iso(one("date", "published") or ""),
        modified=iso(one("updated", "lastmod", "modified") or ""),
        language=one("lang", "language"),
        site=one("site"),
        section=one("section", "category"),
        url=one("url", "canonical", "canonical_url") or page.url,
        image=one("image", "cover"),
        description=one("description", "summary", "subtitle"),
    )


def _titled(about: Metadata, pieces: list[Piece]) -> tuple[Metadata, list[Piece]]:
    """The title out of the first heading, which is then not read a second time."""
    first = pieces[0] if pieces else None
    if first is None or first.kind != "heading":
        return about, pieces
    if about.title and about.title.casefold() != first.text.casefold():
        return about, pieces
    first.reason = "headline"
    return replace(about, title=about.title or first.text), pieces
