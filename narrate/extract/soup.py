"""The part of the tree that holds the article, as BeautifulSoup, with a way back."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from bs4 import Tag
from bs4.element import (
    AttributeValueList,
    NavigableString,
    PageElement,
    RubyParenthesisString,
    RubyTextString,
)
from lxml import etree

from narrate.extract.data import lists
from narrate.extract.elements import CONTROLS, SILENT

NUMBER = "data-narrate"
"""The attribute that says which element of the whole page a tag was."""

_UNUSED = (SILENT | {"img", "picture", "hr"}) - CONTROLS
_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_KEPT = frozenset(_WORDS["kept attributes"])


_MOST = 60_000
"""Elements that are read in some five seconds; a long book has fewer."""
_COUNT = etree.XPath("count(descendant-or-self::*)")


_WRAPPERS = frozenset({"span", "font", "i", "svg"})
"""Elements that say nothing of their text where they have no attribute that counts."""
_HOLLOW = frozenset({"span", "a", "i", "em", "b", "strong"})
_SPACED = frozenset({"pre", "textarea"})
"""Elements in which white space counts."""
_SPACES = " \t\n\f\r"
_RUBY = {"rt": RubyTextString, "rp": RubyParenthesisString}
"""Elements whose strings BeautifulSoup knows by a type of their own."""


class TooLargeError(Exception):
    """The article has more elements than can be read in good time; it says how many."""


def soup(element: etree._Element, dropped: set[etree._Element]) -> tuple[Tag, list[etree._Element]]:
    """The element as a BeautifulSoup tag, and the page's elements by number.

    What is `dropped` is left out, and so are scripts. The tags are put together here:
    BeautifulSoup's own parser, ready for broken markup, takes four times as long.
    """
    if (count := int(cast("float", _COUNT(element)))) > _MOST:
        raise TooLargeError(count)
    grower = _Grower(dropped)
    return grower.grow(element), grower.elements


@dataclass(slots=True)
class _Grower:
    """Grows BeautifulSoup's tree from lxml's, in the order in which the page would be parsed."""

    dropped: set[etree._Element]
    elements: list[etree._Element] = field(default_factory=list)
    last: PageElement | None = None
    """What was made last: the next one follows it."""
    parts: list[str] = field(default_factory=list)
    """Strings that will be one, since nothing between them is a tag."""
    string: type[NavigableString] = NavigableString
    spaced: int = 0
    """In how many elements in which white space counts the growing tag stands."""

    def grow(self, element: etree._Element) -> Tag:
        """The tag of an element with all that it holds."""
        name = str(element.tag)
        return self._tag(name, element, _kept(element), None)

    def _tag(
        self, name: str, element: etree._Element, kept: dict[str, str], parent: Tag | None
    ) -> Tag:
        if self.parts:
            self._end(parent)
        kept[NUMBER] = str(len(self.elements))
        self.elements.append(element)
        tag = Tag(
            name=name,
            parent=parent,
            previous=self.last,
            interesting_string_types={_RUBY[name]} if name in _RUBY else _PLAIN,
        )
        # Given to the tag at its birth, they would be copied one by one.
        tag.attrs = cast("dict[str, str | AttributeValueList]", kept)
        if parent is not None:
            parent.contents.append(tag)
        self.last = tag
        if name in _RUBY or name in _SPACED:
            self._special(name, element, tag)
        else:
            self._content(element, tag)
            if self.parts:
                self._end(tag)
        return tag

    def _special(self, name: str, element: etree._Element, tag: Tag) -> None:
        """Fill a tag whose strings are of another type, or keep their white space."""
        before = self.string, self.spaced
        self.string, self.spaced = _RUBY.get(name, self.string), self.spaced + (name in _SPACED)
        self._content(element, tag)
        self._end(tag)
        self.string, self.spaced = before

    def _content(self, element: etree._Element, tag: Tag) -> None:
        say = self.parts.append
        if element.text:
            say(element.text)
        for child in element:
            name = child.tag
            if child in self.dropped:
                say(" ")
            elif isinstance(name, str) and name not in _UNUSED and not _is_empty(child, name):
                kept = _kept(child)
                if kept or name not in _WRAPPERS:
                    self._tag(name, child, kept, tag)
                else:
                    self._content(child, tag)
            if child.tail:
                say(child.tail)

    def _end(self, parent: Tag | None) -> None:
        """Hang the strings that have come together into the tree."""
        if not self.parts or parent is None:
            return
        text = "".join(self.parts)
        self.parts.clear()
        if not self.spaced and not text.strip(_SPACES):
            text = "\n" if "\n" in text else " "
        string = self.string(text)
        string.setup(parent, self.last)
        parent.contents.append(string)
        self.last = string


_PLAIN = Tag.MAIN_CONTENT_STRING_TYPES


def _kept(element: etree._Element) -> dict[str, str]:
    return {key: str(value) for key, value in element.items() if key in _KEPT}


def _is_empty(element: etree._Element, name: str) -> bool:
    """Whether an element neither holds nor does anything: mostly what a script would fill."""
    return name in _HOLLOW and not len(element) and not element.text


def attributes(tag: Tag) -> dict[str, str]:
    """A tag's attributes, which with `multi_valued_attributes` off are all plain strings."""
    return cast("dict[str, str]", tag.attrs)
