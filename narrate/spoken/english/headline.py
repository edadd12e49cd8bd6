"""Headlines all in capitals, in which a voice reads initials as words."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_WORD = Pattern(r"[A-Z][A-Z'’]+ (?![\w]) (?<![\d'’])")
_VOWEL = Pattern(r"[AEIOUY]")
_LOWER = Pattern(r"[a-z]")
_ENOUGH = 2


def headline(text: str) -> Iterator[Edit]:
    """Words with one capital instead of all; initials stay as they are.

    Only where hardly a small letter is left: a word in capitals inside a sentence is
    stressed, or an acronym.

    >>> [edit.said for edit in headline("EPA CHIEF QUITS AFTER FBI RAID")]
    ['Chief', 'Quits', 'After', 'Raid']
    """
    if _LOWER.search(text):
        return
    words = [match for match in _WORD.finditer(text) if _is_word(match[0])]
    if len(words) < _ENOUGH:
        return
    for match in words:
        yield Edit(match.start(), match.end(), match[0].capitalize())


def _is_word(word: str) -> bool:
    """Whether a word in capitals is an ordinary one."""
    bare = word.replace("’", "'").removesuffix("'S")
    known = table("en/acronyms")
    if bare in known["letters"] or bare in known["words"]:
        return bare in table("en/headline_words")
    return _VOWEL.search(bare) is not None
