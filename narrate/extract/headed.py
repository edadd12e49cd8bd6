"""A page of several short articles, of which one is what the page is about."""

from narrate.extract.metadata.title import folded
from narrate.extract.outline import Region

_SHORTEST = 200
"""Characters of running text that make an element an article of its own."""
_FEWEST = 3
_MOST = 0.8
"""The share of the running text that such articles hold together, where a page is made of them."""
_HEADINGS = ("h1", "h2", "h3")


def headed(region: Region, title: str) -> Region:
    """The article under the page's headline, where the region is a row of articles."""
    articles, todo = [], [region]
    while todo:
        each = todo.pop()
        if each.element.tag == "article" and each.prose >= _SHORTEST:
            articles.append(each)
        else:
            todo.extend(child for child in each.children if child.reason is None)
    told = sum(article.prose for article in articles)
    if len(articles) < _FEWEST or told < _MOST * region.prose:
        return region
    fitting = [article for article in articles if folded(title) in _headings(article)]
    return fitting[0] if len(fitting) == 1 else region


def _headings(article: Region) -> set[str]:
    found = article.element.iter(*_HEADINGS)
    return {folded("".join(heading.itertext())) for heading in found} - {""}
