"""Cards that lead to other articles: alike, side by side, short, each with a linked headline."""

from narrate.extract.omissions.links import introduces
from narrate.extract.outline import Region

_LONGEST = 450
"""Characters of a card; what is longer may be an entry of a list article."""
_FEWEST = 2
_LISTS = frozenset({"ul", "ol"})


def mark_teasers(top: Region) -> None:
    """Give every group of such cards its reason."""
    todo = [top]
    while todo:
        region = todo.pop()
        groups: dict[str, list[Region]] = {}
        for child in region.children:
            if child.reason is None:
                groups.setdefault(child.marking, []).append(child)
                todo.append(child)
        for group in groups.values():
            cards = [child for child in group if _is_card(child)]
            many = len(cards) >= _FEWEST and len(cards) * 2 > len(group)
            if many and not _is_introduced(region):
                for card in cards:
                    card.reason = "related"


def _is_introduced(region: Region) -> bool:
    """Whether a region is a list of which the paragraph before it says what it holds."""
    before = region.element.getprevious()
    if region.element.tag not in _LISTS or before is None or before.tag != "p":
        return False
    return introduces("".join(str(part) for part in before.itertext()))


def _is_card(region: Region) -> bool:
    if not region.link_block or region.length > _LONGEST:
        return False
    if region.children:
        return region.linked * 4 > region.length
    return region.linked * 10 >= region.length * 9
