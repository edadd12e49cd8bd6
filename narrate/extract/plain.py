"""Plain text → Article."""

import re

from narrate.errors import ExtractError
from narrate.extract.html import finish, with_language
from narrate.extract.omissions import omit_lines
from narrate.extract.pieces import Piece
from narrate.extract.text import normalised
from narrate.model import Article, Block, Metadata, Page

_PARAGRAPHS = re.compile(r"\n[ \t\u3000]*\n+|\f|\u2029")
_ITEM = re.compile(r"^[ \t]*(?:(\d{1,3}|[a-zA-Z])[.)]|[-*•–—])[ \t]+(?=\S)")
_LONGEST_TITLE = 150
_RAGGED = 12
"""Characters by which the lines of a wrapped paragraph differ."""
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])[-\u2010]\n[ \t]*(?=[a-zà-ÿ])")


def read_plain(page: Page) -> Article:
    """Read plain text: blank lines divide paragraphs, and wrapped lines are joined.

    The first line is the title when it looks like one. Raises ExtractError when nothing is left.
    """
    text = page.text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = [part for part in _PARAGRAPHS.split(text) if normalised(part)]
    if not any(character.isalnum() for character in text):
        raise ExtractError("the text has no words", subject=page.source)
    title, paragraphs = _title(paragraphs)
    about = Metadata(title, url=page.url)
    pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph)]
    omit_lines(pieces, about)
    finish(pieces)
    return Article(with_language(about, pieces), tuple(_block(piece) for piece in pieces))


def _title(paragraphs: list[str]) -> tuple[str, list[str]]:
    """The first line, where it looks like a title, and the paragraphs that follow it."""
    first, _, rest = paragraphs[0].strip().partition("\n")
    line = normalised(first.lstrip("# ").rstrip("="))
    looks = (
        len(line) <= _LONGEST_TITLE
        and line[-1:] not in ".,;:"
        and bool(rest.strip() or paragraphs[1:])
    )
    underlined = (
        bool(rest) and set(rest.split("\n", 1)[0].strip()) <= set("=-~") and rest.strip() != ""
    )
    if underlined:
        rest = rest.partition("\n")[2]
    if not looks or (
        rest.strip()
        and not underlined
        and len(rest.strip().split("\n")) > 1
        and _wraps(first, rest)
    ):
        return "", paragraphs
    return line, [*([rest] if rest.strip() else []), *paragraphs[1:]]


def _wraps(first: str, rest: str) -> bool:
    """Whether a line breaks in the midst of a sentence: it is as long as the next."""
    following = rest.strip().split("\n")[0]
    return following[:1].islower() or abs(len(first) - len(following)) < _RAGGED


def _pieces(paragraph: str) -> list[Piece]:
    """A paragraph as one piece, or a list as one piece an item."""
    lines = _HYPHENATED.sub("", paragraph).strip("\n").split("\n")
    if not all(
        _ITEM.match(line) or line.startswith((" ", "\t")) for line in lines
    ) or not _ITEM.match(lines[0]):
        return [Piece(normalised(" ".join(lines)))]
    items: list[Piece] = []
    for line in lines:
        if match := _ITEM.match(line):
            items.append(
                Piece(normalised(line[match.end() :]), "list_item", level=1, number=match[1])
            )
        else:
            items[-1].text += " " + normalised(line)
    return items


def _block(piece: Piece) -> Block:
    return Block(
        piece.kind, piece.text, piece.reason, piece.level, piece.number, piece.speaker, piece.time
    )
