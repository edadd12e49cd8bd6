"""Written text to spoken form, in ordered steps."""

from functools import cache

from narrate.model import Utterance
from narrate.spoken.draft import Draft
from narrate.spoken.lexicon import Lexicon
from narrate.spoken.safety import safe
from narrate.spoken.step import Step
from narrate.spoken.tokens import utterance

_PASSES = 4
"""How often the steps may find something in what they made; one further pass is the rule."""


def normalise(text: str, language: str, *, lexicon: Lexicon | None = None) -> Utterance:
    r"""What the voice is to be sent for a text, each written word with its spoken words.

    Doing it twice changes nothing: the steps run until they have nothing left to do.

    >>> normalise("Gov. Lee paid\n$1.2bn.", "en-US").spoken
    'Governor Lee paid one point two billion dollars.'
    """
    del lexicon
    draft = Draft(text)
    draft.edit(safe(draft.now))
    for _ in range(_PASSES):
        if not _pass(draft, _steps(language.lower())):
            break
    draft.edit(safe(draft.now))
    return utterance(draft)


def _pass(draft: Draft, steps: tuple[Step, ...]) -> bool:
    changed = False
    characters = set(draft.now)
    for step in steps:
        if step.may_apply(characters) and draft.edit(step.run(draft.now)):
            changed = True
            characters = set(draft.now)
    return changed


@cache
def _steps(language: str) -> tuple[Step, ...]:
    if language.partition("-")[0] == "en":
        from narrate.spoken import english

        return english.steps(language)
    return ()
