"""Tables: which hold data, what their rows say, and which are small enough to be read out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4 import Tag

from narrate.extract.text import normalised

_MOST_ROWS = 12
_MOST_COLUMNS = 5
_MOST_CHARACTERS = 1500
_LONGEST_CELL = 300
"""Characters from which a cell holds prose, and its table is there for the layout."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that says something, or its caption."""

    tag: Tag
    cells: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The row as one sentence: its cells, with commas between."""
        return ", ".join(cell.rstrip(",;") for cell in self.cells)

    @property
    def exact(self) -> str:
        """The words as they stand in the page."""
        return normalised(self.tag.get_text())


def is_data(table: Tag) -> bool:
    """Whether a table holds data, and does not merely lay out the page."""
    if table.get("role") in {"presentation", "none"}:
        return False
    if table.find(["table", "h1", "h2", "h3", "pre"]):
        return False
    rows = list(rows_of(table))
    widest = max((len(row.cells) for row in rows), default=0)
    longest = max((len(cell) for row in rows for cell in row.cells), default=0)
    return len(rows) > 1 and widest > 1 and longest <= _LONGEST_CELL


def is_small(rows: Sequence[Row]) -> bool:
    """Whether a table can be followed by ear, row by row."""
    columns = max((len(row.cells) for row in rows), default=0)
    length = sum(len(cell) for row in rows for cell in row.cells)
    return len(rows) <= _MOST_ROWS and columns <= _MOST_COLUMNS and length <= _MOST_CHARACTERS


def rows_of(table: Tag) -> Iterator[Row]:
    """The rows of a table that say something."""
    for tag in table.find_all("tr"):
        texts = (normalised(cell.get_text(" ")) for cell in tag.find_all(["td", "th"]))
        if cells := tuple(text for text in texts if text):
            yield Row(tag, cells)


def caption_of(table: Tag) -> Row | None:
    """What a table is called, as if it were its first row."""
    tag = table.find("caption")
    text = normalised(tag.get_text(" ")) if isinstance(tag, Tag) else ""
    return Row(tag, (text,)) if isinstance(tag, Tag) and text else None
