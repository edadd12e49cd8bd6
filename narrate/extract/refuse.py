"""What holds no article, and how it shows."""

import re
from collections.abc import Sequence
from pathlib import Path

from narrate.errors import ExtractError
from narrate.extract.data import lists
from narrate.extract.metadata import Sources
from narrate.extract.metadata.jsonld import types
from narrate.extract.metadata.title import folded
from narrate.extract.pieces import Piece
from narrate.extract.text import is_dense
from narrate.model import Metadata, Page

_BINARY = (
    "%PDF",
    "PK\x03\x04",
    "\x89PNG",
    "GIF8",
    "ÿØÿ",
    "\x1f\x8b",
    "ID3",
    "OggS",
    "RIFF",
    "MZ\x90",
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffd]")
_STRANGE = 0.1
"""The share of control and replacement characters from which a text is none."""
_FEW_WORDS = 40
_FEW_CHARACTERS = 200
_FEW_SYLLABLES = 70
_NOTICE = 600
"""Characters that a page may spend on saying what it is not."""
_PARAGRAPH = 160
_PICTURES = 5
_TEASERS = 12
_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_GONE = _WORDS["gone"]
_SECTIONS = frozenset(
    {
        "collectionpage",
        "searchresultspage",
        "itemlist",
        "website",
        "profilepage",
        "aboutpage",
        "contactpage",
    }
)
_ARTICLES = frozenset({"article", "news"})
_GALLERIES = frozenset({"imagegallery", "mediagallery", "imageobject"})


def refuse_binary(page: Page) -> None:
    """Refuse what is no text. Raises ExtractError."""
    head = page.text[:4000]
    strange = len(_CONTROL.findall(head))
    if head.startswith(_BINARY) or strange > _STRANGE * len(head):
        raise ExtractError("it is binary data, not a page of text", subject=page.source)


def refuse_page(page: Page, pieces: Sequence[Piece], about: Metadata, sources: Sources) -> None:
    """Refuse a page on which no article was found. Raises ExtractError, which says what it is."""
    kept = [piece for piece in pieces if piece.reason is None]
    text = " ".join(piece.text for piece in kept if piece.kind != "heading")
    if _is_gone(about, text):
        raise ExtractError("the page says that the article is not there (404)", subject=page.source)
    if _is_long_enough(text) and not _is_list(pieces, kept, sources):
        return
    raise ExtractError(_why(pieces, text, about, sources), subject=page.source)


def _is_gone(about: Metadata, text: str) -> bool:
    title = about.title.casefold()
    heads = any(title.startswith(words) or f"- {words}" in title for words in _GONE)
    return (heads and len(text) < _NOTICE) or folded(title) in {folded(words) for words in _GONE}


def _is_long_enough(text: str) -> bool:
    return (
        len(text) >= _FEW_CHARACTERS
        or len(text.split()) >= _FEW_WORDS
        or (len(text) >= _FEW_SYLLABLES and is_dense(text))
    )


def _claims(sources: Sources) -> bool:
    """Whether a page says that it is an article."""
    return bool(sources.node) or sources.found.get("og:type", ("",))[0].lower() in _ARTICLES


def _is_list(pieces: Sequence[Piece], kept: Sequence[Piece], sources: Sources) -> bool:
    """Whether the page leads to articles rather than being one."""
    if _claims(sources):
        return False
    teasers = sum(
        piece.reason == "related" and piece.kind in {"heading", "paragraph"} for piece in pieces
    )
    prose = max(
        sum(piece.size for piece in kept if piece.is_prose and piece.size > _PARAGRAPH),
        _longest_run(pieces),
    )
    described = any(types(node) & _SECTIONS - {"website", "itemlist"} for node in sources.described)
    return (teasers >= _TEASERS or described) and prose < _NOTICE


def _longest_run(pieces: Sequence[Piece]) -> float:
    """How much running text stands together: between two headlines, a list has but a few lines."""
    longest = run = 0.0
    for piece in pieces:
        if piece.kind == "heading" or piece.reason == "related":
            run = 0.0
        elif piece.reason is None and piece.is_prose:
            run += piece.size
            longest = max(longest, run)
    return longest


def _why(pieces: Sequence[Piece], text: str, about: Metadata, sources: Sources) -> str:
    if about.free is False:
        return "the article is behind a paywall: the page holds only its beginning"
    kinds = {kind for node in sources.described for kind in types(node)}
    captions = sum(piece.reason == "caption" for piece in pieces)
    if kinds & _GALLERIES or (captions >= _PICTURES and captions * 40 > len(text)):
        return "the page is a picture gallery, not an article"
    if (
        kinds & _SECTIONS - {"website"}
        or sum(piece.reason == "related" for piece in pieces) >= _TEASERS
    ):
        return "the page is a list of articles, not an article"
    return "no article was found on the page"
