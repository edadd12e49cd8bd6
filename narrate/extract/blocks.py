"""Tree → pieces: paragraphs, headings, list items and the rest, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from bs4 import Tag
from bs4.element import NavigableString

from narrate.extract.elements import CONTROLS, HEADINGS, SILENT, is_block
from narrate.extract.inline import is_note_mark, superscript
from narrate.extract.lists import numbers
from narrate.extract.omissions.marks import is_hidden, mark
from narrate.extract.pieces import Piece
from narrate.extract.preformatted import is_written, paragraphs
from narrate.extract.run import Run
from narrate.extract.soup import NUMBER, attributes
from narrate.extract.tables import Row, caption_of, is_data, is_small, rows_of
from narrate.extract.text import is_stop
from narrate.model import BlockKind, Omission

_KINDS: dict[str, BlockKind] = {
    "blockquote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
    "li": "list_item",
    "pre": "code",
}
_JOINING = tuple(",;:.)]’”»")
_LONGEST_MARKED = 300
"""Characters up to which the mark of an inline element is believed."""


class Place(NamedTuple):
    """Where in the tree the reading stands; there are thousands, and tuples are made fastest."""

    element: int = 0
    home: str = ""
    marking: str = ""
    kind: BlockKind = "paragraph"
    level: int | None = None
    number: str | None = None
    reason: Omission | None = None
    language: str | None = None
    item: int = 0
    """The number of the list item it stands in."""
    depth: int = 0
    """How many lists it stands in."""
    listed: str = ""
    """The marking of what the outermost list stands in."""
    link: bool = False
    """Whether a link holds the whole block."""


@dataclass(slots=True)
class Reader:
    """Reads a tree once, in order; the pieces gather in `found`."""

    reasons: Mapping[int, Omission | None]
    """Why the block elements, by number, are left out."""
    host: str = ""
    """The page's own host: links to others lead out."""
    found: list[Piece] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    _numbered: set[int] = field(default_factory=set)
    _numbers: dict[str, str] = field(default_factory=dict)

    def read(self, tag: Tag, place: Place) -> None:
        """Read what a tag holds, in its place."""
        for child in tag.children:
            if isinstance(child, Tag):
                self._enter(child, place)
            elif type(child) is NavigableString:
                self.run.add(child, link=place.link)

    def flush(self, place: Place) -> None:
        """End the piece that is being read."""
        if self.run.is_empty:
            return
        for piece in self.run.pieces():
            piece.kind, piece.level, piece.reason = place.kind, place.level, place.reason
            piece.element, piece.home, piece.language = place.element, place.home, place.language
            piece.number, piece.listed = self._number(place), place.listed
            self.found.append(piece)

    def _number(self, place: Place) -> str | None:
        """An item's number, for the first of its pieces only."""
        if place.number is None or place.item in self._numbered:
            return None
        self._numbered.add(place.item)
        return place.number

    def _enter(self, tag: Tag, place: Place) -> None:
        name = tag.name
        if name in SILENT and (name not in CONTROLS or tag.find("p") is None):
            return
        if name == "br":
            self.run.end_line()
        elif is_block(name):
            self._block(tag, place)
        else:
            self._inline(tag, place)

    def _block(self, tag: Tag, place: Place) -> None:
        self.flush(place)
        inner = self._inside(tag, place)
        if tag.name == "table" and is_data(tag):
            self._table(tag, inner)
            return
        if tag.name == "pre" and inner.reason == "code" and is_written(tag.get_text()):
            self._letter(tag, inner._replace(kind="paragraph", reason=None))
            return
        self.read(tag, inner)
        self.flush(inner)

    def _letter(self, tag: Tag, place: Place) -> None:
        """Read a text that is set as code, paragraph by paragraph."""
        for paragraph in paragraphs(tag.get_text()):
            self.run.add(paragraph, link=False)
            self.flush(place)

    def _table(self, tag: Tag, place: Place) -> None:
        """A table that is small, row by row; of another, what it is called and its first row."""
        rows, reason = list(rows_of(tag)), place.reason
        small = is_small(rows)
        if not small:
            rows, reason = rows[:1], reason or "table"
        if called := caption_of(tag):
            self.found.append(_of_table(called, "table" if small else "caption", reason, place))
        self.found += (_of_table(row, "table", reason, place) for row in rows)

    def _inline(self, tag: Tag, place: Place) -> None:
        reason = mark(tag.name, attributes(tag)) if place.reason is None else None
        if reason and len(tag.get_text()) < _LONGEST_MARKED:
            if self._is_within_sentence(tag):
                self.run.skip(tag.get_text())
                return
            self.flush(place)
            marked = place._replace(reason=reason)
            self.read(tag, marked)
            self.flush(marked)
        elif is_note_mark(tag):
            self.run.skip(tag.get_text())
        elif tag.name == "sup":
            self.run.say(superscript(tag.get_text(), self.run.text()), raw=tag.get_text())
        elif tag.name == "ruby":
            self._ruby(tag)
        else:
            self._words(tag, place)

    def _is_within_sentence(self, tag: Tag) -> bool:
        """Whether a sentence goes on behind an element that is left out of it."""
        before = self.run.text().rstrip()
        if not before or is_stop(before[-1]):
            return False
        after = tag.next_sibling
        told = after.lstrip() if type(after) is NavigableString else ""
        return is_hidden(attributes(tag)) or told[:1].islower() or told[:1] in _JOINING

    def _words(self, tag: Tag, place: Place) -> None:
        """Read an inline element whose words stand as they are."""
        if tag.name == "a":
            place = place._replace(link=True)
        before = self.run.length
        said = str(tag.get("title") or "") if tag.name == "abbr" else ""
        quoted = tag.name == "q"
        self.run.open(said, quoted=quoted)
        self.read(tag, place)
        self.run.close(said, quoted=quoted)
        self.run.note(tag.name, self.run.length - before, outward=self._leads_out(tag))

    def _ruby(self, tag: Tag) -> None:
        """The characters, with the reading that stands above them."""
        reading = "".join(rt.get_text() for rt in tag.find_all("rt"))
        # Asked for all its strings, for by itself BeautifulSoup leaves out those of the reading.
        strings = [part for part in tag.find_all(string=True) if not _is_in(part, tag, {"rp"})]
        written = "".join(part for part in strings if not _is_in(part, tag, {"rt", "rtc"}))
        self.run.open(reading, quoted=False)
        self.run.say(written, raw="".join(strings))
        self.run.close(reading, quoted=False)

    def _leads_out(self, tag: Tag) -> bool:
        address = str(tag.get("href") or "")
        if not self.host or not address.startswith(("http://", "https://", "//")):
            return False
        return self.host not in address.split("/", 3)[2]

    def _inside(self, tag: Tag, place: Place) -> Place:
        name, number = tag.name, int(str(tag.get(NUMBER)))
        if name == "ol":
            self._numbers.update((str(item.get(NUMBER)), text) for item, text in numbers(tag))
        item = name == "li"
        kind = "heading" if name in HEADINGS else _KINDS.get(name, place.kind)
        reason = place.reason or self.reasons.get(number)
        return Place(
            element=number,
            home=place.marking,
            marking=_marking(name, str(tag.get("class") or "")),
            kind=kind,
            level=max(place.depth, 1) if item else HEADINGS.get(name, place.level),
            number=self._numbers.get(str(number)) if item else place.number,
            reason=reason or ("code" if name == "pre" else None),
            language=str(tag.get("lang") or "") or place.language,
            item=number if item else place.item,
            depth=place.depth + (name in {"ul", "ol"}),
            listed=place.listed if place.depth or name not in {"ul", "ol"} else place.marking,
            link=place.link,
        )


def _of_table(row: Row, kind: BlockKind, reason: Omission | None, place: Place) -> Piece:
    number = int(str(row.tag.get(NUMBER)))
    return Piece(row.spoken, kind, reason, exact=row.exact, home=place.home, element=number)


def _is_in(part: NavigableString, top: Tag, names: set[str]) -> bool:
    for parent in part.parents:
        if parent is top:
            return False
        if parent.name in names:
            return True
    return False


@lru_cache(maxsize=4096)
def _marking(name: str, classes: str) -> str:
    """Tag and class as elements of one kind share them: without numbers, in whatever order."""
    words = {word.rstrip("0123456789").rstrip("-_") for word in classes.split()}
    return f"{name}.{' '.join(sorted(words))}"
