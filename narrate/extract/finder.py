"""Where the body of the article stands in the tree."""

from lxml import etree

from narrate.extract.elements import BLOCKS, SILENT


def body(root: etree._Element) -> etree._Element:
    """The smallest element that holds nearly all of the running text."""
    weights: dict[etree._Element, float] = {}
    _weigh(root, weights)
    node = root
    while True:
        best = max(node, key=lambda child: weights.get(child, 0.0), default=None)
        if best is None or weights.get(best, 0.0) < 0.8 * weights.get(node, 0.0):
            return node
        node = best


def _weigh(node: etree._Element, weights: dict[etree._Element, float]) -> float:
    if node.tag in SILENT:
        return 0.0
    total = 0.0
    own = [node.text or ""]
    linked = 0
    for child in node:
        if child.tag in BLOCKS:
            total += _weigh(child, weights)
        elif child.tag not in SILENT:
            inner = _weigh(child, weights)
            text = "".join(child.itertext())
            total += inner if inner > 0 else 0.0
            own.append(text)
            linked += len(text) if child.tag == "a" else sum(len("".join(a.itertext())) for a in child.iter("a"))
        own.append(child.tail or "")
    length = len(" ".join("".join(own).split()))
    if node.tag in BLOCKS and length > 40:
        total += length - 2 * linked
    weights[node] = total
    return total
