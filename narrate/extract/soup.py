"""The part of the tree that holds the article, as BeautifulSoup, with a way back."""

from bs4 import BeautifulSoup, Tag
from lxml import etree

NUMBER = "data-narrate"
"""The attribute that says which element of the whole page a tag was."""


def soup(element: etree._Element) -> tuple[Tag, list[etree._Element]]:
    """The element as a BeautifulSoup tag, and the page's elements by number."""
    elements = list(element.iter())
    for number, each in enumerate(elements):
        each.set(NUMBER, str(number))
    markup = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    for each in elements:
        del each.attrib[NUMBER]
    tag = BeautifulSoup(markup, "lxml", multi_valued_attributes=None).find(attrs={NUMBER: "0"})
    assert isinstance(tag, Tag)
    return tag, elements
