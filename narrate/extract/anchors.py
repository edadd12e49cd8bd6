"""Where a block stands in the publisher's page: a CSS selector and a quotation.

The quotation is taken from the page's text with white space collapsed and invisible characters
left out, as `text.normalised` does; scripts, styles and other silent elements are no part of it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from narrate.extract.elements import SILENT
from narrate.extract.text import normalised
from narrate.model import Anchor

_CONTEXT = 32
"""Characters of the text before and behind."""
NO_TEXT = SILENT - {"button"}
"""Elements whose strings are no part of the text in which quotations are looked up."""
_IDS = etree.XPath("//@id", smart_strings=False)
_NAME = re.compile(r"[A-Za-z][\w-]*")


@dataclass(slots=True)
class Anchorer:
    """Writes the anchors of a page's blocks, which it is asked for in reading order."""

    root: etree._Element
    exact: bool = True
    """Whether the tree is the source's own; a flattened one has other ancestors."""
    _ids: Counter[str] = field(default_factory=Counter)
    _paths: dict[etree._Element, str] = field(default_factory=dict)
    _steps: dict[etree._Element, str] = field(default_factory=dict)
    _text: str = ""
    _at: int = 0

    def __post_init__(self) -> None:
        self._ids.update(cast("list[str]", _IDS(self.root)))
        strings: list[str] = []
        _gather(self.root, strings)
        self._text = normalised("".join(strings))

    def anchor(self, element: etree._Element, words: str) -> Anchor:
        """The anchor of words that stand in an element, at or behind the last that were found."""
        at = self._text.find(words, self._at)
        if at < 0:
            at = self._text.find(words)
        if at < 0:
            return Anchor(self._selector(element), words)
        end = at + len(words)
        self._at = end
        prefix, suffix = self._text[max(0, at - _CONTEXT) : at], self._text[end : end + _CONTEXT]
        return Anchor(self._selector(element), words, prefix, suffix)

    def _selector(self, element: etree._Element) -> str:
        if not self.exact:
            return "body"
        if element not in self._paths:
            self._paths[element] = self._path(element)
        return self._paths[element]

    def _path(self, element: etree._Element) -> str:
        name = element.get("id") or ""
        if self._ids[name] == 1 and _NAME.fullmatch(name):
            return f"#{name}"
        parent = element.getparent()
        if parent is None or element.tag in {"html", "body"}:
            return str(element.tag)
        path = self._selector(parent)
        if parent.tag == "table" and element.tag == "tr":
            # A browser puts a tbody between a table and its rows where the source has none.
            path = f":is({path}, {path} > tbody)"
        if element not in self._steps:
            self._steps.update(_steps(parent))
        return f"{path} > {self._steps[element]}"


def _steps(parent: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The children of an element with the last part of their selectors."""
    seen: Counter[str] = Counter()
    for place, child in enumerate(parent, 1):
        tag = str(child.tag)
        seen[tag] += 1
        if _NAME.fullmatch(tag):
            yield child, f"{tag}:nth-of-type({seen[tag]})"
        else:
            yield child, f":nth-child({place})"


def _gather(element: etree._Element, found: list[str]) -> None:
    """Add the strings of an element that are text, in order."""
    if text := element.text:
        found.append(text)
    for child in element:
        if child.tag not in NO_TEXT:
            _gather(child, found)
        if tail := child.tail:
            found.append(tail)
