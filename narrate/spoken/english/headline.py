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
    words = [match for match in _WORD.finditer(text) if _is_word(match[0])]
    lower = _LOWER.search(text)
    if len(words) < _ENOUGH or lower:
        return
    for match in words:
        yield Edit(match.start(), match.end(), match[0].capitalize())


def _is_word(word: str) -> bool:
    known = table("en/acronyms")
    bare = word.replace("’", "'").removesuffix("'S")
    if bare in known["letters"] or (bare in known["words"] and bare not in _ORDINARY):
        return bare in _ORDINARY
    return _VOWEL.search(bare) is not None


_ORDINARY = {"WHO", "IT", "ICE", "AIR", "ACT", "CARE", "ALERT", "START", "STEM", "STEAM", "SALT", "MAX", "PRO", "ACE", "DREAM", "SAGE", "NICE", "SHIELD", "SNAP", "NOW", "PIN", "RAM", "RAID", "DARE", "BASIC", "COP", "TRIPS", "PIGS", "ZIP", "RIP", "MASH", "PATRIOT", "AMBER", "TED", "GUTS", "OK", "HR", "ID", "DOT", "RAP"}  # fmt: skip
