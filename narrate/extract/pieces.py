"""The pieces into which the article's text is cut, before it is decided what is read aloud."""

from dataclasses import dataclass

from narrate.extract.text import is_dense, is_stop
from narrate.model import BlockKind, Gloss, Omission


@dataclass(slots=True)
class Piece:
    """A paragraph, heading, list item or the like, with what the rules need to judge it.

    Mutable, because each rule in turn may give it its reason.
    """

    text: str
    kind: BlockKind = "paragraph"
    reason: Omission | None = None
    level: int | None = None
    number: str | None = None
    speaker: str | None = None
    time: str | None = None
    language: str | None = None
    readings: tuple[Gloss, ...] = ()
    exact: str = ""
    """The words as they stand in the page, with what isn't said."""
    linked: int = 0
    """Characters inside links."""
    outward: int = 0
    """Characters inside links to other sites."""
    strong: int = 0
    """Characters in bold."""
    slanted: int = 0
    """Characters in italics."""
    element: int = 0
    """The number of the element that holds it."""
    home: str = ""
    """Tag and class of the element in which its element stands: a body's paragraphs share it."""
    listed: str = ""
    """The same of the list that it stands in, if it is an item."""

    @property
    def all_linked(self) -> bool:
        """Whether it is nothing but a link, or hardly more."""
        share = 0.5 if self.kind == "list_item" else 0.8  # a kicker or a bullet may stand beside it
        return self.linked >= share * len(self.text)

    @property
    def size(self) -> float:
        """How long it is, in characters of a script that spells its words."""
        return len(self.text) * (_DENSE if is_dense(self.text) else 1)

    @property
    def is_prose(self) -> bool:
        """Whether it is running text: a sentence or more, and not a link."""
        return (
            self.kind != "heading"
            and self.linked * 2 < len(self.text)
            and is_stop(self.text.rstrip("\"'”’»)]）」 ")[-1:])
            and self.size >= _PROSE
        )


_PROSE = 60
_DENSE = 2.4
"""How many characters one stands for in scripts whose characters are syllables or words."""
