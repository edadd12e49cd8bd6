"""Names for files and addresses, made from titles."""

import re
import unicodedata

_LONGEST = 80
_LATIN_TO_CYRILLIC = "\u052f"
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # on Windows


def slug(title: str) -> str:
    """A title as a file name: lower case, hyphens, letters of any script, never empty.

    >>> slug("Café prices: up 4% — again!"), slug("الأخبار اليوم"), slug("?!")
    ('cafe-prices-up-4-again', 'الأخبار-اليوم', 'article')
    """
    folded = unicodedata.normalize("NFKD", title).casefold()
    words = re.findall(r"\w+", unicodedata.normalize("NFC", _bare(folded)).replace("_", " "))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else _fitting(word)
        if _fitting(longer) != longer:
            break
        name = longer
    return f"{name}-article" if _RESERVED.fullmatch(name) else name or "article"


def _fitting(name: str) -> str:
    """As much of a name as file systems take; Chinese and Japanese titles are one long word."""
    return name[:_LONGEST].encode()[: 2 * _LONGEST].decode(errors="ignore")


def _bare(decomposed: str) -> str:
    """Latin, Greek and Cyrillic letters without their accents; elsewhere such marks are vowels."""
    kept, letter = [], ""
    for character in decomposed:
        if not unicodedata.combining(character):
            letter = character
        elif letter <= _LATIN_TO_CYRILLIC:
            continue
        kept.append(character)
    return "".join(kept)
