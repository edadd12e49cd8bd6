"""Pages with a player: what is seen, and what programs read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from narrate.audit.report import Check, Surface
from narrate.audit.words import Notices
from narrate.publish.disclosure import SCHEMA_TERMS

_ANEW = "make it anew"
_UNSEEN = ("script", "style", "template", "head", "noscript")
_LONGEST = 400
"""Characters of an element that is a notice and nothing else."""


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML document, read."""

    subject: str
    root: Any
    notices: Notices
    term: str | None = None
    """The IPTC's word that the manifest has for the audio."""

    def check(self, surface: Surface, found: str | None, what: str) -> Check:
        """A surface that tells in the words found, or doesn't."""
        if found:
            return Check(self.subject, surface, told=True, what=" ".join(found.split()))
        return Check(self.subject, surface, told=False, what=what, mend=_ANEW)

    def visible(self, inside: Any = None) -> Iterator[str]:
        """The texts that are seen, element by element."""
        yield from _visible(self.root if inside is None else inside)


def read_page(path: Path) -> Any:
    """The root of an HTML document; None where there is none."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8")
        return html.document_fromstring(path.read_bytes(), parser=parser)
    except (OSError, etree.LxmlError, ValueError):
        return None


def refers_to(root: Any, names: set[str]) -> bool:
    """Whether a page plays one of these files."""
    sources = (node.get("src") or "" for node in root.iter("narrate-player", "audio", "source"))
    return any(source.rpartition("/")[2] in names for source in sources)


def page_checks(page: Page) -> Iterator[Check]:
    """What a page shows and says; a frame has no data of its own for programs."""
    players = list(page.root.iter("narrate-player"))
    for player in players:
        found = page.notices.among(_visible(player))
        yield page.check("player", found, "the player's element does not show the notice")
    if "frame" in (page.root.get("class") or "").split():
        found = page.notices.among(page.visible())
        yield page.check("frame", found, "nothing that is seen in it is the notice")
        return
    frames = [node for node in page.root.iter("iframe") if _is_ours(node)]
    for frame in frames:
        found = page.notices.within(frame.get("title") or "")
        yield page.check("frame", found, "the frame's title does not say it")
    if frames and not players:
        return
    around = (text for node in _outside(page.root) for text in _visible(node, deep=False))
    found = page.notices.among(around)
    yield page.check("page", found, "nothing that is seen beside the player is the notice")
    if players:
        yield _data(page)


def _data(page: Page) -> Check:
    """The audio's `digitalSourceType` (schema.org)."""
    surface: Surface = "data in the page"
    sounds = [one for block in _blocks(page.root) for one in _objects(block)]
    if not sounds:
        return page.check(surface, None, "no JSON-LD tells of the audio")
    for sound in sounds:
        said = str(sound.get("digitalSourceType") or "")
        term = SCHEMA_TERMS.get(said.rpartition("/")[2])
        if term is None:
            return page.check(surface, None, "its audio has no digitalSourceType of a made voice")
        if page.term and page.term != term:
            return page.check(surface, None, f"it says {term}, and the manifest {page.term}")
    return page.check(surface, said, "")


def _blocks(root: Any) -> Iterator[Any]:
    for node in root.iter("script"):
        if (node.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield json.loads(node.text or "")
            except (ValueError, RecursionError):
                continue


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The AudioObjects in a document, however deep."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "AudioObject" in str(one.get("@type")):
                yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _visible(node: Any, *, deep: bool = True) -> Iterator[str]:
    """The text of each element that is seen; a long one is more than a notice."""
    if not isinstance(node.tag, str) or node.tag in _UNSEEN or _is_hidden(node):
        return
    text = "".join(node.itertext())
    if len(text) <= _LONGEST:
        yield text
    if deep:
        for inner in node:
            yield from _visible(inner)


def _outside(root: Any) -> Iterator[Any]:
    """The elements that are seen and are no part of a player."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node.tag, str) or node.tag in (*_UNSEEN, "narrate-player"):
            continue
        if _is_hidden(node):
            continue
        if not any(True for _ in node.iter("narrate-player")):
            yield node
        waiting += reversed(list(node))


def _is_ours(frame: Any) -> bool:
    return str(frame.get("src") or "").partition("?")[0].endswith("frame.html")


def _is_hidden(node: Any) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
