"""A page seen as its pieces of text: how long each is, how much of it is links, where it stands."""

from dataclasses import dataclass, field

from lxml import etree

from narrate.extract.elements import HEADINGS, SILENT, is_block
from narrate.extract.omissions.marks import mark
from narrate.model import Omission

_PROSE = 60
"""Characters from which a piece with a full stop counts as running text."""
_STOPS = frozenset(".!?…。！？:;»”\"'।۔؟")


@dataclass(slots=True)
class Region:
    """An element with what its subtree holds; plain and mutable, for there are thousands."""

    element: etree._Element
    parent: "Region | None"
    reason: Omission | None
    prose: int = 0
    """Characters of running text in the subtree."""
    weight: float = 0.0
    """How much the subtree speaks for being part of the article: prose less links and scraps."""
    children: list["Region"] = field(default_factory=list)

    @property
    def marking(self) -> str:
        """What the element is called: siblings of one kind share it."""
        get = self.element.get
        return f"{self.element.tag} {get('class')} {get('role')} {self.reason}"


def outline(root: etree._Element) -> Region:
    """The block elements of a page with the weights of their text."""
    top = Region(root, None, None)
    _read(root, top)
    return top


def is_dense(text: str) -> bool:
    """Whether a text is mostly of a script in which a character is half a word."""
    sample = text[:: max(1, len(text) // 500)]
    return 3 * sum(character > "\u2e7f" for character in sample) > len(sample)


def _read(element: etree._Element, region: Region) -> tuple[int, int]:
    """Add an element's content to its region; returns the lengths of text and links left open."""
    length, linked = len((element.text or "").strip()), 0
    last = element.text or ""
    for child in element:
        tag = child.tag
        if tag in SILENT or not isinstance(tag, str):
            pass
        elif is_block(tag):
            _settle(region, length, linked, last, element)
            length, linked, last = 0, 0, ""
            _enter(child, region)
        else:
            inner, inner_linked = _read(child, region)
            length += inner
            linked += inner if tag in {"a", "button"} else inner_linked
            last = _last_text(child) or last
        if child.tail and (tail := child.tail.strip()):
            length += len(tail)
            last = tail
    if is_block(element.tag) or region.element is element:
        _settle(region, length, linked, last, element)
        return 0, 0
    return length, linked


def _last_text(element: etree._Element) -> str:
    while True:
        if not len(element):
            return (element.text or "").strip()
        if tail := (element[-1].tail or "").strip():
            return tail
        element = element[-1]


def _enter(child: etree._Element, region: Region) -> None:
    inner = Region(child, region, mark(child.tag, child.attrib))
    region.children.append(inner)
    _read(child, inner)
    region.prose += inner.prose
    region.weight += inner.weight


def _settle(region: Region, length: int, linked: int, last: str, element: etree._Element) -> None:
    """Count one piece of text, now that it has ended."""
    if not length:
        return
    open_text = length - linked
    if element.tag in HEADINGS:
        region.weight += 15 if open_text > linked else -20
    elif linked * 2 > length:
        region.weight -= 20 + min(linked, 100) * 0.3
    elif length >= _PROSE and last.rstrip()[-1:] in _STOPS:
        region.prose += length
        region.weight += min(length, 1500) - 2 * linked
    else:
        region.weight += min(open_text, 120) * 0.3 - 12
