"""Names for files and addresses, made from titles."""

import re
import unicodedata

_LONGEST = 80
_ACCENTS = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # on Windows


def slug(title: str) -> str:
    """A title as a file name: lower case, hyphens, letters of any script, never empty.

    >>> slug("Café prices: up 4% — again!"), slug("الأخبار اليوم"), slug("?!")
    ('cafe-prices-up-4-again', 'الأخبار-اليوم', 'article')
    """
    folded = unicodedata.normalize("NFKD", title).casefold()
    # Accents go from Latin, Greek and Cyrillic letters; elsewhere such marks are vowels.
    bare = re.sub(rf"(?<=[\u0000-\u052f]){_ACCENTS}+", "", folded)
    words = re.findall(r"\w+", unicodedata.normalize("NFC", bare).replace("_", " "))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:_LONGEST]
        if len(longer) > _LONGEST or len(longer.encode()) > 2 * _LONGEST:
            break
        name = longer
    return f"{name}-article" if _RESERVED.fullmatch(name) else name or "article"
