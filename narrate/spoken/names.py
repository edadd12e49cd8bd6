"""The proper names of an article, for an editor who wants to hear them said right."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from narrate.spoken.capitals import Word, in_headline, joined, runs, words
from narrate.spoken.german_names import german_names
from narrate.spoken.sentences import sentences
from narrate.spoken.tables import table

_AROUND = 30  # characters of context on either side
_SPELLED = 3  # capitals; so few are said letter by letter
_ROMAN = set("IVXLCM")
_BREAKS = ("titles", "ends", "numbers", "starts")  # of the words that sentences are split by
_HYPHEN = re.compile("[-‑]")
_VOWEL = re.compile("[AEIOUYÀ-ÆÈ-ÏÒ-ÖØ-Ý]")

Sentence = tuple[Word, ...]
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Name:
    """A name, how often it stands in the texts, and a few words around its first place."""

    text: str
    count: int
    context: str


def proper_names(
    texts: Iterable[str], language: str, known: Known, *, bylines: Iterable[str] = ()
) -> tuple[Name, ...]:
    """The names in these texts that are not `known`, nor in our tables, most frequent first.

    A name is a word with a capital, and the small words that belong to it ('van der Berg'); of
    'Ada Lovelace' both words are listed, since either may stand alone. `known` is asked for
    words in small letters. The capital has to be the word's own: it must not come from the
    start of a sentence or from a headline alone, and the word must not be written small
    elsewhere. German gives every noun a capital, so only names of two words, and those after a
    title, are found there. A script without capitals has none that could be told apart. In
    `bylines` every capital but the first is that of a name.

    >>> proper_names(["Then Ngozi met Ada. Rain fell."], "en", {"ada"}.__contains__)
    (Name(text='Ngozi', count=1, context='Then Ngozi met Ada.'),)
    """
    base = language.lower().partition("-")[0]
    particles = frozenset(_own(base, "particles"))
    lines = (*_lines(texts, language, base), *((line, words(line, base)) for line in bylines))
    read = [(line, joined(those, particles)) for line, those in lines]
    found = [those for _, those in read]
    listed = _Listed(found, base, known)
    names = german_names(found, listed) if base == "de" else _names(found, listed, base)
    return tuple(_counted(read, set(names)))


def _lines(texts: Iterable[str], language: str, base: str) -> Iterator[tuple[str, Sentence]]:
    """The sentences, and the words of each."""
    for text in texts:
        for sentence in sentences(text, language):
            those = words(sentence, base)
            yield sentence, those if base == "de" else in_headline(those, sentence)


class _Listed:
    """Whether a word is one that an editor should be shown, if it is a name."""

    def __init__(self, found: list[Sentence], base: str, known: Known) -> None:
        written = {word.text.casefold() for those in found for word in those if not word.capital}
        self._other = written | _ours(base)
        self._known = known

    def __call__(self, word: Word) -> bool:
        last = word.text.rpartition(" ")[2]
        parts = [part for part in _HYPHEN.split(last) if not part.islower()]
        return (
            _is_said(last)
            and not self._has(word.text)
            and not all(self._has(part) for part in parts)
        )

    def _has(self, word: str) -> bool:
        small = word.casefold()
        return small in self._other or self._known(small)


def _is_said(word: str) -> bool:
    """Whether a word is said as a word: no initial, no numeral, no row of letters."""
    if not word.isupper():
        return len(_HYPHEN.split(word)[0]) > 1
    return len(word) > _SPELLED and bool(_VOWEL.search(word)) and not _ROMAN.issuperset(word)


def _names(found: list[Sentence], listed: Callable[[Word], bool], base: str) -> Iterator[str]:
    """The names of a language in which only names have capitals, in small letters."""
    sure = {
        word.text.casefold()
        for those in found
        for word in those
        if not word.placed and word.capital and listed(word)
    }
    yield from sure
    openings = set(_own(base, "openings"))
    for those in found:
        for run in runs(those):
            first, *others = run
            named = any(not one.placed and one.text.casefold() in sure for one in others[:1])
            if named and first.placed and first.text not in openings and listed(first):
                yield first.text.casefold()


def _counted(read: list[tuple[str, Sentence]], wanted: set[str]) -> Iterator[Name]:
    forms: dict[str, Counter[str]] = {}
    contexts: dict[str, str] = {}
    for sentence, those in read:
        for word in those:
            key = word.text.casefold()
            if key in wanted and word.text != key:
                forms.setdefault(key, Counter())[word.text] += 1
                contexts.setdefault(key, _context(sentence, word))
    for key in sorted(forms, key=lambda key: -forms[key].total()):
        (text, _), *_ = forms[key].most_common(1)
        yield Name(text, forms[key].total(), contexts[key])


def _context(sentence: str, word: Word) -> str:
    """A few whole words around a word."""
    start, end = word.start - _AROUND, word.end + _AROUND
    before, after = sentence[max(0, start) : word.start], sentence[word.end : end]
    if start > 0:
        before = f"…{before.partition(' ')[2]}"
    if end < len(sentence):
        after = f"{after.rpartition(' ')[0]}…"
    return " ".join(f"{before}{word.text}{after}".split())


def _own(base: str, kind: str) -> list[str]:
    """A list of the language's own."""
    lists: dict[str, dict[str, list[str]]] = table("names")
    return lists.get(base, {}).get(kind, [])


@cache
def _ours(base: str) -> frozenset[str]:
    """The words of our own tables, in small letters: the voice is known to say them right."""
    breaks: dict[str, Any] = table("sentences").get(base, {})
    listed = [word for kind in ("days", "everyday", "offices") for word in _own(base, kind)]
    listed += [word for kind in _BREAKS for word in breaks.get(kind, [])]
    if base == "en":
        listed += _english()
    elif base in {"de", "es", "fr"}:
        own: dict[str, Any] = table(base)
        listed += [*own["months"], *own["rulers"], *own["abbreviations"]]
    return frozenset(word.casefold() for phrase in listed for word in phrase.split())


def _english() -> Iterator[str]:
    for name in ("en/months", "en/plain_words"):
        yield from table(name)
    for kind in ("rulers", "given", "counted"):
        yield from table("en/roman")[kind]
    for kind in ("words", "letters"):
        yield from table("en/acronyms")[kind]
    for kind in ("titles", "states"):
        yield from table("en/abbreviations")[kind].values()
