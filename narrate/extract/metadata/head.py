"""What the lines at the head of the article tell where the page's own data is silent."""

from collections.abc import Iterable
from dataclasses import replace

from narrate.extract.metadata.dates import written
from narrate.extract.metadata.names import signed
from narrate.model import Metadata


def completed(about: Metadata, lines: Iterable[str], otherwise: tuple[str, ...] = ()) -> Metadata:
    """The metadata with the authors and the date that stand between headline and text.

    Only a line that says whose it is, and a full date with its year, are believed. `otherwise`
    are the authors where no person is named: the house, mostly.
    """
    lines = tuple(lines)
    authors = about.authors or next((found for line in lines if (found := signed(line))), ())
    return replace(about, authors=authors or otherwise, published=about.published or written(lines))
