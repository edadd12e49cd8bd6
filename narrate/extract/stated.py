"""The body as structured data states it: a cross-check on the finder, and a way out without it."""

import re
from html import unescape

from narrate.extract.metadata.jsonld import Node, as_list, types
from narrate.extract.pieces import Piece
from narrate.extract.text import normalised

_SHORTEST = 400
"""Characters of a stated body that is worth believing."""
_PROBES = 12
_PROBE = 30
_FOUND = 0.3
"""The share of probes below which the finder has missed the article."""
_PARAGRAPHS = re.compile(r"\n\s*\n|(?:\r?\n)+|\s{4,}")
_WORDS = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?(?:p|br|div|strong|em|b|i|a|span|h\d)\b", re.IGNORECASE)


def missed(node: Node, pieces: list[Piece]) -> list[Piece]:
    """The stated body as pieces, where the one that was found holds hardly any of it; else nothing.

    A stated body is seldom better than the page's own: it has lost its paragraphs, headings and
    order on many sites. So it replaces only what went wrong altogether.
    """
    stated = _stated(node)
    whole = "\n".join(stated)
    if len(whole) < _SHORTEST:
        return []
    found = _bare(" ".join(piece.text for piece in pieces if piece.reason is None))
    if "liveblogposting" in types(node) and len(found) >= _SHORTEST:
        return []  # its data may hold far more entries than the page shows
    bare = _bare(whole)
    step = max(1, (len(bare) - _PROBE) // _PROBES)
    probes = [bare[at : at + _PROBE] for at in range(0, len(bare) - _PROBE, step)]
    if sum(probe in found for probe in probes) >= _FOUND * len(probes):
        return []
    return [Piece(text) for text in stated]


def _stated(node: Node) -> list[str]:
    bodies = [node.get("articleBody"), node.get("reviewBody")]
    if "liveblogposting" in types(node):
        for update in as_list(node.get("liveBlogUpdate")):
            if isinstance(update, dict):
                bodies += [update.get("headline"), update.get("articleBody")]
    texts = [paragraph for body in bodies if isinstance(body, str) for paragraph in _plain(body)]
    return [text for paragraph in texts if (text := normalised(paragraph))]


def _plain(body: str) -> list[str]:
    """The paragraphs of a stated body, which is plain text, or HTML, or HTML in entities."""
    body = unescape(body)
    if _TAG.search(body):
        from narrate.extract.body import read_region
        from narrate.extract.outline import Outliner
        from narrate.extract.tree import parse

        pieces, _ = read_region(Outliner(dense=False).outline(parse(body)), "")
        return [piece.text for piece in pieces if piece.reason is None]
    return _PARAGRAPHS.split(body)


def _bare(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))
