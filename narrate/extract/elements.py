"""Which HTML elements are what."""

from functools import lru_cache
from pathlib import Path

from lxml import etree

from narrate.extract.data import lists

_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
BLOCKS = frozenset(_WORDS["blocks"])
"""Elements that begin and end a paragraph, as a browser lays them out."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

SILENT = frozenset(_WORDS["silent"])
"""Elements whose content is no text of the page: code, controls, drawings, unused stand-ins."""


CONTROLS = frozenset({"button", "select", "option", "object", "textarea"})


def is_silent(element: etree._Element) -> bool:
    """Whether the content of an element is none of the page's text.

    A control that was never closed swallows the rest of the page: what holds paragraphs counts
    as text.
    """
    tag = element.tag
    if tag not in SILENT:
        return not isinstance(tag, str)
    return tag not in CONTROLS or element.find(".//p") is None


@lru_cache(maxsize=1000)  # pages use a hundred names, thousands of times
def is_block(tag: str) -> bool:
    """Whether an element of that name stands as a block; custom elements mostly do.

    >>> is_block("p"), is_block("my-story"), is_block("em")
    (True, True, False)
    """
    return tag in BLOCKS or "-" in tag
