"""Text that is set as code though it is none: letters, poems, documents from before the web."""

import re
from collections.abc import Iterator

_BLANK = re.compile(r"\n[ \t\r]*\n|\f")
_MARKS = ".,;:!?\"'()“”‘’…-–—"
_INNER = str.maketrans("", "", "-'’")
_CODE = frozenset("{}<>=;|_\\$/")
_WORDS, _SIGNS, _ENDS = 0.85, 0.01, 0.03
"""Shares: of plain words and of sentences' ends among the words, of code's signs among characters.

In some hundred preformatted parts of real pages these divide letters from programs and logs.
"""
_FEWEST = 25
"""Words from which it can be told."""


def is_written(text: str) -> bool:
    """Whether a preformatted text is written in sentences.

    >>> is_written("for (i = 0; i < n; i++) { total += row[i]; }")
    False
    """
    words = text.split()
    if len(words) < _FEWEST:
        return False
    plain = sum(word.strip(_MARKS).translate(_INNER).isalpha() for word in words)
    ends = sum(word[-1] in ".!?" for word in words)
    signs = sum(character in _CODE for character in text)
    return (
        plain >= _WORDS * len(words) and ends >= _ENDS * len(words) and signs <= _SIGNS * len(text)
    )


def paragraphs(text: str) -> Iterator[str]:
    """What stands between blank lines."""
    return (part for part in _BLANK.split(text) if part.strip())
