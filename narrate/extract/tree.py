"""HTML text → an lxml tree, whatever the state of the markup.

lxml reads a page in 3 ms where BeautifulSoup needs 30 (median of 260 news pages), so the
whole page is read by lxml, and only the part that holds the article goes to BeautifulSoup.
"""

import re
from itertools import dropwhile

from lxml import etree

DEEPEST = 100
"""Elements nested deeper than this are unwrapped where a page is too deep to be walked.

libxml2 stops at 2,048 levels, browsers at 512, Python after some 1,000 calls.
"""


def parse(text: str) -> etree._Element:
    """Read HTML, well-formed or not; the root is always `html`, also of a fragment.

    Raises RecursionError when it is nested too deep: `parse_flat` reads such a page.
    """
    data = _bytes(text)
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # which nothing here is looked up by
    )
    root = etree.fromstring(data, parser)
    if _cut_short(parser):
        raise RecursionError
    return etree.Element("html") if root is None else _with_body(root)


def _with_body(root: etree._Element) -> etree._Element:
    """The tree with what a browser puts into the body there, where neither head nor body is marked.

    libxml2 knows HTML 4: a `main` behind the title is to it one more element of the head.
    """
    head = root.find("head")
    if head is None:
        return root
    strays = list(dropwhile(lambda child: child.tag in _HEAD, head))
    if strays:
        body = root.find("body")
        if body is None:
            body = etree.SubElement(root, "body")
        body.text, text = None, body.text
        for place, stray in enumerate(strays):
            body.insert(place, stray)
        strays[-1].tail = (strays[-1].tail or "") + (text or "")
    return root


_HEAD_BYTES = 4096
"""Among which a page's `html` tag stands."""
_HEAD = frozenset({"title", "meta", "link", "style", "script", "base", "noscript", "template"})


def _bytes(text: str) -> bytes:
    data = text.encode("utf-8", "replace").replace(b"\x00", b"")
    # Both end tags may be left out; libxml2 stops at one that comes too early, a browser goes on.
    return _opened(_ENDS.sub(b"", data)) or b" "


_ENDS = re.compile(rb"</(?:body|html|BODY|HTML)>")


def _opened(data: bytes) -> bytes:
    """The page without the slash of `<html />`, after which libxml2 reads nothing more."""
    start = data[:_HEAD_BYTES].lower().find(b"<html")
    end = data.find(b">", start)
    if start < 0 or end < 0 or data[end - 1 : end] != b"/":
        return data
    return data[: end - 1] + data[end:]


def _cut_short(parser: etree.HTMLParser) -> bool:
    return any("depth" in entry.message.lower() for entry in parser.error_log.filter_from_fatals())


_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
"""What lxml takes for a name when it builds a tree; pages have more, as a template's `{{#if`."""
_FOREIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""The characters that XML doesn't know, which lxml reads but doesn't take into a tree itself."""
_PARAGRAPHS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br"})


class _Flattener:
    """A parser target that builds the tree without the levels beyond the deepest."""

    def __init__(self) -> None:
        self.builder = etree.TreeBuilder()
        self.open: list[bool] = []
        self.depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kept = self.depth < DEEPEST + (tag in _PARAGRAPHS)
        self.open.append(kept)
        if kept:
            self.depth += 1
            named = {
                name: _FOREIGN.sub("", value)
                for name, value in attributes.items()
                if _NAME.fullmatch(name)
            }
            self.builder.start(tag if _NAME.fullmatch(tag) else "span", named)

    def end(self, tag: str) -> None:
        if self.open.pop():
            self.depth -= 1
            self.builder.end(tag if _NAME.fullmatch(tag) else "span")

    def data(self, data: str) -> None:
        self.builder.data(_FOREIGN.sub("", data))

    def close(self) -> etree._Element:
        return self.builder.close()


def parse_flat(text: str) -> etree._Element:
    """Read HTML that is nested too deep, without the levels beyond `DEEPEST`."""
    parser = etree.HTMLParser(target=_Flattener(), encoding="utf-8", huge_tree=True)
    parser.feed(_bytes(text))
    return parser.close()
