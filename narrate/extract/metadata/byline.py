"""The byline as the page marks it: by `itemprop`, by `rel`, by a class."""

import re
from functools import lru_cache

from lxml import etree

from narrate.extract.metadata.names import names, names_apart
from narrate.extract.metadata.place import is_beside, is_of_picture
from narrate.extract.metadata.tags import words_of
from narrate.extract.text import normalised

_FIELDS = "//*[contains(@itemprop,'author')][not(self::meta)] | //a[contains(@rel,'author')]"
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|auteur|autore|writer|authorname|post-?author)s?(?:$|[\s_-])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TAGS = ("p", "div", "span", "a", "li", "ul", "address", "h3", "h4", "h5", "h6")
_LONGEST = 160
_LEVELS, _LONGEST_LIST = 5, 400
"""How far above a name the list of all names may be, and how long."""


def marked(root: etree._Element) -> tuple[str, ...]:
    """The names in the first byline of the page that is the article's own."""
    fields = [field for field in root.xpath(_FIELDS) if _in_field(field)]
    for field in fields:
        if not is_beside(field) and (field.get("rel") or not is_of_picture(field)):
            around = _list_around(field)
            return tuple(dict.fromkeys(n for f in fields if f in around for n in _in_field(f)))
    for element in root.iter(*_TAGS):
        people = _named_in(element) if _is_byline(element) else ()
        if people and not (is_beside(element) or is_of_picture(element)):
            return people
    return ()


def _in_field(field: etree._Element) -> tuple[str, ...]:
    text = words_of(field)
    return names(text) if 0 < len(text) <= _LONGEST and _is_capital(text) else ()


def _list_around(field: etree._Element) -> set[etree._Element]:
    """The elements of the list of names that a name stands in."""
    best = field
    for _, part in zip(range(_LEVELS), field.iterancestors(), strict=False):
        if len(words_of(part)) > _LONGEST_LIST:
            break
        best = part
    return set(best.iter())


def _is_capital(text: str) -> bool:
    """Whether a text may be a name, and is not a link such as 'view more posts'."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return small * 2 <= len(words) or len(words) == 1


def _is_byline(element: etree._Element) -> bool:
    named = element.get("class")
    return bool(named) and _names_byline(named)


@lru_cache(maxsize=20_000)
def _names_byline(named: str) -> bool:
    return _NAMED.search(_CAMEL.sub("-", named).lower()) is not None


def _named_in(element: etree._Element) -> tuple[str, ...]:
    texts = [text for part in element.itertext() if (text := normalised(part))]
    return names_apart(texts) if 0 < sum(map(len, texts)) <= _LONGEST else ()
