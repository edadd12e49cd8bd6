"""The title: the headline that most of the page's own sources agree on, without the site's name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from itertools import islice

from lxml import etree

from narrate.extract.metadata.jsonld import Node
from narrate.extract.metadata.tags import Tags, first, words_of
from narrate.extract.text import normalised

_SEPARATOR = re.compile(r"\s+[|\-–—·•*›»:ㅣ~/]+\s+|\s*[|›»_ㅣ｜：]\s*|--")
_HYPHEN = re.compile(r"(?<=\S)-(?=\S)")
"""Where a section's name may be put behind a headline; believed only behind one that is known."""
_WEIGHTS = {
    "headline": 3.0, "h1": 2.3, "og": 1.6, "spare": 1.2, "menu": 0.7, "twitter": 0.2,
    "document": 0.3, "name": 0.2, "copied": 0.1, "tag": 0.1,
}  # fmt: skip
"""How far each source is believed.

`menu` is a heading that stands in a menu or a bread-crumb trail, for search engines; `copied` is a
stated headline that a program took from the window's title; `spare` is the heading once more where
the page states it as its other headline.
"""
_WORDS = re.compile(r"\w+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_MENU = ("nav", "footer", "aside", "dialog")
_LONGEST = 300
_MOST_HEADINGS = 300
"""Headings among which the headline is looked for."""
_LONGEST_TAIL = 8
"""Words of a site's and its section's names."""
_SHORTEST_NAME = 4
_SHORTEST_HEADLINE = 5
"""Words."""
_UNLIKE = 0.15
"""A heading that shares fewer of its words with every other title names the site, not the page."""
_LIKE = 0.6
"""A lower heading that shares so many is the headline, where no first-level heading is."""
_ANOTHER = 0.5
"""Headlines that share fewer of their words are different ones, not wordings of one."""
_LOOSE = re.compile(r"\s[:,.!?](?=\s|$)")
_KICKER = re.compile(
    r"kicker|eyebrow|overline|over-?title|topline|dachzeile|roofline|pre-?title|super-?title|"
    r"sur-?titre|ante-?titulo|volanta|occhiello|chapeu"
)
"""What the line over the headline is called, where it stands inside the heading."""


def title(root: etree._Element, node: Node, found: Tags, sites: Iterable[str]) -> str:
    """The title, from structured data, meta tags, the page's headings and its `title` element."""
    names = {folded(site) for site in sites if site}
    others = _others(root, node, found)
    known = {folded(text) for text in others.values() if text}
    candidates = {key: without_site(text, names, known) for key, text in others.items() if text}
    if _is_copied(others, candidates):
        candidates["copied"] = candidates.pop("headline")
        candidates.pop("name", None)
    place, heading = _heading(root, [folded(text) for text in candidates.values()])
    if heading:
        candidates[place] = _without_kicker(
            without_site(heading, names, known), candidates.get("og", "")
        )
    if heading and folded(str(node.get("alternativeHeadline") or "")) == folded(heading):
        candidates["spare"] = candidates[place]
    if _is_for_search(candidates):
        candidates["copied"] = candidates.pop("headline")
    return _elected(candidates)


def wordings(root: etree._Element, node: Node, found: Tags) -> tuple[str, ...]:
    """Every wording of the headline in the page's head, and its heading."""
    others = [text for key, text in _others(root, node, found).items() if text and key != "name"]
    _, heading = _heading(root, [folded(text) for text in others])
    return (*others, heading) if heading else tuple(others)


@lru_cache(maxsize=2000)  # the lines of a page are asked for by one rule after another
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
    for start, end in (*cuts, *(match.span() for match in _HYPHEN.finditer(text))):
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
        "tag": first(found, ["headline", "citation_title"]) or "",
        "og": first(found, ["og:title"]) or "",
        "twitter": first(found, ["twitter:title"]) or "",
        "document": root.findtext(".//title") or "",
    }
    return {key: normalised(unescape(text))[:_LONGEST] for key, text in texts.items()}


def _is_copied(others: dict[str, str], candidates: dict[str, str]) -> bool:
    """Whether a program took the stated headline from the window's title.

    It did where the site's name is in both, and where an object is named so as well; for an
    article's own `name` is of no use, and is only written by programs.
    """
    stated = others.get("headline", "")
    if not stated or candidates["headline"] != candidates.get("document"):
        return False
    named = stated == others["name"]
    return named or (stated == others["document"] and stated != candidates["headline"])


