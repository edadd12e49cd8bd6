"""What follows a shortened word: the same sentence, or another."""

import re

from narrate.spoken.tables import table

_CAPITAL = re.compile(r"[\"'”’)\]]*\s+[\"'“‘(]*([A-Z][\w'’]*)")


def starts_sentence(text: str, at: int) -> bool:
    """Whether a word that as a rule begins a sentence comes next.

    >>> starts_sentence("in D.C. The end", 7), starts_sentence("the U.S. Senate", 8)
    (True, False)
    """
    word = _CAPITAL.match(text, at)
    return word is not None and word[1] in table("en/abbreviations")["starts"]


def is_end(text: str, at: int) -> bool:
    """Whether nothing more is said.

    >>> is_end("He won.”", 7)
    True
    """
    return not text[at:].strip("\"'”’) ")
