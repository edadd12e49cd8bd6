"""What the rules know of the article besides its text."""

from dataclasses import dataclass

from narrate.extract.metadata.title import folded
from narrate.model import Metadata


@dataclass(frozen=True, slots=True)
class About:
    """The metadata, folded for comparing: no case, no accents, no punctuation."""

    title: str
    authors: tuple[str, ...]
    site: str

    @classmethod
    def of(cls, metadata: Metadata) -> "About":
        """Fold the metadata of an article."""
        names = tuple(name for author in metadata.authors if (name := folded(author)))
        return cls(folded(metadata.title), names, folded(metadata.site or ""))
