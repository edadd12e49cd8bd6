"""Words with a capital, and what in their place speaks for or against a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

_WORD = re.compile(r"(?<![\w@#&/])(?<!\w[.])[^\W\d_]+(?:['’‑-][^\W\d_]+)*(?![\w@]|[.]\w)")
_ENDING = re.compile(r"['’](?:s|d|m|ll|re|ve)$")
_ELISION = re.compile(r"^(?:[A-Za-z]{1,2}|[Qq]u|[Dd]ell|[Dd]all|[Nn]ell)['’](?=[A-ZÀ-Þ])")
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|el|ul|os)-(?=[^\W\d_])")
"""Of Arabic names, which keep it in small letters: 'al-Sisi'."""
_ELIDED = {"ca", "fr", "it"}
_FREE = re.compile(r"""(?: ^ | [:"“„”‘«»¡¿!?•] ) [\s'"“„‘«»¡¿…\u2013\u2014(-]* $""", re.VERBOSE)
"""What stands before a word that has its capital from its place, whatever it means."""

_TITLE_WORDS, _TITLE_SHARE = 3, 0.7
_LONG = 3  # letters; shorter words stay small in titles


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands in a sentence."""

    text: str
    start: int
    end: int
    placed: bool
    """Whether its place would give any word a capital: a sentence's start, a title."""
    close: bool = False
    """Whether only a space stands between it and the word before."""

    @property
    def capital(self) -> bool:
        """Whether it begins as a name does.

        >>> Word("al-Sisi", 0, 7, False).capital, Word("iPhone", 0, 6, False).capital
        (True, False)
        """
        name = self.text.rpartition(" ")[2]  # after its particles
        article = _ARTICLE.match(name)
        return name[article.end() if article else 0].isupper()


def words(sentence: str, language: str) -> tuple[Word, ...]:
    """The words of a sentence, without endings after an apostrophe and elided articles.

    >>> [(word.text, word.placed) for word in words("Ann's dog met O'Hara.", "en")]
    [('Ann', True), ('dog', False), ('met', False), ("O'Hara", False)]
    """
    found = [_word(match, sentence, language) for match in _WORD.finditer(sentence)]
    close = [sentence[one.end : other.start] == " " for one, other in pairwise(found)]
    return tuple(
        replace(word, close=near) for word, near in zip(found, [False, *close], strict=False)
    )


def _word(match: re.Match[str], sentence: str, language: str) -> Word:
    start, text = match.start(), _ENDING.sub("", match[0])
    elision = _ELISION.match(text)
    if elision and (language in _ELIDED or text[0].islower()):
        start, text = start + elision.end(), text[elision.end() :]
    placed = _FREE.search(sentence, 0, match.start()) is not None
    return Word(text, start, start + len(text), placed)


def in_headline(found: tuple[Word, ...], sentence: str) -> tuple[Word, ...]:
    """The words, with none whose capital counts if nearly every one has it, as in a headline.

    What ends with a full stop is none.
    """
    if sentence.rstrip("\"'”’» ").endswith(".") or not _is_headline(found[1:]):
        return found
    return tuple(replace(word, placed=True) for word in found)


def _is_headline(found: tuple[Word, ...]) -> bool:
    long = [word for word in found if len(word.text) > _LONG]
    capitals = sum(word.capital for word in long)
    return len(long) >= _TITLE_WORDS and capitals > _TITLE_SHARE * len(long)


def runs(sentence: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Words with a capital that stand side by side."""
    run: list[Word] = []
    for word in sentence:
        if run and not (word.capital and word.close):
            yield run
            run = []
        if word.capital:
            run.append(word)
    if run:
        yield run


def joined(sentence: tuple[Word, ...], particles: frozenset[str]) -> tuple[Word, ...]:
    """The words, each name with the particles before it as one: 'van der Berg', 'De Gaulle'."""
    taken: list[Word] = []
    for word in sentence:
        first = len(taken)
        while first and word.capital and _leads(taken, first, word, particles):
            first -= 1
        while first < len(taken) and taken[first].text in _INNER:
            first += 1
        if first < len(taken):
            begin = taken[first]
            text = " ".join(one.text for one in (*taken[first:], word))
            word = Word(text, begin.start, word.end, word.placed, begin.close)  # noqa: PLW2901 - the same word, longer
            del taken[first:]
        taken.append(word)
    return tuple(taken)


_INNER = {"das", "den", "der", "la", "las", "los"}
"""Particles that begin no name when they are small."""


def _leads(taken: list[Word], at: int, word: Word, particles: frozenset[str]) -> bool:
    """Whether the word before `at` is a particle of the name that goes on there."""
    following = taken[at] if at < len(taken) else word
    return following.close and taken[at - 1].text.casefold() in particles