def _is_for_search(candidates: dict[str, str]) -> bool:
    """Whether the stated headline is the one for search engines.

    It is where only the window's title agrees with it, and the page shows another headline and
    shares a third.
    """
    said = [folded(candidates.get(key, "")) for key in ("headline", "document", "og", "h1")]
    stated, window, shared, shown = said
    alone = stated == window and stated != shared and all(said)
    return alone and _likeness(shown, [stated]) < _ANOTHER


def _heading(root: etree._Element, known: list[str]) -> tuple[str, str]:
    """The heading that most resembles what the page calls itself, and what kind of source it is.

    Where no first-level heading stands over the text, a lower one may be the headline.
    """
    first = list(islice(root.iter("h1"), _MOST_HEADINGS))
    if heading := _likest(_outside(first), known, _UNLIKE):
        return "h1", heading
    second = list(islice(root.iter("h2", "h3"), _MOST_HEADINGS))
    if lower := _likest(_outside(second), known, _LIKE):
        return "h1", lower
    return "menu", _likest(first, known, _UNLIKE)


def _outside(headings: list[etree._Element]) -> list[etree._Element]:
    return [h for h in headings if not (_ends_trail(h) or any(_is_menu(a) for a in _with_own(h)))]


def _with_own(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _is_menu(element: etree._Element) -> bool:
    if element.tag in {"body", "html", "main", "article"}:  # whose classes tell what is in them
        return False
    return element.tag in _MENU or "breadcrumb" in (element.get("class") or "").lower()


def _ends_trail(heading: etree._Element) -> bool:
    """Whether a heading ends a row of links, as the page's own name does in a bread-crumb trail."""
    parent = heading.getparent()
    row = parent if parent is not None and parent.tag == "li" else heading
    links = 0
    for each in row.itersiblings(preceding=True):
        if each.tag != "a" and (each.tag != "li" or each.find(".//a") is None):
            return False
        links += 1
    return links > 1


def _likest(found: list[etree._Element], known: list[str], enough: float) -> str:
    said = (_said(heading, known) for heading in found)
    headings = [words for words in said if 0 < len(words) <= _LONGEST and "{{" not in words]
    likest = max(headings, key=lambda heading: _likeness(folded(heading), known), default="")
    believed = not any(known) or _likeness(folded(likest), known) > enough
    return likest if believed else _of_article(found, known)


def _of_article(found: list[etree._Element], known: list[str]) -> str:
    """The only heading that stands in an article; a headline in words that no other source has."""
    inside = [
        h for h in found if h.tag == "h1" and any(a.tag == "article" for a in h.iterancestors())
    ]
    words = _said(inside[0], known) if len(inside) == 1 else ""
    fits = len(words) <= _LONGEST and len(words.split()) >= _SHORTEST_HEADLINE
    return words if fits else ""


def _said(heading: etree._Element, known: list[str]) -> str:
    """What a heading says, without the line over it that it may hold, unless others say it too."""
    whole = words_of(heading)
    for part in heading.iterdescendants():
        named = (part.get("class") or "").lower()
        if named and _KICKER.search(named) and (kicker := words_of(part)):
            bare = whole.removeprefix(kicker).lstrip(" :|–—-")
            shared = folded(whole) in known and folded(bare) not in known
            return whole if shared or not bare else bare
    return whole if folded(whole) in known else _known_part(heading, known) or whole


def _known_part(heading: etree._Element, known: list[str]) -> str:
    """The part of a heading that is the headline elsewhere; the rest is a label or a subtitle."""
    parts = (words_of(part) for part in heading.iterdescendants(etree.Element))
    return next((p for p in parts if len(p.split()) >= _SHORTEST_NAME and folded(p) in known), "")


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
    winner = max(votes, key=lambda words: votes[words])
    order = ("h1", "headline", "menu", "og", "twitter", "document", "copied", "tag", "name")
    found = [candidates[k] for k in order if k in candidates and folded(candidates[k]) == winner]
    return min(found, key=_roughness)


def _roughness(text: str) -> int:
    """How much a headline shows that it was put together from a kicker and a line."""
    return 2 * len(_LOOSE.findall(text)) - (": " in text)


def _without_kicker(heading: str, shared: str) -> str:
    """The heading as the page shares it, where that leaves out no more than the line over it."""
    bare = folded(shared)
    cut = len(bare.split()) >= _SHORTEST_NAME and folded(heading).endswith(f" {bare}")
    return shared if cut else heading
