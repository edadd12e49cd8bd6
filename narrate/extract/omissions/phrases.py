"""Finding the phrases of `wording.txt` at the start of a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from narrate.extract.data import lists

_BULLETS = " \t-–—•·>»*+#|▶►→👉✔■□▪●◆◇【[(（"
_BEGINNING = 2
"""Characters by which phrases are looked up; few are shorter."""
_ABBREVIATION = 3
"""Letters of words such as app, which are part of many longer ones."""
_WORD_ENDS_MATTER = "\u0590"
"""From here on, scripts join their words in ways that leave no end to look for."""


def starts(text: str, reason: str) -> bool:
    """Whether a line begins with a phrase of the reason.

    >>> starts("Read more: the budget in full", "RELATED")
    True
    """
    bare = _bare(text)
    index = _phrases(reason).by_beginning
    for beginning in (bare[:_BEGINNING], bare[:1]):
        if any(_fits(bare, phrase) for phrase in index.get(beginning, ())):
            return True
    return False


def is_only(text: str, reason: str) -> bool:
    """Whether a line is nothing but a phrase of the reason."""
    return text.casefold().strip(_BULLETS + " :.!…)]）】<") in _phrases(reason).whole


def offers(text: str) -> bool:
    """Whether a line asks the reader to subscribe, to follow, to write in or the like."""
    return starts(text, "INVITES") and mentions(text, "OFFERS")


def mentions(text: str, reason: str) -> bool:
    """Whether a line has a phrase of the reason anywhere in it."""
    bare = text.casefold()
    return any(_holds(bare, phrase) for phrase in _phrases(reason).whole if phrase in bare)


@lru_cache(maxsize=8)  # a line is looked up under one reason after another
def _bare(text: str) -> str:
    return text.casefold().lstrip(_BULLETS)


def _holds(bare: str, word: str) -> bool:
    """Whether a text has the word, not merely its letters inside a longer one."""
    at = bare.find(word)
    while at >= 0:
        if at == 0 or not bare[at - 1].isalpha() or word[0] > _WORD_ENDS_MATTER:
            following = bare[at + len(word) : at + len(word) + 1]
            if len(word) > _ABBREVIATION or not following.isalpha():
                return True
        at = bare.find(word, at + 1)
    return False


def _fits(bare: str, phrase: str) -> bool:
    stem = phrase.removesuffix("*")
    if not bare.startswith(stem):
        return False
    following = bare[len(stem) : len(stem) + 1]
    open_ended = phrase.endswith("*") or not stem[-1].isalnum() or stem[-1] > _WORD_ENDS_MATTER
    return open_ended or not following.isalnum()


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of a reason, ready to be looked up."""

    whole: frozenset[str]
    by_beginning: Mapping[str, tuple[str, ...]]


@cache
def _phrases(reason: str) -> _Phrases:
    table = lists(Path(__file__).with_name("wording.txt"))[reason]
    phrases = [phrase.casefold() for language in table.values() for phrase in language]
    index: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        key = phrase.removesuffix("*")[:_BEGINNING]
        index[key] = (*index.get(key, ()), phrase)
    return _Phrases(frozenset(phrase.removesuffix("*") for phrase in phrases), index)
