"""From a finished draft to tokens: each written word with the words in which it is said."""

import re
from collections.abc import Iterator

from narrate.model import Token, Utterance
from narrate.spoken.draft import Draft

_WORD = re.compile(r"\S+")


def utterance(draft: Draft) -> Utterance:
    """The draft, cut into tokens.

    A token is a written word, or several that were changed as one. Tokens hold every
    written word once and in order, and every spoken character that is not white space.

    >>> from narrate.spoken.draft import Edit
    >>> draft = Draft("It cost $2 billion * then.")
    >>> draft.edit([Edit(8, 18, "two billion dollars"), Edit(19, 20, "")])
    True
    >>> said = utterance(draft)
    >>> [(said.text[t.start:t.end], said.spoken[t.said_start:t.said_end]) for t in said.tokens]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('It', 'It'), ('cost', 'cost'), ('$2 billion', 'two billion dollars'), ('*', ''),
     ('then.', 'then.')]
    """
    groups = list(_groups(draft))
    bounds = _bounds(draft, groups)
    tokens = []
    for (start, end), low, high in zip(groups, bounds, bounds[1:], strict=False):
        said = draft.now[low:high]
        left = low + len(said) - len(said.lstrip())
        tokens.append(Token(start, end, min(left, high), max(left, low + len(said.rstrip()))))
    return Utterance(draft.text, draft.now, tuple(tokens))


def _groups(draft: Draft) -> Iterator[tuple[int, int]]:
    """The written words, joined where one change covers several."""
    spans = iter(draft.spans)
    span = next(spans, None)
    start = end = -1
    for word in _WORD.finditer(draft.text):
        while span and span.end <= word.start():
            span = next(spans, None)
        joined = span is not None and span.start < end and span.end > word.start()
        if end >= 0 and not joined:
            yield start, end
        if not joined:
            start = word.start()
        end = word.end()
    if end >= 0:
        yield start, end


def _bounds(draft: Draft, groups: list[tuple[int, int]]) -> list[int]:
    """Where the spoken words of each group begin, and the end of all of them."""
    bounds: list[int] = []
    spans = draft.spans
    at = shift = 0
    for start, _ in groups:
        while at < len(spans) and spans[at].end <= start and spans[at].start < start:
            shift = spans[at].said_end - spans[at].end
            at += 1
        inside = at < len(spans) and spans[at].start < start
        bounds.append(spans[at].said_start if inside else start + shift)
    return [0, *bounds[1:], len(draft.now)]
