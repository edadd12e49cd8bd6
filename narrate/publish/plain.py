"""Text that any file format takes: no control characters, no halves of characters."""

import unicodedata

NO_BREAK = "\u00a0\u2007\u202f"
"""White space at which no line is broken."""


def is_blank(char: str) -> bool:
    """Whether a character may be written as a space: white space and control characters."""
    return (char.isspace() and char not in NO_BREAK) or unicodedata.category(char) == "Cc"


def encodable(text: str) -> str:
    r"""The text with lone surrogates, which no encoding can write, as U+FFFD; lengths stay.

    >>> encodable("a\ud800b") == "a\ufffdb"
    True
    """
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def one_line(text: str) -> str:
    r"""The text on one line, its white space single, its control characters gone.

    >>> one_line(" A\x00 headline\n in two ")
    'A headline in two'
    """
    spaced = "".join(" " if is_blank(char) else char for char in encodable(text))
    return " ".join(part for part in spaced.split(" ") if part)
