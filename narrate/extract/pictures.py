"""Captions that no class names: the few words in a box that holds a picture."""

from narrate.extract.outline import Region

_LONGEST = 260
"""Characters of a caption with its credit."""
_BOXES = frozenset({"div", "section", "figure", "button", "center", "amp-carousel"})
_OTHER_FIGURES = ("blockquote", "table", "pre", "ul", "ol")


def mark_captions(top: Region) -> None:
    """Give the boxes that hold a picture and its caption their reason."""
    todo = [top]
    while todo:
        for child in todo.pop().children:
            if child.reason is not None:
                continue
            if _is_captioned(child):
                child.reason = "caption"
            else:
                todo.append(child)


def _is_captioned(region: Region) -> bool:
    if not 0 < region.length <= _LONGEST or region.headings or region.link_block:
        return False
    element = region.element
    if element.tag == "figure":
        return not any(element.find(f".//{tag}") is not None for tag in _OTHER_FIGURES)
    return region.picture and element.tag in _BOXES
