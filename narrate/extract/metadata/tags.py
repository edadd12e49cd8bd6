"""The meta tags of a page, and what its elements are marked as by microdata."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from narrate.extract.text import normalised

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
Tags = Mapping[str, tuple[str, ...]]

_OTHERS = ("imageobject", "videoobject", "audioobject", "mediaobject", "photograph", "comment")
"""Types of schema.org, in small letters."""


def tags(root: etree._Element) -> Tags:
    """Every meta tag's content by its name (or property, or itemprop), in small letters.

    Those that a picture, a film or a comment in the page has of itself are left out.
    """
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        if tag.get("itemprop") and is_of_other(tag):
            continue
        content = normalised(tag.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            # Some write og:title, some og_title, and some article:published:time.
            if content and (key := (tag.get(attribute) or "").strip().lower()):
                found.setdefault(key.replace("_", ":").replace(".", ":"), []).append(content)
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}


def is_of_other(tag: etree._Element) -> bool:
    """Whether the nearest thing that microdata describes around a tag is no text or page."""
    scope = next((e for e in tag.iterancestors() if e.get("itemscope") is not None), None)
    kind = "" if scope is None else (scope.get("itemtype") or "").rsplit("/", 1)[-1].lower()
    return kind.endswith(_OTHERS)


def first(found: Tags, names: Iterable[str]) -> str | None:
    """The content of the first of the named tags that the page has."""
    keys = (name.replace("_", ":").replace(".", ":") for name in names)
    return next((found[key][0] for key in keys if key in found), None)


def every(found: Tags, name: str) -> tuple[str, ...]:
    """All contents of the tag of that name."""
    return found.get(name.replace("_", ":").replace(".", ":"), ())


def dashed(named: str) -> str:
    """A class name or several in small letters, with dashes where a capital begins a word.

    >>> dashed("pubDate authorName")
    'pub-date author-name'
    """
    return _CAMEL.sub("-", named).lower()


def words_of(element: etree._Element) -> str:
    """What an element says, on one line."""
    return normalised(" ".join(part for part in element.itertext() if isinstance(part, str)))
