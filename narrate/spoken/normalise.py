"""Written text to spoken form, in ordered steps."""

from collections.abc import Callable, Iterable

from narrate.model import Utterance
from narrate.spoken.draft import Draft, Edit
from narrate.spoken.lexicon import Lexicon
from narrate.spoken.safety import safe
from narrate.spoken.tokens import utterance

Step = Callable[[str], Iterable[Edit]]


def normalise(text: str, language: str, *, lexicon: Lexicon | None = None) -> Utterance:
    r"""What the voice is to be sent for a text, each written word with its spoken words.

    >>> normalise("a\nb", "en").spoken
    'a b'
    """
    del language, lexicon
    draft = Draft(text)
    draft.edit(safe(draft.now))
    return utterance(draft)
