"""One thing that is wrong with a feed."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "advice"]
"""An error loses listeners somewhere; advice is what directories ask for and do without."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and the way to mend it."""

    where: str
    """The document, and the episode in it."""
    what: str
    mend: str
    level: Level = "error"
    line: int | None = None
    """In the document, from 1."""

    def __str__(self) -> str:
        place = f"{self.where}, line {self.line}" if self.line else self.where
        return f"{self.level}: {place}: {self.what} ({self.mend})"
