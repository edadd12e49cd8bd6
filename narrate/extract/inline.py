"""Inline elements that sound otherwise than they are written."""

import re

from bs4 import Tag

_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_POWER = re.compile(r"[+\-−]?(?:\d{1,2}|n)")
_MARK = re.compile(r"\W*(?:\d{1,3}|[a-z]|[*†‡§¶]+)\W*", re.IGNORECASE)
_NOTES = (
    "footnote",
    "fn-",
    "fnref",
    "noteref",
    "endnote",
    "reference",
    "cite_",
    "cite-",
    "sdfootnote",
)


def is_note_mark(tag: Tag) -> bool:
    """Whether an element is the mark of a footnote: a number or star that leads to the note."""
    if tag.get("role") == "doc-noteref":
        return True
    if tag.name not in {"a", "sup"}:
        return False
    text = tag.get_text().strip()
    if not text or not _MARK.fullmatch(text):
        return False
    link = tag if tag.name == "a" else tag.find("a")
    named = f"{tag.get('class') or ''} {tag.get('id') or ''}".lower()
    if isinstance(link, Tag):
        address = str(link.get("href") or "")
        named += f" {link.get('class') or ''} {link.get('id') or ''} {address}".lower()
        if tag.name == "sup" and "#" in address:
            return True
    return any(word in named for word in _NOTES) or (tag.name == "sup" and text[0] in "*†‡§¶[")


def superscript(text: str, before: str) -> str:
    """A raised text as plain characters: a power after a unit or number, an ordinal as it is.

    >>> superscript("2", "40 m"), superscript("th", "20")
    ('²', 'th')
    """
    if before[-1:].isalnum() and _POWER.fullmatch(text.strip()):
        return text.strip().translate(_SUPERSCRIPTS)
    return text
