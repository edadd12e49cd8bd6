"""Whether a stop ends a sentence, or an abbreviation, an initial, a number."""

import re
from dataclasses import dataclass
from typing import Any

from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_BEFORE = Pattern(r"[^\s\"“”‘«»()\[\]]+ $")
_NEXT = Pattern(
    r"""(?P<dash> [—–-]+ \s+ )? [\"'“‘„«‹»(\[¿¡—–$£€¥₹#-]* (?: [«‹] \s )?
    (?P<word> \w [\w'’.&-]* )"""
)
_OPENED = Pattern(
    r"""[\"'“‘(]* (?: By | At | On | After | Before | Around | About | Until | Since | From
    | Shortly | Just ) \s (?: [\w:.]+ \s ){0,4} [\w:.]+"""
)
_DOTTED = Pattern(r"(?: [A-Za-zÀ-ÿ] \. &? )+ [A-Za-zÀ-ÿ]")
_TIME = Pattern(r"[ap]\.m | [ap]m", re.IGNORECASE)
_SAYS = Pattern(
    r"""["”’'] \s+ (?: (?: [A-Z]\. | (?: Mr | Mrs | Ms | Dr | Sen | Gov | Rep )\.
    | [\w'’-]+ ) ,? \s+ ){0,5}? (?: said | says | say | asked | asks
    | added | adds | told | tells
    | wrote | writes | replied | replies | tweeted | shouted | shouts | cried | exclaimed | yelled
    | wondered | wonders | joked | recalled | posted | quipped | demanded | answered | read
    | reads )\b"""
)
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)
_NAMES = {"Yahoo", "Jeopardy", "Yum", "E", "Oklahoma", "Wham", "Panic"}


@dataclass(frozen=True, slots=True)
class _Place:
    """A stop with what stands on either side of it."""

    text: str
    start: int
    """Where the sentence began."""
    stop: re.Match[str]
    word: str
    """The word before it."""
    after: str
    """The word that comes next."""
    dashed: bool
    """Whether a dash stands before that."""
    words: dict[str, Any]
    """The tables of the language."""

    @property
    def starts(self) -> bool:
        """Whether the next word is one that has its capital from its place alone."""
        return self.after.rstrip(".,") in self.words["starts"]


def is_boundary(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether the sentence that began at `start` ends at the stop that was matched."""
    following = _NEXT.match(text, match.end())
    if following is None:
        return True  # nothing more, or a sign that begins something new
    words: dict[str, Any] = table("sentences").get(language) or table("sentences")["en"]
    word = _word_before(text, start, match.start())
    dashed = following["dash"] is not None
    place = _Place(text, start, match, word, following["word"], dashed, words)
    if match["tight"]:
        return word.islower() or place.starts or len(match["tight"]) > 1
    if place.after[0].islower():
        return _is_name_in_small(place.after) and match["stop"] == "."
    return _ends_at(match["stop"], place)


def _ends_at(stop: str, place: _Place) -> bool:
    """Whether that stop ends a sentence before a capital or a figure."""
    if stop[0] in "!?‽":
        return not _is_attributed(place)
    if stop in {"...", "..", "…"}:
        return not re.match(r"I\b", place.after)
    if len(stop) > 1:
        return True
    if place.stop.start() - place.start <= len(place.word) and _counts(place.word):
        return False
    return _ends_at_dot(place)


def _word_before(text: str, start: int, end: int) -> str:
    """The word that ends there; of a very long one, its end."""
    before = _BEFORE.compiled.search(text, max(start, end - _LONGEST), end)
    return before[0] if before else ""


_LONGEST = 60


def _counts(word: str) -> bool:
    """Whether a word that stands by itself is the number of an item, or a letter as in Q. and A.

    >>> [_counts(word) for word in ("12", "Q", "No", "1984")]
    [True, True, False, False]
    """
    return len(word) <= 3 if word.isdecimal() else len(word) == 1 and word.isalpha()  # noqa: PLR2004 - four are a year


def _is_name_in_small(word: str) -> bool:
    """A name that begins with a small letter: iPhone, eBay."""
    return re.match(r"[a-z]{1,2}[A-Z]", word) is not None


def _is_attributed(place: _Place) -> bool:
    """Whether who said it follows the quotation, or the sign is part of a name."""
    if place.starts and place.after != "I":
        return False  # inside a sentence it would have no capital
    if place.word in _NAMES:
        return True
    match = place.stop
    return bool(match["close"]) and _SAYS.match(place.text, match.end("close") - 1) is not None


def _ends_at_dot(place: _Place) -> bool:
    """Whether one full stop ends the sentence, by the word before it and the word after."""
    words, after = place.words, place.after
    bare = _ELIDED.sub("", place.word).lstrip("-–—'’").removesuffix(".")
    if bare.isupper() and after.isupper() and bare.capitalize() in words["titles"]:
        bare = bare.capitalize()  # in capitals throughout: 'ST. ALBAN'
    last = bare.rpartition("-")[2]
    if _is_ordinal(bare, words):
        return place.starts
    if last in words["numbers"] and after[0].isdecimal():
        return False
    if last in words["titles"]:
        return place.starts and bare in words.get("streets", ())
    if _TIME.fullmatch(bare):
        return not _goes_on(place)
    if bare in words["ends"] or _is_short(bare):
        return (place.starts and not place.dashed) or bare in _LAST
    return True


def _is_ordinal(bare: str, words: dict[str, Any]) -> bool:
    """Whether a number with a dot may be a day or a century, as in German."""
    return len(bare) <= 2 and bare.isdecimal() and words.get("ordinals", False)  # noqa: PLR2004 - digits


def _goes_on(place: _Place) -> bool:
    """Whether the sentence goes on after a time of day: 'At 5 p.m. Lee left'."""
    if place.after.rstrip(".,") in place.words["after_time"] or place.after[0].isdecimal():
        return True
    return _OPENED.compiled.fullmatch(place.text, place.start, place.stop.start()) is not None


_LAST = {"al", "etc", "usw", "No", "ecc"}
"""What ends a sentence wherever a capital follows."""


def _is_short(bare: str) -> bool:
    """Initials, or dotted letters."""
    alone = len(bare) == 1 and bare.isalpha()
    return alone or _DOTTED.fullmatch(bare) is not None
