"""The article as HTML, from the sentences that the manifest tells.

What the script added for the ear stays out, but for who is speaking. Sentences stand in
plain paragraphs, in which the player finds them as it does in the publisher's own page.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from narrate.feed.markup import escape, quoted
from narrate.feed.words import direction
from narrate.model import Segment
from narrate.publish.languages import unspaced
from narrate.publish.plain import one_line

_BODY = {"heading", "paragraph", "list_item", "quotation", "table", "correction"}
_LEVELS = (2, 6)


def prose(segments: Iterable[Segment], language: str) -> str:
    """The article's blocks."""
    blocks = [
        Block(tuple(run), language)
        for _, run in groupby(
            (one for one in segments if one.kind in _BODY and one.block is not None),
            key=lambda one: one.block,
        )
    ]
    runs = groupby((block for block in blocks if block.text), key=lambda block: block.kind)
    return "".join(line for kind, run in runs for line in _run(kind, list(run)))


class Block:
    """The sentences of one block of the article."""

    def __init__(self, segments: tuple[Segment, ...], language: str) -> None:
        self.kind = segments[0].kind
        self.level = next((one.level for one in segments if one.level is not None), None)
        self._own = [one for one in segments if one.anchor is not None]
        self._added = [one for one in segments if one.anchor is None]
        self._language = language

    @property
    def text(self) -> str:
        """What stands in the page, escaped."""
        glue = "" if unspaced(self._language) else " "
        return glue.join(_sentence(one) for one in self._own)

    @property
    def speaker(self) -> str:
        """Who is said to be speaking, or the time of an entry: shown before the text."""
        if self.kind != "paragraph" or not self._added:
            return ""
        names = " ".join(one_line(one.text) for one in self._added)
        return f"<b>{escape(names)}</b> "

    @property
    def number(self) -> int | None:
        """What a list item is counted as; None in a list that isn't numbered."""
        found = (re.search(r"\d{1,6}", one.text) for one in self._added)
        return next((int(each[0]) for each in found if each), None)


def _sentence(segment: Segment) -> str:
    text = escape(one_line(segment.text))
    tag = segment.language
    return f'<span lang="{quoted(tag)}" dir="{direction(tag)}">{text}</span>' if tag else text


def _run(kind: str, blocks: list[Block]) -> Iterator[str]:
    """Blocks of one kind that follow each other."""
    if kind == "list_item":
        yield from _list(blocks)
        return
    opening, closing = ("<blockquote>\n", "</blockquote>\n") if kind == "quotation" else ("", "")
    yield opening
    for block in blocks:
        name, form = "p", ""
        if kind == "heading":
            name = f"h{min(max(block.level or 2, _LEVELS[0]), _LEVELS[1])}"
        elif kind == "correction":
            form = ' class="correction"'
        yield f"<{name}{form}>{block.speaker}{block.text}</{name}>\n"
    yield closing


def _list(blocks: list[Block]) -> Iterator[str]:
    numbered = any(block.number is not None for block in blocks)
    name = "ol" if numbered else "ul"
    yield f"<{name}>\n"
    for block in blocks:
        value = f' value="{block.number}"' if block.number is not None else ""
        yield f"<li{value}>{block.text}</li>\n"
    yield f"</{name}>\n"
