"""What no voice may be sent: control characters, markup, phoneme brackets."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit

_UNSAFE = re.compile(
    r"\s{2,}|[^\S ]|[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\ufff9-\ufffb]+"
    r"|[\u00ad\u200b\u2060-\u2064\u2066-\u206f\u202a-\u202e]+|\[\[+|\]\]+"
)


def safe(text: str) -> Iterator[Edit]:
    r"""White space made single; what a voice chokes on, or would take as a command, left out.

    espeak takes '[[' as the start of phonemes; NUL ends its text.

    >>> [edit.said for edit in safe("a\x00b [[h@l@U]]\nc")]
    ['', '[', ']', ' ']
    """
    if text.isprintable() and "  " not in text and "[[" not in text and "]]" not in text:
        return
    for match in _UNSAFE.finditer(text):
        found = match[0]
        said = found[0] if found[0] in "[]" else " " if found.isspace() else ""
        if said == " " and (match.start() == 0 or match.end() == len(text)):
            said = ""
        yield Edit(match.start(), match.end(), said)


_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u20e3\u200d\U000e0020-\U000e007f]+")


def without_emoji(text: str) -> Iterator[Edit]:
    """Small pictures left out; espeak would name them.

    >>> [edit.said for edit in without_emoji("Well done 👏👏")]
    ['']
    """
    if text.isascii():
        return
    for match in _EMOJI.finditer(text):
        yield Edit(match.start(), match.end(), "")
