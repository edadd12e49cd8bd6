"""Finding the phrases of `wording.txt` at the start of a line."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from narrate.extract.data import Lists, lists

_BULLETS = " \t-–—•·>»*+#|▶►→👉✔■□▪●◆◇【[(（"
_LOOSE, _MARKS = "~", "~*"
"""A phrase with `~` may also begin a sentence of a story, and counts only where it doesn't; one
with `*` may end inside a word."""
_SENTENCE_ENDS = ".!?\"”»’'"
_SENTENCE = 8
"""Words that no label has, whatever it ends in."""
_BEGINNING = 4
"""Characters by which phrases are looked up; some are shorter."""
_AROUND = _BULLETS + " :.!…)]）】<"
_ABBREVIATION = 3
"""Letters of words such as app, which are part of many longer ones."""
_WORD_ENDS_MATTER = "\u0590"
"""From here on, scripts join their words in ways that leave no end to look for."""


def starts(text: str, reason: str) -> bool:
    """Whether a line begins with a phrase of the reason.

    >>> starts("Read more: the budget in full", "RELATED")
    True
    """
    return reason in _opened(text)


def is_only(text: str, reason: str) -> bool:
    """Whether a line is nothing but a phrase of the reason."""
    return _alone(text) in _phrases(reason)


def offers(text: str) -> bool:
    """Whether a line asks the reader to subscribe, to follow, to write in or the like."""
    return starts(text, "INVITES") and mentions(text, "OFFERS")


def pleads(text: str) -> bool:
    """Whether a line asks its reader for money, in the publisher's own voice.

    >>> pleads("If you value our journalism, please donate today from as little as £1.")
    True
    >>> pleads("The town asked its people to donate blankets.")
    False
    """
    asked = mentions(text, "YOURS") or starts(text, "DONATION")
    return asked and mentions(text, "GIVES") and mentions(text, "OURS")


def mentions(text: str, reason: str) -> bool:
    """Whether a line has a phrase of the reason anywhere in it."""
    bare = text.casefold()
    return any(_holds(bare, phrase) for phrase in _phrases(reason) if phrase in bare)


@lru_cache(maxsize=8)  # one line is looked up under one reason after another
def _alone(text: str) -> str:
    """A line in small letters, without what may stand around it."""
    return text.casefold().strip(_AROUND)


@lru_cache(maxsize=8)
def _opened(text: str) -> frozenset[str]:
    """The reasons with a phrase of which a line begins."""
    bare, index = text.casefold().lstrip(_BULLETS), _beginnings()
    found = set()
    for length in range(1, _BEGINNING + 1):
        for phrase, reason in index.get(bare[:length], ()):
            loose = phrase[-1] == _LOOSE
            if _fits(bare, phrase.rstrip(_LOOSE)) and not (loose and _goes_on(text, phrase)):
                found.add(reason)
    return frozenset(found)


def _goes_on(text: str, phrase: str) -> bool:
    """Whether a line is a sentence that merely begins so: play resumed after an hour of rain."""
    rest = text.lstrip(_BULLETS)[len(phrase.rstrip(_MARKS)) :].lstrip()
    ended = text[-1] in _SENTENCE_ENDS and not text.endswith("..")
    return rest[:1].islower() and (ended or len(rest.split()) >= _SENTENCE)


def _holds(bare: str, word: str) -> bool:
    """Whether a text has the word, not merely its letters inside a longer one."""
    at = bare.find(word)
    if word[0] > _WORD_ENDS_MATTER:
        return at >= 0
    while at >= 0:
        if at == 0 or not bare[at - 1].isalpha():
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


@cache
def _phrases(reason: str) -> frozenset[str]:
    """The phrases of a reason, without their stars."""
    return frozenset(phrase.rstrip(_MARKS) for phrase in _written(reason))


@cache
def _beginnings() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """All phrases with their reasons, by their first characters."""
    index: dict[str, tuple[tuple[str, str], ...]] = {}
    for reason in filter(None, _table()):
        for phrase in _written(reason):
            key = phrase.rstrip(_MARKS)[:_BEGINNING]
            index[key] = (*index.get(key, ()), (phrase, reason))
    return index


def _written(reason: str) -> list[str]:
    return [phrase.casefold() for language in _table()[reason].values() for phrase in language]


def _table() -> Lists:
    return lists(Path(__file__).with_name("wording.txt"))
