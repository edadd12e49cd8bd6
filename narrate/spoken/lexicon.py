"""A publication's own pronunciations: which words, and how they are to be said."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from narrate.spoken.draft import Edit

PHONEMES = "[["
"""What phonemes begin with in a spoken form. `normalise` never leaves it in what an article
says, so an engine that takes phonemes may trust it; ']]' ends them."""

_WORD = re.compile(r"\w+")
_OWNER = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """How one word or phrase is to be said."""

    grapheme: str
    alias: str | None = None
    """In ordinary letters, for any voice."""
    phoneme: str | None = None
    """In the International Phonetic Alphabet."""
    case: bool = False
    """Whether capitals count."""
    part: bool = False
    """Whether it also holds inside a longer word."""
    language: str | None = None
    """BCP 47 tag; 'en' stands for every English, None for every language."""

    def speaks(self, language: str) -> bool:
        """Whether it is meant for text in this language.

        >>> Entry("Xi", alias="Shee", language="en").speaks("en-GB")
        True
        """
        if self.language is None:
            return True
        mine, theirs = self.language.lower(), language.lower()
        return theirs == mine or theirs.startswith(f"{mine}-")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries; the longest match wins, and of equals the earliest.

    >>> kyiv = Entry("Kyiv", alias="Keev")
    >>> [edit.said for edit in Lexicon((kyiv,)).edits("In Kyiv, KYIV's", "en")]
    ['Keev', 'Keev']
    """

    entries: tuple[Entry, ...] = ()
    phonemes: bool = False
    """Whether the engine takes espeak's phonemes, between '[[' and ']]'; aliases otherwise."""
    _index: dict[str, list[Entry]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            word = _WORD.search(entry.grapheme)
            if word and not entry.part:
                index[word[0].casefold()].append(entry)
        object.__setattr__(self, "_index", dict(index))

    @classmethod
    def of(cls, entries: Iterable[Entry], *, phonemes: bool = False) -> "Lexicon":
        """A lexicon of these entries."""
        return cls(tuple(entries), phonemes)

    def edits(self, text: str, language: str) -> Iterator[Edit]:
        """What it would have said instead, in order."""
        taken: list[tuple[int, int]] = []
        edits: list[Edit] = []
        for start, stop, entry in sorted(self._matches(text, language), key=_longest_first):
            said, end = self._said(entry, language, text, stop)
            if said is None or any(low < end and start < high for low, high in taken):
                continue
            taken.append((start, end))
            edits.append(Edit(start, end, said))
        yield from sorted(edits)

    def _said(self, entry: Entry, language: str, text: str, end: int) -> tuple[str | None, int]:
        """What is said, and where the text goes on: phonemes take a possessive in."""
        if self.phonemes and entry.phoneme:
            from narrate.spoken.phonemes import espeak, possessive

            words = [espeak(word, language) for word in entry.phoneme.split()]
            if all(words):
                if _OWNER.match(text, end):
                    words[-1], end = possessive(words[-1] or ""), end + 2
                return " ".join(f"{PHONEMES}{word}]]" for word in words), end
        return entry.alias, end

    def _matches(self, text: str, language: str) -> Iterator[tuple[int, int, Entry]]:
        for word in _WORD.finditer(text):
            for entry in self._index.get(word[0].casefold(), ()):
                start = word.start() - _first(entry.grapheme)
                if start >= 0 and entry.speaks(language) and _stands(text, start, entry):
                    yield start, start + len(entry.grapheme), entry
        for entry in self.entries:
            if entry.part and entry.speaks(language):
                flags = re.NOFLAG if entry.case else re.IGNORECASE
                for match in re.finditer(re.escape(entry.grapheme), text, flags):
                    yield match.start(), match.end(), entry


def _longest_first(match: tuple[int, int, Entry]) -> tuple[int, int]:
    start, end, _ = match
    return start - end, start


def _first(grapheme: str) -> int:
    """Where its first word begins."""
    word = _WORD.search(grapheme)
    return word.start() if word else 0


def _stands(text: str, start: int, entry: Entry) -> bool:
    """Whether the entry is written there, as whole words."""
    end = start + len(entry.grapheme)
    found = text[start:end]
    same = found == entry.grapheme
    if not same and (entry.case or found.casefold() != entry.grapheme.casefold()):
        return False
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    first, last = entry.grapheme[0], entry.grapheme[-1]
    return not (_joined(before, first) or _joined(last, after))


def _joined(left: str, right: str) -> bool:
    """Whether two characters are inside one word."""
    return bool(left and right and left.isalnum() and right.isalnum())
