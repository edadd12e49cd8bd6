"""Text that any file format takes: no control characters, no halves of characters."""

import re

# White space at which no line is broken stays; all other, and control characters, part words.
_NO_BREAK = "\u00a0\u2007\u202f"
RUN = re.compile(rf"(?:[^\s\x00-\x1f\x7f-\x9f]|[{_NO_BREAK}])+")
"""A stretch of text between white space and control characters."""
BLANKS = re.compile(rf"(?:(?![{_NO_BREAK}])[\s\x00-\x1f\x7f-\x9f])+")
"""White space and control characters between two such stretches."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with lone surrogates, which no encoding can write, as U+FFFD; lengths stay."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def one_line(text: str) -> str:
    r"""The text on one line, its white space single, its control characters gone.

    >>> one_line(" A\x00 headline\n in two ")
    'A headline in two'
    """
    if text.isprintable() and "  " not in text and text.strip(" ") == text:
        return text  # the only white space in it is single blanks
    return " ".join(RUN.findall(encodable(text)))
