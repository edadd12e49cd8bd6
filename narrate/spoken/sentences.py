"""The sentences of a paragraph."""

import re

_END = re.compile(
    r"(?<=[.!?…])[\"'”’)\]»]*\s+(?=[\"'“‘(\[«¿¡]*[A-Z0-9ÁÉÍÓÚÀÈÄÖÜÑ])|(?<=[。！？؟۔।])\s*"
)


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order, each a substring of it.

    >>> sentences("It rained. Then it stopped.", "en")
    ('It rained.', 'Then it stopped.')
    """
    del language
    found, at = [], 0
    for match in _END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        found.append(text[at:end].strip())
        at = match.end()
    found.append(text[at:].strip())
    return tuple(sentence for sentence in found if sentence)
