"""The publisher's page, made harmless, with the player put in.

None of the page's scripts is kept: they are somebody's, and would run on the editor's machine
with the address of this one. What they would have drawn is missing. Pictures and styles are
asked for where the page asks for them.
"""

from lxml import etree, html

from narrate.extract.text import normalised
from narrate.extract.tree import parse, parse_flat
from narrate.model import Page
from narrate.publish.narration import Narration

_DROPPED = ("script", "noscript", "base", "template", "narrate-player")
_INLINE = {"a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "q", "s", "small", "span",
           "strong", "sub", "sup", "time", "u"}  # fmt: skip
_KEPT_HEADERS = {"content-type", "content-language", "x-ua-compatible"}


def document(page: Page, narration: Narration, markup: str) -> bytes:
    """The page as UTF-8, with `markup` before the first sentence that is read of its text."""
    try:
        root = parse(page.text)
    except RecursionError:
        root = parse_flat(page.text)
    _disarm(root)
    head = root.find("head")
    if head is None:
        head = etree.Element("head")
        root.insert(0, head)
    for number, element in enumerate(_head(page)):
        head.insert(number, element)
    _insert(root, narration, markup)
    text: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype="<!doctype html>")
    return text


def _disarm(root: etree._Element) -> None:
    """Take out what runs, what leads away, and what would forbid the player."""
    for element in list(root.iter(*_DROPPED, "meta", "link")):
        if not _is_harmless(element):
            _drop(element)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if str(name).lower().startswith("on")]:
            del element.attrib[name]


def _is_harmless(element: etree._Element) -> bool:
    if element.tag == "meta":
        header = element.get("http-equiv")
        return header is None or header.strip().lower() in _KEPT_HEADERS
    if element.tag == "link":
        # Others are asked for by scripts that don't run, or would be told as blocked.
        return bool(
            {"stylesheet", "icon", "canonical"} & set(element.get("rel", "").lower().split())
        )
    return False


def _drop(element: etree._Element) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


def _head(page: Page) -> list[etree._Element]:
    """What comes first: that it is UTF-8 now, and where its addresses start from."""
    elements = [html.Element("meta", charset="utf-8")]
    if page.url:
        elements.append(html.Element("base", href=page.url))
    return elements


def _insert(root: etree._Element, narration: Narration, markup: str) -> None:
    """Put the player before the article's text; where that isn't found, first of all."""
    player = html.fragments_fromstring(markup)
    body = root.find("body")
    place = _first(root, narration)
    if place is None or (parent := place.getparent()) is None:
        parent = root if body is None else body
        parent[0:0] = player
        player[-1].tail, parent.text = parent.text, None
        return
    at = parent.index(place)
    parent[at:at] = player


def _first(root: etree._Element, narration: Narration) -> etree._Element | None:
    """The block with the first sentence that is read of the article's text."""
    kinds = {"paragraph", "list_item", "quotation"}
    said = (one for one in narration.script.segments if one.kind in kinds and one.anchor)
    first = next((one.anchor.exact for one in said if one.anchor), None)
    body = root.find("body")
    if first is None or body is None:
        return None
    place, within = None, body
    while within is not None:
        place, within = within, next((each for each in within if _holds(each, first)), None)
    while place is not None and place.tag in _INLINE:
        place = place.getparent()
    return None if place is body else place


def _holds(element: etree._Element, words: str) -> bool:
    if not isinstance(element.tag, str):
        return False
    return words in normalised("".join(str(text) for text in element.itertext()))
