"""The article as a page's scripts hold it, where the page builds itself in the browser.

Sites that are drawn by a script (Next.js, Nuxt, Redux and their like) send the article as data:
an object with a headline, a body of HTML or of paragraphs, and its date and writers.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from lxml import etree

from narrate.extract.appdata import data_of, decoded
from narrate.extract.metadata.dates import iso
from narrate.extract.metadata.title import folded
from narrate.extract.text import is_dense

Data = dict[str, Any]

_DEEPEST, _NESTED = 60, 3
_SHORTEST = 400
"""Characters of a body; an excerpt is shorter."""
_TELLING = 15
"""Characters of a title that is no mere word or two."""
_LONGEST_WORD = 15
"""Characters that a word has at most on the average; addresses and keys have more."""
_PARAGRAPH = re.compile(r"<(?:p|br|h[2-6]|li)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{1,2000}>")
_FEW_PARAGRAPHS = 3
_TITLES = ("headline", "title", "name", "webTitle", "articleTitle", "displayTitle")
_PUBLISHED = re.compile(
    r"publish|^pub|first|released?|deploy|^date$|created|regist|^reg", re.IGNORECASE
)
_CHANGED = re.compile(r"^re[A-Z]|modif|updat|end|expir|until", re.IGNORECASE)
_WRITERS = re.compile(
    r"^(?:authors?|by-?lines?|writers?|reporters?|creators?|contributors?)$", re.IGNORECASE
)
_NAMES = ("name", "fullName", "displayName", "full_name", "display_name", "title", "writerName")
_TEXTS = ("text", "html", "content", "value", "data", "body", "children", "paragraph")
_NOT_TEXT = re.compile(
    r"image|photo|video|embed|advert|^ad$|related|widget|gallery|promo", re.IGNORECASE
)
_PICTURED = frozenset({"src", "width", "height", "credit", "caption", "copyright"})


@dataclass(frozen=True, slots=True)
class Scripted:
    """An article that was found in a script's data."""

    title: str
    body: str
    """HTML."""
    published: str | None
    writers: tuple[str, ...]


def scripted(root: etree._Element, titles: Iterable[str]) -> Scripted | None:
    """The article in a page's scripts; None where they hold none.

    `titles` are the wordings of the headline that the page's head has: only an object with one
    of them is the article, and not another that the page was sent along with it.
    """
    known = [folded(title) for title in titles if title]
    found = (one for data in data_of(root) for one in _articles(data, {}))
    meant = [one for one in found if _is_known(folded(one.title), known)]
    longest = max((len(one.body) for one in meant), default=0)
    return next((one for one in meant if len(one.body) * 2 >= longest), None)


def as_page(root: etree._Element, found: Scripted) -> etree._Element:
    """The page as its script would have built it: its own head, and the article."""
    from narrate.extract.tree import parse

    node = {
        "@type": "NewsArticle",
        "headline": found.title,
        "datePublished": found.published,
        "author": [{"@type": "Person", "name": name} for name in found.writers],
    }
    said = json.dumps(node).replace("<", "\\u003c")
    head = root.find("head")
    kept = [
        part for part in (() if head is None else head) if part.tag in ("meta", "title", "link")
    ]
    described = [e for e in root.iter("script") if "ld+json" in (e.get("type") or "")]
    own = "".join(etree.tostring(part, encoding="unicode", with_tail=False) for part in kept)
    own += "".join(
        f'<script type="application/ld+json">{(e.text or "")}</script>' for e in described
    )
    return parse(
        f'<html lang="{escape(root.get("lang") or "")}"><head>{own}'
        f'<script type="application/ld+json">{said}</script></head>'
        f"<body><article><h1>{escape(found.title)}</h1>{found.body}</article></body></html>"
    )


def _is_known(title: str, known: Iterable[str]) -> bool:
    """Whether the page's head has a title, perhaps with the site's name behind or before it."""
    return any(title == one or (len(title) >= _TELLING and title in one) for one in known)


def _articles(value: Any, around: Data, depth: int = 0) -> Iterator[Scripted]:
    """The articles in a piece of data, outer ones first.

    `around` is the nearest object about it that has a title: many keep the body in one of its own.
    """
    if depth > _DEEPEST:
        return
    about = around
    if isinstance(value, dict):
        about = value if _title(value) else around
        if body := _body(value):
            yield Scripted(_title(about), body, _published(about), tuple(_writers(about)))
    for each in _inside(value):
        # Data that was written into a string counts as deeper, so that it can't go on for ever.
        deeper = _DEEPEST // _NESTED if isinstance(value, str) else 1
        yield from _articles(each, about, depth + deeper)


def _inside(value: Any) -> Iterable[Any]:
    """What a piece of data holds: its values, or the data that is written into a string."""
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, list):
        return value
    if isinstance(value, str) and len(value) > _SHORTEST and value.lstrip()[:1] in ("{", "["):
        return decoded(value)
    return ()


def _body(data: Data) -> str:
    """The longest of an object's values that is a text of several paragraphs, as HTML."""
    texts = (_html(value) for value in data.values())
    return max((text for text in texts if _is_text(text)), key=len, default="")


def _html(value: Any) -> str:
    if isinstance(value, str):
        if _PARAGRAPH.search(value):
            return value
        return "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", value))
    if isinstance(value, list):
        return "".join(_paragraph(part) for part in value)
    return ""


def _paragraph(part: Any) -> str:
    """One part of a body that is kept as a list of paragraphs."""
    if isinstance(part, str):
        return part if _PARAGRAPH.search(part) else f"<p>{escape(part)}</p>"
    if not isinstance(part, dict) or _is_picture(part):
        return ""
    for key in _TEXTS:
        value = part.get(key)
        if isinstance(value, dict):
            value = next((value[k] for k in _TEXTS if isinstance(value.get(k), str)), None)
        if isinstance(value, str) and value.strip():
            return value if _PARAGRAPH.search(value) else f"<p>{value}</p>"
    return ""


def _is_picture(part: Data) -> bool:
    """Whether a part of a body is a picture, a film, an advertisement or the like."""
    kind = str(part.get("type") or part.get("__typename") or part.get("name") or "")
    return _NOT_TEXT.search(kind) is not None or not _PICTURED.isdisjoint(part)


def _is_text(text: str) -> bool:
    if len(text) < _SHORTEST or len(_PARAGRAPH.findall(text)) < _FEW_PARAGRAPHS:
        return False
    bare = _TAG.sub("", text)
    written = len(bare.split()) * _LONGEST_WORD > len(bare) or is_dense(bare)
    return len(bare) >= _SHORTEST and written


def _title(data: Data) -> str:
    said = (_named(data.get(key)) for key in _TITLES)
    return next((_TAG.sub("", text) for text in said if text), "")


def _published(data: Data) -> str | None:
    stamped = [k for k in data if _PUBLISHED.search(k) and not _CHANGED.search(k)]
    found = (iso(data[k]) for k in sorted(stamped, key=lambda k: "publish" not in k.lower()))
    return next(filter(None, found), None)


def _writers(data: Data) -> Iterator[str]:
    for key, value in data.items():
        if _WRITERS.match(key):
            for each in value if isinstance(value, list) else [value]:
                if name := _named(each):
                    yield name


def _named(value: Any) -> str:
    """A string, or the name in an object."""
    if isinstance(value, dict):
        value = next((value[k] for k in _NAMES if isinstance(value.get(k), str)), "")
    return value.strip() if isinstance(value, str) else ""
