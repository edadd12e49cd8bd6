"""The part of the tree that holds the article, as BeautifulSoup, with a way back."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import AttributeDict, ProcessingInstruction
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


_WRAPPERS = frozenset({"span", "font", "i", "svg"})
"""Elements that say nothing of their text where they have no attribute that counts."""
_HOLLOW = frozenset({"span", "a", "i", "em", "b", "strong"})
_Prepared = tuple[str, None, None, bool]


class TooLargeError(Exception):
    """The article has more elements than can be read in good time; it says how many."""


def soup(element: etree._Element, dropped: set[etree._Element]) -> tuple[Tag, list[etree._Element]]:
    """The element as a BeautifulSoup tag, and the page's elements by number.

    What is `dropped` is left out, and so are scripts: BeautifulSoup takes 25 µs an element, so
    it gets no more than it needs.
    """
    elements = list(element.iter())
    if len(elements) > _MOST:
        raise TooLargeError(len(elements))
    numbers = {each: str(number) for number, each in enumerate(elements)}
    tag = BeautifulSoup("", builder=_Grower(element, numbers, dropped)).find()
    if not isinstance(tag, Tag):
        msg = "the article's element is lost in BeautifulSoup"
        raise TypeError(msg)
    return tag, elements


class _Grower(HTMLTreeBuilder):
    """Lets BeautifulSoup grow its tree from lxml's, without writing and parsing it in between."""

    is_xml = False
    processing_instruction_class = ProcessingInstruction

    def __init__(
        self,
        element: etree._Element,
        numbers: dict[etree._Element, str],
        dropped: set[etree._Element],
    ) -> None:
        super().__init__(multi_valued_attributes={}, attribute_dict_class=AttributeDict)
        self.element = element
        self.numbers = numbers
        self.dropped = dropped

    def prepare_markup(self, *_: object, **__: object) -> Iterator[_Prepared]:
        """There is nothing to decode."""
        yield "", None, None, False

    def feed(self, markup: object) -> None:  # noqa: ARG002 (the tree is there already)
        """Tell BeautifulSoup of each tag and string in turn."""
        if self.soup is not None:
            self._tag(self.soup, self.element, str(self.element.tag))

    def _tag(self, soup: BeautifulSoup, element: etree._Element, name: str) -> None:
        kept = {key: str(value) for key, value in element.attrib.items() if key in _KEPT}
        wraps = name in _WRAPPERS and not kept
        if wraps and element is not self.element:
            self._content(soup, element)
            return
        kept[NUMBER] = self.numbers[element]
        soup.handle_starttag(name, None, None, kept)
        self._content(soup, element)
        soup.handle_endtag(name)

    def _content(self, soup: BeautifulSoup, element: etree._Element) -> None:
        say = soup.handle_data
        if element.text:
            say(element.text)
        for child in element:
            name = child.tag
            if child in self.dropped:
                say(" ")
            elif isinstance(name, str) and name not in _UNUSED and not _is_empty(child, name):
                self._tag(soup, child, name)
            if child.tail:
                say(child.tail)


def _is_empty(element: etree._Element, name: str) -> bool:
    """Whether an element neither holds nor does anything: mostly what a script would fill."""
    return name in _HOLLOW and not len(element) and not element.text


def attributes(tag: Tag) -> dict[str, str]:
    """A tag's attributes, which with `multi_valued_attributes` off are all plain strings."""
    return cast("dict[str, str]", tag.attrs)
