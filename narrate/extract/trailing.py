"""What a page sets behind the article in a part of its own: an offer, a form, who the firm is."""

from lxml import etree

from narrate.extract.outline import Region

_MOST, _LEAST = 0.5, 0.4
"""The share of its parent's running text, and of all, that the article's own element holds."""
_LITTLE = 0.4
"""The share of that which a part behind it may have at most; more is a chapter."""
_KIN = 0.5
"""The share of class names that parts have in common which belong together."""
_SHORTEST = 1000
"""Characters of running text from which an article can be told from what follows it."""
_PARTS = frozenset({"div", "section"})


def mark_trailing(best: Region) -> None:
    """Give the parts behind the article that are made otherwise than it their reason.

    The article's own element is looked for from the outside in, as long as one of the children
    holds most of the text: what stands after that child, and has little text, was put there by
    the page and not by the author.
    """
    region: Region | None = best
    while region is not None:
        main = _main(region, best)
        if main is not None:
            for part in region.children[region.children.index(main) + 1 :]:
                if part.reason is None and _is_apart(part, main):
                    _mark(part)
        region = main


def _mark(part: Region) -> None:
    """Mark a part, and where it only holds others, those of them that say nothing themselves."""
    if part.length > sum(child.length for child in part.children):
        part.reason = "related"
        return
    for child in part.children:
        if child.reason is None:
            _mark(child)


def _main(region: Region, best: Region) -> Region | None:
    """The child that holds the article, if one alone does."""
    least = max(_MOST * region.prose, _LEAST * best.prose, _SHORTEST)
    held = (child for child in region.children if child.reason is None and child.prose >= least)
    return next(held, None)


def _is_apart(part: Region, main: Region) -> bool:
    if part.element.tag not in _PARTS or part.prose > _LITTLE * main.prose:
        return False
    ours, theirs = _classes(main.element), _classes(part.element)
    return ours != theirs and len(ours & theirs) < _KIN * len(ours | theirs)


def _classes(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())
