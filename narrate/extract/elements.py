"""Which HTML elements are what."""

from lxml import etree

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre "
    "search section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin and end a paragraph, as a browser lays them out."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

SILENT = frozenset(
    "area audio base button canvas datalist embed frame frameset head iframe input link map math "
    "meta meter noframes noscript object optgroup option param progress rp script select source "
    "style svg template textarea title track video".split()
)
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


def is_block(tag: str) -> bool:
    """Whether an element of that name stands as a block; custom elements mostly do.

    >>> is_block("p"), is_block("my-story"), is_block("em")
    (True, True, False)
    """
    return tag in BLOCKS or "-" in tag
