"""The alignment of a spoken form that a person has edited by hand."""

import re

from narrate.model import Token, Utterance
from narrate.spoken.normalise import normalise

_WORD = re.compile(r"\S+")
_AROUND = ".,;:!?…\"'“”‘’()[]«»"


def realign(text: str, spoken: str, language: str) -> Utterance:
    """Any spoken form of a text, aligned as well as can be: every written word, in order.

    The written words are matched by way of the spoken form that the product would have
    given them, so that '$2bn' still finds 'two billion dollars' when a person has only
    changed a name.

    >>> said = realign("Xi paid $2m.", "Shee paid two million dollars.", "en")
    >>> [(said.text[t.start:t.end], said.spoken[t.said_start:t.said_end]) for t in said.tokens]
    [('Xi', 'Shee'), ('paid', 'paid'), ('$2m.', 'two million dollars.')]
    """
    first = normalise(text, language)
    if first.spoken == spoken or not first.tokens:
        return Utterance(text, spoken, first.tokens)
    words = list(_WORD.finditer(spoken))
    owners = _owners(first, [word[0] for word in words])
    tokens, at = [], 0
    for i, token in enumerate(first.tokens):
        here = [word for word, owner in zip(words, owners, strict=True) if owner == i]
        low, high = (here[0].start(), here[-1].end()) if here else (at, at)
        tokens.append(Token(token.start, token.end, low, high))
        at = high
    return Utterance(text, spoken, tuple(tokens))


def _owners(first: Utterance, words: list[str]) -> list[int]:
    """The token that each edited word belongs to; never falls."""
    from difflib import SequenceMatcher

    expected = [
        (_key(word), i)
        for i, token in enumerate(first.tokens)
        for word in first.spoken[token.said_start : token.said_end].split()
    ]
    if not expected:
        return [0] * len(words)
    old, new = [key for key, _ in expected], [_key(word) for word in words]
    owners: list[int] = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i1 == i2:  # put in: it belongs to what stands before it
            owners += [expected[max(0, i1 - 1)][1]] * (j2 - j1)
        else:
            owners += [expected[i1 + k * (i2 - i1) // (j2 - j1)][1] for k in range(j2 - j1)]
    return owners


def _key(word: str) -> str:
    return word.casefold().strip(_AROUND) or word
