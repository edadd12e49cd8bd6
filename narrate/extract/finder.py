"""Where the body of the article stands in the tree."""

from narrate.extract.omissions.marks import is_consent
from narrate.extract.outline import Region

_GUARD = 0.35
"""A mark is not believed of an element with more than this share of the page's running text."""
_CONSENT = 0.9
_STRONG = {"comments": 0.8, "navigation": 0.5, "footnote": 0.5, "promotion": 0.5}


def find(top: Region) -> Region:
    """The region whose text speaks most for being the article; marked parts don't count."""
    shares: dict[str, int] = {}
    _gather(top, shares)
    judge(top, top.prose, shares)
    best, todo = top, [top]
    while todo:
        region = todo.pop()
        if region.weight >= best.weight:
            best = region
        todo.extend(child for child in region.children if child.reason is None)
    return best


def _gather(region: Region, shares: dict[str, int]) -> None:
    """Add up the running text under marked elements of the same marking."""
    for child in region.children:
        if child.reason:
            shares[child.marking] = shares.get(child.marking, 0) + child.prose
        _gather(child, shares)


def judge(region: Region, prose: int, shares: dict[str, int]) -> None:
    """Believe or dismiss the marks, and take the marked regions' weight from those around them."""
    for child in region.children:
        if child.reason and shares[child.marking] > _limit(child) * prose:
            child.reason = None
        if child.reason:
            _lift(region, child.weight, child.prose)
        else:
            judge(child, prose, shares)


def _limit(region: Region) -> float:
    if region.element.tag not in {"html", "body", "main", "article"} and is_consent(region.element.attrib):
        return _CONSENT
    return _STRONG.get(region.reason or "", _GUARD)


def _lift(region: Region | None, weight: float, prose: int) -> None:
    while region is not None:
        region.weight -= weight
        region.prose -= prose
        region = region.parent
