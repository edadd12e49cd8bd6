"""A page seen as its pieces of text: how long each is, how much of it is links, where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from narrate.extract.elements import HEADINGS, SILENT, is_block, is_silent
from narrate.extract.omissions.marks import mark
from narrate.extract.text import is_stop
from narrate.model import Omission

_HEADLINE = 16
"""Characters from which a link may be a headline."""
_PROSE = 60
"""Characters from which a piece with a full stop counts as running text."""
_SENTENCES = 240
"""Characters from which it does so without: a poem, or a paragraph that ends in a smile."""
_DENSE = 2
"""How many characters one stands for in scripts whose characters are syllables or words."""
_PICTURES = frozenset({"img", "picture", "video", "amp-img"})
_CELLS = frozenset({"td", "th", "dt", "dd", "li"})
_CLOSING = frozenset("\"'」")


@dataclass(slots=True)
class Region:
    """An element with what its subtree holds; plain and mutable, for there are thousands."""

    element: etree._Element
    parent: "Region | None"
    reason: Omission | None
    length: int = 0
    """Characters of text in the subtree."""
    linked: int = 0
    """Characters of it inside links."""
    prose: int = 0
    """Characters of running text in the subtree."""
    weight: float = 0.0
    """How much the subtree speaks for being part of the article: prose less links and scraps."""
    link_block: bool = False
    """Whether some piece in it is nothing but a link: a headline that leads elsewhere."""
    picture: bool = False
    """Whether there is a picture or a film in it."""
    headings: int = 0
    """How many headings are in it."""
    attributes: dict[str, str] = field(default_factory=dict)
    """The element's own.

    lxml's mapping would ask the tree each time, and by name it fails on a template's `{{#if`.
    """
    children: list["Region"] = field(default_factory=list)

    @property
    def marking(self) -> str:
        """What the element is called: siblings of one kind share it."""
        get = self.attributes.get
        return f"{self.element.tag} {get('class')} {get('role')} {self.reason}"


@dataclass(slots=True)
class _Run:
    """A piece of text while it is being read."""

    length: int = 0
    linked: int = 0
    last: str = ""

    def add(self, text: str, *, link: bool) -> None:
        if bare := text.strip():
            self.length += len(bare)
            self.linked += len(bare) if link else 0
            self.last = bare


class Outliner:
    """Reads the block elements of a page and weighs their text."""

    def __init__(self, *, dense: bool) -> None:
        self.scale = _DENSE if dense else 1

    def outline(self, root: etree._Element) -> Region:
        """The region of an element, with all that are in it."""
        top = Region(root, None, None, attributes=dict(root.items()))
        run = _Run()
        self._read(root, top, run, link=False)
        self._settle(top, run, root)
        return top

    def _read(self, element: etree._Element, region: Region, run: _Run, *, link: bool) -> None:
        if text := element.text:
            run.add(text, link=link)
        for child in element:
            tag, tail = child.tag, child.tail
            if tag in _PICTURES:
                region.picture = True
            if tag not in SILENT and is_block(tag):
                if run.length:
                    self._settle(region, run, element)
                self._enter(child, region, link=link)
            elif tag not in SILENT or not is_silent(child):
                self._read(child, region, run, link=link or tag == "a")
            if tail:
                run.add(tail, link=link)

    def _enter(self, child: etree._Element, region: Region, *, link: bool) -> None:
        attributes = dict(child.items())
        inner = Region(child, region, mark(child.tag, attributes), attributes=attributes)
        inner.weight = _claim(child.tag, attributes)
        region.children.append(inner)
        run = _Run()
        self._read(child, inner, run, link=link)
        if run.length:
            self._settle(inner, run, child)
        region.length += inner.length
        region.linked += inner.linked
        region.prose += inner.prose
        region.weight += inner.weight
        region.link_block |= inner.link_block
        region.picture |= inner.picture
        region.headings += inner.headings

    def _settle(self, region: Region, run: _Run, element: etree._Element) -> None:
        """Count one piece of text, now that it has ended."""
        length, linked = run.length * self.scale, run.linked * self.scale
        if not length:
            return
        region.length += length
        region.linked += linked
        if 2 * linked > length:
            region.link_block |= linked >= _HEADLINE and 10 * linked >= 9 * length
            region.weight -= 20 + min(linked, 100) * 0.3
        elif element.tag in HEADINGS:
            region.weight += 15
            region.headings += 1
        elif _is_prose(length, run.last[-1:]):
            region.prose += length
            region.weight += min(length, 1500) - 2 * linked
        elif element.tag not in _CELLS:
            region.weight += min(length - linked, 120) * 0.3 - 12
        run.length = run.linked = 0
        run.last = ""


def _is_prose(length: int, last: str) -> bool:
    """Whether a piece is running text: it ends as a sentence does, or is as long as several."""
    if length >= _SENTENCES:
        return True
    return length >= _PROSE and (is_stop(last) or last in _CLOSING)


def _claim(tag: str, attributes: Mapping[str, str]) -> float:
    """The weight an element gets for saying that it is the article."""
    if "articleBody" in attributes.get("itemprop", ""):
        return 300.0
    return 60.0 if tag in {"article", "main"} else 0.0
