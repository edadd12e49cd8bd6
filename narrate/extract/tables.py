"""Tables: which hold data, what their rows say, and which are small enough to be read out."""

from collections.abc import Iterator

from bs4 import Tag

from narrate.extract.text import normalised

_MOST_ROWS = 12
_MOST_COLUMNS = 5
_MOST_CHARACTERS = 1500
_LONGEST_CELL = 300
"""Characters from which a cell holds prose, and its table is there for the layout."""


def is_data(table: Tag) -> bool:
    """Whether a table holds data, and does not merely lay out the page."""
    if table.get("role") in {"presentation", "none"} or table.find(["table", "h1", "h2", "h3", "pre"]):
        return False
    rows = list(cells(table))
    widest = max((len(row) for row in rows), default=0)
    longest = max((len(cell) for row in rows for cell in row), default=0)
    return len(rows) > 1 and widest > 1 and longest <= _LONGEST_CELL


def is_small(rows: list[list[str]]) -> bool:
    """Whether a table can be followed by ear, row by row."""
    columns = max((len(row) for row in rows), default=0)
    length = sum(len(cell) for row in rows for cell in row)
    return len(rows) <= _MOST_ROWS and columns <= _MOST_COLUMNS and length <= _MOST_CHARACTERS


def cells(table: Tag) -> Iterator[list[str]]:
    """The rows of a table that say something, each as the texts of its cells."""
    for row in table.find_all("tr"):
        texts = [normalised(cell.get_text(" ")) for cell in row.find_all(["td", "th"])]
        if any(texts):
            yield [text for text in texts if text]


def spoken_row(row: list[str]) -> str:
    """A row as one sentence.

    >>> spoken_row(["Oslo", "4 degrees", "rain"])
    'Oslo, 4 degrees, rain'
    """
    return ", ".join(cell.rstrip(",;") for cell in row)
