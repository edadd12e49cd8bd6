"""What the lines at the head of the article tell where the page's own data is silent."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from narrate.extract.metadata.dates import is_day_first, written
from narrate.extract.metadata.names import is_signature, names_apart, signed
from narrate.extract.pieces import Piece
from narrate.model import Metadata

_HEAD = 30
"""Pieces among which the lines under the headline stand."""
_PARAGRAPHS = 2
"""Paragraphs that may stand before the byline: a summary, a note."""
_TAIL = 12
"""Pieces at the end among which a line may say who wrote the text."""
_SIGNED = frozenset({"byline", "author bio"})
_ELSEWHERE = frozenset({"related", "comments", "caption", "repeated", "footnote"})
"""Reasons of lines that tell of others."""
_BOLD = 0.9
_APART = re.compile(r"\s*[•|·⋅∙]\s*")
_SECTION = re.compile(r"\s(?:in|dans|en|em)\s.*$")
_SEVERAL = 2
_LONGEST_NAME = 40
_TELLING = re.compile(
    r"\s(?:is|was|has|writes|covers|works|ist|schreibt|arbeitet|est|écrit|es|escribe|é|escreve|è|"
    r"scrive)\s"
)
"""How a line goes on that begins with a name and tells who that is."""


def completed(about: Metadata, pieces: list[Piece], claimed: tuple[str, ...] = ()) -> Metadata:
    """The metadata with the authors and the date that stand between headline and text.

    Only a line that says whose it is, a name set in bold under the headline or at the end, and a
    full date with its year are believed. `claimed` is who is named where no person is: the house,
    mostly. A line that is found to be the byline is not read aloud.
    """
    lines = tuple(_head(pieces))
    order = is_day_first((line.text for line in lines), about.language)
    when = about.published or written((line.text for line in lines), day_first=order)
    authors = (
        about.authors or _named(lines, pieces) or _signatures(pieces) or _told_of(pieces) or claimed
    )
    return replace(about, authors=authors, published=when)


def _named(lines: Iterable[Piece], pieces: list[Piece]) -> tuple[str, ...]:
    """The names in the first line that says whose the article is, under the headline or last."""
    last = [piece for piece in pieces[-_TAIL:] if piece.reason in _SIGNED]
    told = [signed(line.text) or dated(line.text) for line in lines]
    return next(filter(None, [*told, *(signed(piece.text) for piece in last)]), ())


def _head(pieces: list[Piece]) -> Iterator[Piece]:
    """The lines before the text that are not read with it: kicker, byline, date."""
    paragraphs = 0
    for piece in pieces[:_HEAD]:
        paragraphs += piece.reason is None and piece.is_prose
        if paragraphs > _PARAGRAPHS:
            return
        if piece.reason is not None and (piece.reason not in _ELSEWHERE or _is_signed(piece)):
            yield piece


def _is_signed(piece: Piece) -> bool:
    """Whether a line under a picture says who wrote the article: 'By Ann Lee ⋅ Editor'."""
    apart = len(_APART.split(piece.text)) >= _SEVERAL
    return piece.reason == "caption" and apart and bool(signed(piece.text))


def _told_of(pieces: list[Piece]) -> tuple[str, ...]:
    """The name alone on a line under the headline, where another line tells who that is."""
    for piece in pieces[:_HEAD]:
        if len(piece.text) > _LONGEST_NAME or not is_signature(piece.text):
            continue
        if any(_tells_of(other.text, piece.text) for other in pieces):
            return names_apart([piece.text])
    return ()


def _tells_of(line: str, name: str) -> bool:
    return line.startswith(name) and bool(_TELLING.match(line, len(name)))


def dated(line: str) -> tuple[str, ...]:
    """The names in a line that holds a date and a name, set apart by a sign.

    >>> dated("6 May 2026 • Ann Lee in Valley"), dated("6 May 2026 • More News")
    (('Ann Lee',), ('More News',))
    """
    parts = [part.strip() for part in _APART.split(line) if part.strip()]
    if len(parts) < _SEVERAL or not any(written([part]) for part in parts):
        return ()
    named = [_SECTION.sub("", part) for part in parts if not any(map(str.isdigit, part))]
    return next((names_apart([part]) for part in named if is_signature(part)), ())


def _signatures(pieces: list[Piece]) -> tuple[str, ...]:
    """The name in bold with which a text begins or ends; it is marked as the byline."""
    prose = [i for i, piece in enumerate(pieces) if piece.reason is None and piece.is_prose]
    if not prose:
        return ()
    before, behind = pieces[max(0, prose[0] - 3) : prose[0]], pieces[prose[-1] + 1 :][:1]
    for piece in (*reversed(before), *behind):
        if _is_bold(piece) and is_signature(piece.text) and (found := names_apart([piece.text])):
            piece.reason = "byline"
            return found
    return ()


def _is_bold(piece: Piece) -> bool:
    bold = piece.strong >= _BOLD * len(piece.text)
    return bold and piece.kind == "paragraph" and not piece.linked and piece.reason in _FREE


_FREE = frozenset({None, "related", "byline"})
