"""HTML → Article."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree

from narrate.errors import ExtractError
from narrate.extract.anchors import Anchorer
from narrate.extract.body import read_body
from narrate.extract.headings import demote, promote
from narrate.extract.language import language_of
from narrate.extract.metadata import Sources, metadata
from narrate.extract.metadata.head import completed
from narrate.extract.metadata.title import folded
from narrate.extract.omissions import omit, omit_authors
from narrate.extract.pieces import Piece
from narrate.extract.refuse import refuse_page
from narrate.extract.soup import TooLargeError
from narrate.extract.stated import missed
from narrate.extract.tree import parse, parse_flat
from narrate.extract.voices import name_speakers, time_entries
from narrate.model import Article, Block, Metadata, Page


def read_html(page: Page) -> Article:
    """Read an HTML page. Raises ExtractError when it holds no article."""
    try:
        return _read_or_scripts(page, Sources.of(parse(page.text)))
    except RecursionError:
        # Nested some hundred levels deep: by a machine's mistake, or to do harm.
        flat = Sources.of(parse_flat(page.text))
        return _read(page, flat, metadata(flat, page), exact=False)
    except TooLargeError as error:
        what = f"the page is too large to be one article: {error} elements"
        raise ExtractError(what, subject=page.source) from error


def _read_or_scripts(page: Page, sources: Sources) -> Article:
    """Read what the page holds; where that is nothing, what its scripts would put into it."""
    about = metadata(sources, page)
    try:
        return _read(page, sources, about, exact=True)
    except ExtractError as error:
        built = None if about.free is False else _built(sources)
        if built is None:
            raise
        try:
            return _read(page, built, metadata(built, page), exact=False)
        except ExtractError:
            raise error from None


def _built(sources: Sources) -> Sources | None:
    """The page with the article that its scripts hold; None where they hold none."""
    from narrate.extract.scripted import as_page, scripted

    found = scripted(sources.root, sources.titles())
    return Sources.of(as_page(sources.root, found)) if found else None


def _read(page: Page, sources: Sources, about: Metadata, *, exact: bool) -> Article:
    pieces, elements = read_body(sources.root, about.title, _host(about.url))
    titles = sources.titles()
    demote(pieces)
    omit(pieces, about, titles)
    if stated := missed(sources.node, pieces):
        pieces, elements = stated, []
        omit(pieces, about, titles)
    about = _as_headed(about, pieces, titles)
    named, claimed = about.authors, sources.claimed_authors(about.title)
    about = completed(about, pieces, claimed)
    if about.authors != named:
        omit_authors(pieces, about, people=about.authors != claimed)
    refuse_page(page, pieces, about, sources)
    finish(pieces)
    about = with_language(about, pieces)
    anchorer = Anchorer(sources.root, exact) if elements else None
    return Article(about, to_blocks(pieces, about, anchorer, elements))


def _as_headed(about: Metadata, pieces: list[Piece], titles: tuple[str, ...]) -> Metadata:
    """The metadata with the headline over the text, where the page has but a window title."""
    if len(titles) > 1:
        return about
    headline = next((piece.text for piece in pieces if piece.reason == "headline"), "")
    held = headline and folded(headline) in folded(about.title)
    return replace(about, title=headline) if held else about


def finish(pieces: list[Piece]) -> None:
    """What can be told of the pieces once it is known which are read."""
    time_entries(pieces)
    name_speakers(pieces)
    promote(pieces)


def with_language(about: Metadata, pieces: list[Piece]) -> Metadata:
    """The metadata with the language that the text is in."""
    text = " ".join(piece.text for piece in pieces[:60] if piece.reason is None)
    return replace(about, language=language_of(text, about.language))


def _host(address: str | None) -> str:
    """The last two labels of an address's host, by which its own links are known."""
    labels = (urlsplit(address or "").hostname or "").split(".")
    return ".".join(labels[-2:])


def to_blocks(
    pieces: Iterable[Piece],
    about: Metadata,
    anchorer: Anchorer | None = None,
    elements: Sequence[etree._Element] = (),
) -> tuple[Block, ...]:
    """The pieces as blocks of an article, with anchors where there is a page to anchor them in."""
    primary = _primary(about.language)
    blocks = []
    for piece in pieces:
        anchor = anchorer.anchor(elements[piece.element], piece.exact) if anchorer else None
        foreign = piece.language if piece.language and _primary(piece.language) != primary else None
        blocks.append(
            Block(
                piece.kind,
                piece.text,
                piece.reason,
                piece.level,
                piece.number,
                piece.speaker,
                piece.time,
                foreign,
                anchor,
                piece.readings,
            )
        )
    return tuple(blocks)


def _primary(tag: str | None) -> str:
    return (tag or "").split("-")[0].lower()
