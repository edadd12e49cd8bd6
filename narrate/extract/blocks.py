"""Tree → pieces: paragraphs, headings, list items and the rest, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bs4 import NavigableString, Tag

from narrate.extract.elements import CONTROLS, HEADINGS, SILENT, is_block
from narrate.extract.omissions.marks import mark
from narrate.extract.pieces import Piece
from narrate.extract.soup import NUMBER
from narrate.extract.tables import cells, is_data, is_small, spoken_row
from narrate.extract.text import normalised
from narrate.model import BlockKind, Omission

_BOLD = frozenset({"b", "strong"})
_LONGEST_MARKED = 300
"""Characters up to which the mark of an inline element is believed."""
_ITALIC = frozenset({"i", "em", "cite"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the tree the reading stands."""

    element: int = 0
    home: str = ""
    marking: str = ""
    kind: BlockKind = "paragraph"
    level: int | None = None
    number: str | None = None
    reason: Omission | None = None
    depth: int = 0
    """How many lists it stands in."""
    link: bool = False
    """Whether a link holds the whole block."""


@dataclass(slots=True)
class Reader:
    """Reads a tree once, in order; the pieces gather in `found`."""

    reasons: Mapping[int, Omission | None]
    """Why the block elements, by number, are left out."""
    found: list[Piece] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    linked: int = 0
    outward: int = 0
    strong: int = 0
    slanted: int = 0
    host: str = ""
    """The page's own host: links to others lead out."""

    def read(self, tag: Tag, place: Place) -> None:
        """Read what a tag holds, in its place."""
        for child in tag.children:
            if isinstance(child, Tag):
                self._enter(child, place)
            elif type(child) is NavigableString:
                self.text.append(child)

    def flush(self, place: Place) -> None:
        """End the piece that is being read."""
        for text in "".join(self.text).split("\x1e"):
            if clean := normalised(text):
                self.found.append(
                    Piece(
                        clean, place.kind, place.reason, place.level, place.number,
                        linked=len(clean) if place.link else self.linked, outward=self.outward, strong=self.strong, slanted=self.slanted,
                        element=place.element, home=place.home,
                    )
                )  # fmt: skip
        self.text.clear()
        self.linked = self.outward = self.strong = self.slanted = 0

    def _enter(self, tag: Tag, place: Place) -> None:
        name = tag.name
        if name in SILENT and (name not in CONTROLS or tag.find("p") is None):
            return
        if name == "br":
            self._break()
        elif is_block(name):
            self.flush(place)
            inner = self._inside(tag, place)
            if name == "table" and is_data(tag):
                self._table(tag, inner)
                return
            self.read(tag, inner)
            self.flush(inner)
        else:
            self._inline(tag, place)

    def _table(self, tag: Tag, place: Place) -> None:
        rows = list(cells(tag))
        if is_small(rows):
            texts, reason = [spoken_row(row) for row in rows], place.reason
        else:
            texts, reason = [spoken_row(rows[0])], place.reason or "table"
        self.found += [
            Piece(text, "table", reason, element=place.element, home=place.home) for text in texts
        ]

    def _break(self) -> None:
        before = "".join(self.text[-2:]).rstrip(" \t\n\r")
        self.text.append("\x1e" if before.endswith("\x1f") else "\x1f")

    def _inline(self, tag: Tag, place: Place) -> None:
        reason = mark(tag.name, tag.attrs) if place.reason is None else None
        if reason and len(tag.get_text()) < _LONGEST_MARKED:
            self.flush(place)
            marked = replace(place, reason=reason)
            self.read(tag, marked)
            self.flush(marked)
            return
        before = sum(map(len, self.text))
        link = place.link or tag.name == "a"
        self.read(tag, replace(place, link=link) if link else place)
        length = max(sum(map(len, self.text)) - before, 0)
        if tag.name == "a":
            self.linked += length
            self.outward += length if self._leads_out(str(tag.get("href") or "")) else 0
        self.strong += length if tag.name in _BOLD else 0
        self.slanted += length if tag.name in _ITALIC else 0

    def _leads_out(self, address: str) -> bool:
        if not self.host or not address.startswith(("http://", "https://", "//")):
            return False
        return self.host not in address.split("/", 3)[2]

    def _inside(self, tag: Tag, place: Place) -> Place:
        number = int(str(tag.get(NUMBER)))
        reason = place.reason or self.reasons.get(number)
        place = replace(
            place, element=number, home=place.marking, reason=reason,
            marking=f"{tag.name}.{tag.get('class') or ''}",
        )  # fmt: skip
        if tag.name in HEADINGS:
            return replace(place, kind="heading", level=HEADINGS[tag.name])
        if tag.name in {"ul", "ol"}:
            return replace(place, depth=place.depth + 1)
        if tag.name == "li":
            return replace(place, kind="list_item", level=max(place.depth, 1))
        if tag.name == "blockquote":
            return replace(place, kind="quotation")
        if tag.name == "pre":
            return replace(place, kind="code", reason=reason or "code")
        if tag.name == "figcaption":
            return replace(place, kind="caption")
        return place
