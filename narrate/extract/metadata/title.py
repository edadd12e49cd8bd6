"""The title: the headline that most of the page's own sources agree on, without the site's name."""

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

from lxml import etree

from narrate.extract.metadata.jsonld import Node
from narrate.extract.metadata.tags import Tags, first, words_of
from narrate.extract.text import normalised

_SEPARATOR = re.compile(r"\s+[|\-–—·•*›»:ㅣ]+\s+|\s*[|›»_ㅣ]\s*|--")
_WEIGHTS = {
    "headline": 3.0, "h1": 2.3, "og": 1.6, "menu": 0.7, "twitter": 0.2, "document": 0.3,
    "name": 0.2,
}  # fmt: skip
"""How far each source is believed; `menu` is a heading that stands in a menu."""
_WORDS = re.compile(r"\w+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_MENU = ("nav", "footer", "aside", "dialog")
_LONGEST = 300
_LONGEST_TAIL = 8
"""Words of a site's and its section's names."""
_SHORTEST_NAME = 4
_UNLIKE = 0.15
"""A heading that shares fewer of its words with every other title names the site, not the page."""


def title(root: etree._Element, node: Node, found: Tags, sites: Iterable[str]) -> str:
    """The title, from structured data, meta tags, the page's headings and its `title` element."""
    names = {folded(site) for site in sites if site}
    others = _others(root, node, found)
    known = {folded(text) for text in others.values() if text}
    candidates = {key: without_site(text, names, known) for key, text in others.items() if text}
    place, heading = _heading(root, [folded(text) for text in candidates.values()])
    if heading:
        candidates[place] = without_site(heading, names, known)
    return _elected(candidates)


def wordings(root: etree._Element, node: Node, found: Tags) -> tuple[str, ...]:
    """Every wording of the headline in the page's head, and its heading."""
    others = [text for key, text in _others(root, node, found).items() if text and key != "name"]
    _, heading = _heading(root, [folded(text) for text in others])
    return (*others, heading) if heading else tuple(others)


def folded(text: str) -> str:
    """The words of a text without case, accents and punctuation, for comparing."""
    bare = text.casefold()
    if not bare.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", bare))
    return " ".join(_WORDS.findall(bare))


def without_site(text: str, sites: set[str], known: set[str] = frozenset()) -> str:  # type: ignore[assignment]
    """A title without the site's name before or behind it.

    >>> without_site("Rain ahead - Weather - The Paper", {"the paper"}, {"rain ahead"})
    'Rain ahead'
    """
    cuts = [match.span() for match in _SEPARATOR.finditer(text)]
    for start, end in cuts:
        if folded(text[:start]) in known - {folded(text)} and _is_tail(text[end:], sites):
            return text[:start].strip()
    while cuts:
        start, end = cuts.pop()
        if not _names_site(text[end:], sites):
            break
        text = text[:start].strip()
    first = _SEPARATOR.search(text)
    if first and _names_site(text[: first.start()], sites):
        text = text[first.end() :].strip()
    return text


def _is_tail(tail: str, sites: set[str]) -> bool:
    return _names_site(tail, sites) or len(tail.split()) <= _LONGEST_TAIL


def _names_site(part: str, sites: set[str]) -> bool:
    bare = folded(part).replace(" ", "")
    return bool(bare) and any(
        bare == s or s in bare or (len(bare) >= _SHORTEST_NAME and bare in s)
        for s in (x.replace(" ", "") for x in sites)
        if s
    )


def _others(root: etree._Element, node: Node, found: Tags) -> dict[str, str]:
    texts = {
        "headline": str(node.get("headline") or ""),
        "name": str(node.get("name") or ""),
        "og": first(found, ["og:title"]) or "",
        "twitter": first(found, ["twitter:title"]) or "",
        "document": root.findtext(".//title") or "",
    }
    return {key: normalised(unescape(text))[:_LONGEST] for key, text in texts.items()}


def _heading(root: etree._Element, known: list[str]) -> tuple[str, str]:
    """The first-level heading that most resembles what the page calls itself, and its source."""
    found = list(root.iter("h1"))
    # Where a menu is never closed, everything behind it stands in it.
    outside = [h for h in found if not any(a.tag in _MENU for a in h.iterancestors())]
    headings = [words for h in outside or found if (words := words_of(h)) and "{{" not in words]
    likest = max(headings, key=lambda heading: _likeness(folded(heading), known), default="")
    believed = not any(known) or _likeness(folded(likest), known) > _UNLIKE
    return "h1" if outside else "menu", likest if believed else ""


def _likeness(heading: str, known: list[str]) -> float:
    words = set(heading.split())
    shares = [len(words & set(k.split())) / (len(words | set(k.split())) or 1) for k in known if k]
    return max(shares, default=0.0)


def _elected(candidates: dict[str, str]) -> str:
    votes: dict[str, float] = {}
    for key, text in candidates.items():
        votes[folded(text)] = votes.get(folded(text), 0.0) + _WEIGHTS[key]
    if not votes:
        return ""
    winner = _without_kicker(max(votes, key=lambda words: votes[words]), candidates)
    order = ("h1", "menu", "headline", "og", "twitter", "document", "name")
    return next(candidates[k] for k in order if k in candidates and folded(candidates[k]) == winner)


def _without_kicker(winner: str, candidates: dict[str, str]) -> str:
    """The winner without the line over the headline, where the page shares it without."""
    shared = folded(candidates.get("og", ""))
    bare = len(shared.split()) >= _SHORTEST_NAME and winner.endswith(f" {shared}")
    return shared if bare else winner
