"""Characters as a listener needs them: one space between words, and nothing invisible."""

import re

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufff9-\ufffc"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]"
)
_UNSEEN = re.compile("[\x0b\x0c\x1c-\x1f\ufffc]")
"""Those of them that Python takes for white space, or for something that can be printed."""
# A zero-width joiner or non-joiner spells words in Persian and in Indic scripts, and holds
# emoji together; between other letters it is left over from an editor.
_STRAY_JOINER = re.compile(
    "(?<![\u0600-\u08ff\u0900-\u0dff\ufb50-\ufefc\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])"
    "[\u200c\u200d]"
)

_DENSE = re.compile("[\u2e80-\U0010ffff]")
_STOPS = frozenset(".!?…:;。！？»”।۔؟။៖។։።")
_UNSTOPPED = ("\u0e00", "\u0eff")
"""Thai and Lao, which end a sentence with a space."""


def is_dense(text: str) -> bool:
    """Whether a text is mostly of a script in which a character is half a word.

    >>> is_dense("東京で会議が開かれた"), is_dense("A meeting in Tokyo")
    (True, False)
    """
    if not _DENSE.search(text):
        return False
    sample = text[:: max(1, len(text) // 500)]
    foreign = sum(character > "\u2e7f" for character in sample)
    return 20 * foreign > sum(character.isalpha() for character in sample)


def is_stop(character: str) -> bool:
    """Whether a sentence may end with a character, or in its script does so with no sign at all."""
    return character in _STOPS or _UNSTOPPED[0] <= character <= _UNSTOPPED[1]


def normalised(text: str) -> str:
    r"""The text with its white space collapsed and invisible characters left out.

    >>> normalised("  Bun\u00addes\u200brat\n\t says ")
    'Bundesrat says'
    """
    line = " ".join(text.split())
    if line.isprintable() and not _UNSEEN.search(text):
        return line  # as nearly all are
    text = _INVISIBLE.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _STRAY_JOINER.sub("", text)
    return " ".join(text.split())
