"""Names in German, where every noun has a capital and only other signs tell them apart."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from narrate.spoken.capitals import Word, runs
from narrate.spoken.tables import table


def german_names(
    found: Sequence[tuple[Word, ...]], listed: Callable[[Word], bool]
) -> Iterator[str]:
    """What stands in rows of two capitals and more, or after a title, and is no noun.

    A noun gives itself away by an article somewhere in the text, or by its ending.
    """
    own: dict[str, list[str]] = table("names")["de"]
    titles = set(own["titles"])
    nouns = _nouns(found, frozenset(own["determiners"]))
    endings = (*own["endings"], *own["roles"])
    for run in (run for those in found for run in runs(those)):
        names = [
            word
            for word in run
            if word.text.casefold() not in nouns
            and word.text not in titles
            and not word.text.casefold().endswith(endings)
            and not (word.placed and not listed(word))
        ]
        if len(names) > 1 or run[0].text in titles:
            yield from (word.text.casefold() for word in names if listed(word))


def _nouns(found: Sequence[tuple[Word, ...]], determiners: frozenset[str]) -> set[str]:
    """The words that stand right after an article or the like."""
    return {
        word.text.casefold()
        for those in found
        for before, word in pairwise(those)
        if word.close and word.capital and before.text.casefold() in determiners
    }
