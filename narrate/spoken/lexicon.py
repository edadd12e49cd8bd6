"""A publication's own pronunciations."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """How one word or phrase is to be said."""

    grapheme: str
    alias: str | None = None
    phoneme: str | None = None
    """In the International Phonetic Alphabet."""
    case: bool = False
    """Whether capitals count."""
    part: bool = False
    """Whether it also holds inside a longer word."""
    language: str | None = None
    """BCP 47 tag; None for every language."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries; the longest match wins, and of equals the earliest."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Lexicon":
        """A lexicon of these entries."""
        return cls(tuple(entries))
