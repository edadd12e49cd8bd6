"""Where the body of the article stands in the tree."""

from narrate.extract.omissions.marks import is_consent, is_contents
from narrate.extract.outline import Region

_GUARD = 0.35
"""A mark is not believed of an element with more than this share of the page's running text."""
_MORE = 1.6
_LESS = 0.4
_TERSE = frozenset({"promotion", "advertisement", "share", "player"})
_LONGEST_OFFER = 600
"""Characters of running text."""
_CONSENT = 0.9
_FRAMES = frozenset({"footer", "nav"})
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
    return _first_article(_widened(best))


def _widened(region: Region) -> Region:
    """The region, or the one around it where lists of links outweigh much more text."""
    widest, around = region, region.parent
    while around is not None:
        more = around.prose / max(widest.prose, 1)
        if more >= _MORE and around.weight * more >= _LESS * widest.weight:
            widest = around
        around = around.parent
    return widest


def _first_article(region: Region) -> Region:
    """The first of several whole articles, where a page goes on to the next one."""
    articles, todo = [], [region]
    while todo:
        each = todo.pop()
        if each.element.tag == "article" and each.element.find(".//h1") is not None:
            articles.append(each)
        else:
            todo.extend(child for child in reversed(each.children) if child.reason is None)
    whole = [article for article in articles if article.prose * 5 > region.prose]
    return whole[0] if len(whole) > 1 else region


def _gather(region: Region, shares: dict[str, int]) -> None:
    """Add up the running text under marked elements of the same marking."""
    for child in region.children:
        if child.reason:
            shares[child.marking] = shares.get(child.marking, 0) + child.prose
        _gather(child, shares)


def judge(region: Region, prose: int, shares: dict[str, int]) -> None:
    """Believe or dismiss the marks, and take the marked regions' weight from those around them."""
    for child in region.children:
        if child.reason and _is_doubtful(child, prose, shares):
            child.reason = None
        if child.reason:
            _lift(region, child.weight, child.prose)
        else:
            judge(child, prose, shares)


def _is_doubtful(region: Region, prose: int, shares: dict[str, int]) -> bool:
    """Whether an element holds too much text, or too few links, to be what its mark says."""
    return shares[region.marking] > _limit(region) * prose or _is_text(region)


def _is_text(region: Region) -> bool:
    """Whether a part marked as an offer or a button holds far more text than such things do.

    A part that is named after the table of contents but has few links is where that leads to.
    """
    if region.reason == "navigation" and is_contents(region.attributes):
        return region.linked * 3 < region.length
    if region.reason not in _TERSE or is_consent(region.attributes):
        return False
    return region.prose > _LONGEST_OFFER and region.linked * 5 < region.length


def _limit(region: Region) -> float:
    if region.element.tag not in {"html", "body", "main", "article"} and is_consent(
        region.attributes
    ):
        return _CONSENT
    if region.element.tag in _FRAMES:
        return _CONSENT
    return _STRONG.get(region.reason or "", _GUARD)


def _lift(region: Region | None, weight: float, prose: int) -> None:
    while region is not None:
        region.weight -= weight
        region.prose -= prose
        region = region.parent
