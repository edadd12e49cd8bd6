"""The meta tags of a page, and what its elements are marked as by microdata."""

from collections.abc import Iterable, Mapping

from lxml import etree

from narrate.extract.text import normalised

Tags = Mapping[str, tuple[str, ...]]


def tags(root: etree._Element) -> Tags:
    """Every meta tag's content by its name (or property, or itemprop), in small letters."""
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        content = normalised(tag.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for key in (tag.get(attribute) or "").lower().split():
                if content:
                    found.setdefault(key, []).append(content)
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}


def first(found: Tags, names: Iterable[str]) -> str | None:
    """The content of the first of the named tags that the page has."""
    return next((found[name][0] for name in names if name in found), None)


def words_of(element: etree._Element) -> str:
    """What an element says, on one line."""
    return normalised(" ".join(part for part in element.itertext() if isinstance(part, str)))
