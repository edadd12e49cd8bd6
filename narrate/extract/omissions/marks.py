"""What an element is for, told by its own marking: tag, role, class and id words, microdata.

The words are in `marks.txt`. A mark is only a claim: the finder ignores it where
the element holds much of the page's running text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from narrate.extract.data import lists
from narrate.model import Omission

_CAMEL = re.compile(r"([a-z])([A-Z])")
_WORD = re.compile(r"[a-z]+")
_NOT = frozenset({"no", "has", "with", "without", "is", "not", "hide", "hidden", "non", "are"})

_ROLES: dict[str, Omission] = {
    "navigation": "navigation", "banner": "navigation", "contentinfo": "navigation",
    "search": "navigation", "dialog": "navigation", "alertdialog": "navigation",
    "menu": "navigation", "menubar": "navigation", "toolbar": "navigation",
    "button": "navigation", "tooltip": "navigation",
    "complementary": "related", "form": "promotion", "doc-pullquote": "pull quote",
    "doc-footnote": "footnote", "doc-endnotes": "footnote", "doc-noteref": "footnote",
    "doc-toc": "navigation", "status": "navigation", "alert": "navigation",
}  # fmt: skip
_TAGS: dict[str, Omission] = {
    "nav": "navigation", "footer": "navigation", "form": "promotion", "dialog": "navigation",
    "figcaption": "caption", "aside": "related", "menu": "navigation", "search": "navigation",
    "fieldset": "navigation", "label": "navigation", "legend": "navigation",
}  # fmt: skip
_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_SLUGGED = frozenset(_WORDS["slugged"])
_CONSENT = _WORDS["consent"]
_CONTENTS = frozenset({"toc", "tableofcontents", "contents", "jumplinks", "jump"})
_NAMING = ("id", "class", "data-testid", "data-component", "data-module", "data-name")


def mark(tag: str, attributes: Mapping[str, str]) -> Omission | None:
    """Why the text in an element so marked is not read aloud; None when nothing speaks against it.

    >>> mark("div", {"class": "article__relatedLinks"})
    'related'
    """
    if not attributes:
        return _TAGS.get(tag)
    if (role := attributes.get("role")) and (reason := _ROLES.get(role.lower())):
        return reason
    # A paragraph that is hidden from screen readers only is one behind a paywall's curtain.
    if is_hidden(attributes) or (tag not in _SLUGGED and attributes.get("aria-hidden") == "true"):
        return "navigation"
    # A heading's or paragraph's id is the slug of its own words.
    naming = _NAMING[1:] if tag in _SLUGGED else _NAMING
    named = " ".join([attributes[name] for name in naming if name in attributes])
    return (_named(named) if named else None) or _TAGS.get(tag)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether the page itself keeps the element from its readers."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if "style" not in attributes:
        return False
    style = attributes["style"].replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def is_consent(attributes: Mapping[str, str]) -> bool:
    """Whether an element is a cookie notice, which may well be longer than the article."""
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return any(word in named for word in _CONSENT)


def is_contents(attributes: Mapping[str, str]) -> bool:
    """Whether an element is named after a table of contents."""
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return bool(_CONTENTS.intersection(_WORD.findall(_CAMEL.sub(r"\1 \2", named).lower())))


@lru_cache(maxsize=20_000)
def _named(names: str) -> Omission | None:
    hits = [hit for name in names.split() if (hit := _hit(name))]
    return min(hits)[1] if hits else None


@lru_cache(maxsize=20_000)
def _hit(name: str) -> tuple[int, Omission] | None:
    """The reason that a single name gives, with its rank: a page has many rows of few names."""
    if "[" in name:  # a style that is written out as a class, such as [&_.caption]:mt-2
        return None
    reasons = _reasons()
    keys = _keys(_WORD.findall(_CAMEL.sub(r"\1 \2", name).lower()))
    return min((hit for key in keys if (hit := reasons.get(key))), default=None)


@cache
def _reasons() -> dict[str, tuple[int, Omission]]:
    """Every word with its reason, and how far up in the list that stands."""
    sections = lists(Path(__file__).with_name("marks.txt"))
    ranked = [title for title in sections if title]
    return {
        word: (rank, cast("Omission", title))
        for rank, title in enumerate(ranked)
        for word in sections[title]["words"]
    }


def _keys(words: list[str]) -> Iterator[str]:
    """The words of a name, alone and with their neighbours, except those that are denied."""
    for at, word in enumerate(words):
        if at and words[at - 1] in _NOT:
            continue
        yield word
        yield "-".join(words[at : at + 2])
        yield "-".join(words[at : at + 3])
