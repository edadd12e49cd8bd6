"""The pieces into which the article's text is cut, before it is decided what is read aloud."""

from dataclasses import dataclass

from narrate.model import BlockKind, Omission


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
    linked: int = 0
    """Characters inside links."""
    strong: int = 0
    """Characters in bold."""
    slanted: int = 0
    """Characters in italics."""
    element: int = 0
    """The number of the element that holds it."""

    @property
    def all_linked(self) -> bool:
        """Whether it is nothing but a link, or hardly more."""
        return self.linked >= 0.8 * len(self.text)  # noqa: PLR2004 (a bullet or an arrow may stand beside it)
