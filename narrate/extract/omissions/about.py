"""What the rules know of the article besides its text."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from narrate.extract.data import lists
from narrate.extract.metadata.title import folded
from narrate.model import Metadata

_SHORTEST = 12
_PART = 0.6
_LONGEST_TITLE = 400
_LONGEST_BIO = 900
_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_IS = frozenset(_WORDS["introduces"])
"""What follows a name where someone is introduced."""


@dataclass(frozen=True, slots=True)
class About:
    """The metadata, folded for comparing: no case, no accents, no punctuation."""

    titles: tuple[str, ...]
    """Every wording of the headline that the page has somewhere."""
    authors: tuple[str, ...]

    @classmethod
    def of(cls, metadata: Metadata, titles: Iterable[str]) -> "About":
        """Fold the metadata of an article and the other wordings of its headline."""
        wordings = (folded(title) for title in (metadata.title, *titles))
        names = (folded(author) for author in metadata.authors)
        return cls(tuple(dict.fromkeys(filter(None, wordings))), tuple(filter(None, names)))

    def is_title(self, text: str) -> bool:
        """Whether a line is the headline, perhaps with its kicker or without its end."""
        if len(text) > _LONGEST_TITLE:
            return False
        bare = folded(text)
        return any(_repeats(bare, title) for title in self.titles)

    def tells_of_author(self, text: str) -> bool:
        """Whether a paragraph begins with an author's name and goes on to say who that is.

        >>> About((), ("ann lee",)).tells_of_author("Ann Lee is a reporter in Rome.")
        True
        """
        if len(text) > _LONGEST_BIO:
            return False
        words = folded(text[:120]).split()
        for author in self.authors:
            name = author.split()
            for calling in (name, name[:1]):
                if (
                    len(name) > 1
                    and words[: len(calling)] == calling
                    and _IS.intersection(words[len(calling) : len(calling) + 3])
                ):
                    return True
        return False

    def repeats(self, text: str) -> bool:
        """Whether a line is the headline, word for word."""
        return len(text) <= _LONGEST_TITLE and folded(text) in self.titles

    def likeness(self, text: str) -> float:
        """How many of a line's words stand in the headline, from 0 to 1."""
        words = folded(text).split()
        shares = (sum(word in title.split() for word in words) for title in self.titles)
        return max(shares, default=0) / (len(words) or 1)


def _repeats(bare: str, title: str) -> bool:
    if bare == title:
        return True
    if len(bare) < _SHORTEST:
        return False
    if bare in title:
        return len(bare) > _PART * len(title)
    return title in bare and len(title) > _PART * len(bare)
