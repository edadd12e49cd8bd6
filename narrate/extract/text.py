"""Characters as a listener needs them: one space between words, and nothing invisible."""

import re

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000\u2028\u2029\u0085]+")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufff9-\ufffc"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]"
)
# A zero-width joiner or non-joiner spells words in Persian and in Indic scripts, and holds
# emoji together; between other letters it is left over from an editor.
_STRAY_JOINER = re.compile(
    "(?<![\u0600-\u08ff\u0900-\u0dff\ufb50-\ufefc\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])"
    "[\u200c\u200d]"
)


def normalised(text: str) -> str:
    r"""The text with its white space collapsed and invisible characters left out.

    >>> normalised("  Bun\u00addes\u200brat\n\t says ")
    'Bundesrat says'
    """
    if text.isascii() and text.isprintable():
        return text.strip() if "  " not in text else _SPACES.sub(" ", text).strip()
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        if "\u200c" in text or "\u200d" in text:
            text = _STRAY_JOINER.sub("", text)
    else:
        text = _INVISIBLE.sub("", text)
    return _SPACES.sub(" ", text).strip()
