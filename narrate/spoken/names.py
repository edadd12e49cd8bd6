"""The proper names of an article that a voice may not know, for an editor to settle."""

import re
from collections import Counter
from dataclasses import dataclass

from narrate.spoken.lexicon import Lexicon
from narrate.spoken.sentences import sentences
from narrate.spoken.tables import table

_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:['’-][^\W\d_]+)*")
_OWNER = re.compile(r"['’]s$")
_FOREIGN = re.compile(
    r"aa|ii|uu|yy|cz|sz|rz|dz|zh|kh|gh(?!t)|ij|jk|kj|hj|nj|vs|kv|mb$|^ng|^nd|^mb|^xi|^xu|^q(?!u)"
    r"|q(?!u)|x(?=[aeiou])|[aeiou]j|hl|tl$|[^aeiou][iu]$|eux$|vic$|sky$|ska$|wicz$|oğ"
)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that neither the lexicon nor the product's own list has."""

    name: str
    count: int
    sentence: str
    """The first sentence that it stands in."""
    strange: bool
    """Whether its letters are unlike English, so that an English voice will likely fail."""


def unknown_names(
    text: str, language: str, *, lexicon: Lexicon | None = None
) -> tuple[UnknownName, ...]:
    """Names inside sentences that nothing here knows: the strangest first, then the commonest.

    A word that begins a sentence counts only where it also stands inside one with its
    capital, and a word that the text also writes small is none.

    >>> found = unknown_names("On Monday Szymon Boyd met Ann. He and Szymon left.", "en-US")
    >>> [(name.name, name.count, name.strange) for name in found]
    [('Szymon', 2, True)]
    """
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    small: set[str] = set()
    for paragraph in text.splitlines():
        for sentence in sentences(paragraph, language):
            for place, word in enumerate(_WORD.findall(sentence)):
                name = _OWNER.sub("", word)
                if name[0].islower():
                    small.add(name)
                elif place and len(name) > 1 and not name.isupper():
                    counts[name] += 1
                    first.setdefault(name, sentence)
    known = {entry.grapheme.casefold() for entry in lexicon.entries} if lexicon else set()
    found = (
        UnknownName(name, count, first[name], _is_strange(name))
        for name, count in counts.items()
        if name.lower() not in small and name.casefold() not in known and not _is_known(name)
    )
    return tuple(sorted(found, key=lambda name: (not name.strange, -name.count, name.name)))


def _is_known(name: str) -> bool:
    known = table("en/known_names")
    parts = re.split(r"['’-]", name)
    return all(part in known or part in table("en/abbreviations")["starts"] for part in parts)


def _is_strange(name: str) -> bool:
    """Whether an English voice will likely fail on it."""
    return not name.replace("’", "'").isascii() or _FOREIGN.search(name.lower()) is not None
