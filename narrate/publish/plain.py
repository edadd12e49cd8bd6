"""Text that any file format takes: no control characters, no halves of characters."""

import re

# All white space but that at which no line is broken (U+00A0, U+2007, U+202F), and control
# characters. One class each, and no alternatives in them: an article has thousands of words.
_BLANK = r"\x00-\x20\x7f-\x9f\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
RUN = re.compile(f"[^{_BLANK}]+")
"""A stretch of text between white space and control characters."""
BLANKS = re.compile(f"[{_BLANK}]+")
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
    if is_tidy(text) and text.strip(" ") == text:
        return text
    return " ".join(RUN.findall(encodable(text)))


def is_tidy(text: str) -> bool:
    """Whether the only white space in it is single blanks, and all of it can be encoded."""
    return text.isprintable() and "  " not in text
