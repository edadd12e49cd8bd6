"""What a page says of itself: title, authors, dates, language, site, and the rest.

Sources are asked in the order in which they can be trusted: JSON-LD, OpenGraph and other meta
tags, then the page itself. Nothing is guessed from running text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from narrate.extract.metadata import byline, dateline
from narrate.extract.metadata.authors import authors, stated_authors, tagged_authors
from narrate.extract.metadata.dates import addressed, modified, published, titled
from narrate.extract.metadata.jsonld import Node, article, as_list, nodes
from narrate.extract.metadata.tags import Tags, every, first, tags
from narrate.extract.metadata.title import title, wordings
from narrate.extract.text import normalised
from narrate.model import Metadata, Page

_LONGEST_NAME = 40
"""Characters of an application's name; what is longer is a headline in the wrong place."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a page's own data says, read once."""

    root: etree._Element
    found: Tags
    """Its meta tags."""
    described: list[Node]
    """Its JSON-LD objects."""
    node: Node
    """The one of them that describes the article; empty when none does."""

    @classmethod
    def of(cls, root: etree._Element) -> "Sources":
        """Read the data of a page."""
        described = nodes(root)
        return cls(root, tags(root), described, article(described))

    def claimed_authors(self, title: str) -> tuple[str, ...]:
        """Whoever the page names as its author, be it the house itself."""
        return next(filter(None, self.claims(title, accounts=True)), ())

    def claims(self, title: str, *, accounts: bool) -> Iterator[tuple[str, ...]]:
        """The authors by structured data, by meta tags, and by the byline under the title."""
        yield stated_authors(self.node, self.described, accounts=accounts)
        yield tagged_authors(self.found)
        yield byline.marked(self.root, title)

    def titles(self) -> tuple[str, ...]:
        """Every wording of the headline."""
        return wordings(self.root, self.node, self.found)


def metadata(sources: Sources, page: Page) -> Metadata:
    """Gather the metadata of a page; the language is the declared one."""
    root, found, described, node = sources.root, sources.found, sources.described, sources.node
    address = _address(root, node, found, page)
    site = _site(node, described, found)
    houses = [
        site or "",
        _name(node.get("publisher")),
        _host(address),
        _whole_host(address),
        *(name for name in every(found, "application-name") if len(name) <= _LONGEST_NAME),
    ]
    section = _text(node.get("articleSection")) or first(found, ["article:section", "section"])
    headline = title(root, node, found, houses)
    return Metadata(
        title=headline,
        authors=authors(sources.claims(headline, accounts=False), [*houses, section or ""]),
        published=published([node, *described], found)
        or dateline.marked(root, headline)
        or titled(_window_titles(root, found), root.get("lang"))
        or addressed(address),
        modified=modified(node, found),
        language=_language(root, node, found),
        site=site,
        section=section,
        url=address,
        image=_image(node, found, address),
        description=first(found, ["description", "og:description"])
        or _text(node.get("description")),
        free=_free(node),
    )


def _window_titles(root: etree._Element, found: Tags) -> list[str]:
    return [*every(found, "og:title"), normalised(root.findtext(".//title") or "")]


def _address(root: etree._Element, node: Node, found: Tags, page: Page) -> str | None:
    """The canonical address; not a site's front page where another one is named, too."""
    links = [
        link.get("href") or ""
        for link in root.iter("link")
        if (link.get("rel") or "").lower() == "canonical"
    ]
    candidates = [
        *links,
        first(found, ["og:url"]) or "",
        _text(node.get("url")) or "",
        page.url or "",
    ]
    absolute = (_absolute(page.url or "", candidate) for candidate in candidates if candidate)
    whole = [a for a in absolute if a and a.startswith(("http://", "https://"))]
    pages = (a for a in whole if urlsplit(a).path.strip("/"))
    return next(pages, whole[0] if whole else None)


def _absolute(base: str, address: str) -> str | None:
    """An address as seen from another; None for one that is no address, such as `http://[`."""
    try:
        joined = urljoin(base, address)
        urlsplit(joined)
    except ValueError:
        return None
    return joined


def _site(node: Node, described: list[Node], found: Tags) -> str | None:
    websites = [_name(other) for other in described if other.get("@type") == "WebSite"]
    names = [first(found, ["og:site_name"]) or "", _name(node.get("publisher")), *websites]
    return next((normalised(unescape(name)) for name in names if name), None)


def _whole_host(address: str | None) -> str:
    return (urlsplit(address or "").hostname or "").removeprefix("www.")


def _host(address: str | None) -> str:
    labels = _whole_host(address).split(".")
    return max(labels[:-1] or labels, key=len)


def _language(root: etree._Element, node: Node, found: Tags) -> str | None:
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    said = (
        declared or _text(node.get("inLanguage")) or first(found, ["og:locale", "content-language"])
    )
    return said.strip().replace("_", "-") if said and said.strip() else None


def _image(node: Node, found: Tags, address: str | None) -> str | None:
    said = first(found, ["og:image:secure_url", "og:image", "og:image:url", "twitter:image"])
    picture = said or _picture(node.get("image"))
    return _absolute(address or "", picture) if picture else None


def _picture(value: Any) -> str | None:
    for each in as_list(value):
        if isinstance(each, dict):
            return _text(each.get("url")) or _text(each.get("contentUrl"))
        return _text(each)
    return None


def _free(node: Node) -> bool | None:
    said = str(node.get("isAccessibleForFree", "")).strip().lower()
    return {"true": True, "false": False}.get(said)


def _name(value: Any) -> str:
    for each in as_list(value):
        found = each.get("name") if isinstance(each, dict) else each
        if isinstance(found, str) and found.strip():
            return found.strip()
    return ""


def _text(value: Any) -> str | None:
    for each in as_list(value):
        if isinstance(each, str) and each.strip():
            return unescape(each.strip())
    return None
