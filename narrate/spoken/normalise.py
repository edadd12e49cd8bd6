"""Written text to spoken form, in ordered steps."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice

from narrate.model import Gloss, Utterance
from narrate.spoken.draft import Draft
from narrate.spoken.glosses import glossed
from narrate.spoken.lexicon import Lexicon
from narrate.spoken.safety import safe, without_emoji
from narrate.spoken.step import Step, marks
from narrate.spoken.tokens import utterance

_ROUNDS = 4
"""How often the steps may find something in what they made; once is the rule."""


def normalise(
    text: str,
    language: str,
    *,
    lexicon: Lexicon | None = None,
    emoji: bool = False,
    glosses: tuple[Gloss, ...] = (),
) -> Utterance:
    r"""What the voice is to be sent for a text, each written word with its spoken words.

    `glosses` are passages of this text whose saying the page gives. Emoji are left out unless
    asked for. Doing it twice changes nothing: the steps run until
    they have nothing left to do.

    >>> normalise("Gov. Lee paid\n$1.2bn.", "en-US").spoken
    'Governor Lee paid one point two billion dollars.'
    """
    draft = Draft(text)
    draft.edit(glossed(text, glosses, lexicon, language))
    for _ in rewrite(draft, language, lexicon, emoji=emoji):
        pass
    return utterance(draft)


def rewrite(
    draft: Draft, language: str, lexicon: Lexicon | None, *, emoji: bool = False
) -> Iterator[str]:
    """Carry out the steps on a draft; the name of each that has just changed it."""
    if draft.edit(safe(draft.now)):
        yield "safety"
    if not emoji and draft.edit(without_emoji(draft.now)):
        yield "emoji"
    if lexicon and draft.edit(lexicon.edits(draft.now, language), final=True):
        yield "lexicon"
    yield from _rounds(draft, _steps(language.lower()))


def _rounds(draft: Draft, steps: tuple[Step, ...]) -> Iterator[str]:
    """Go round the steps until each has looked at the text and found nothing to do."""
    found = marks(draft.now)
    idle = 0
    for step in islice(cycle(steps), len(steps) * _ROUNDS):
        if step.may_apply(found) and draft.edit(step.run(draft.now)):
            yield step.name
            found = marks(draft.now)
            idle = 0
        else:
            idle += 1
        if idle == len(steps):
            return


@cache
def _steps(language: str) -> tuple[Step, ...]:
    """The steps of a language; safety comes last too, for what the others leave."""
    return (*_own(language), Step("safety", safe))


def _own(language: str) -> tuple[Step, ...]:
    """What a language has of its own; most are left as written."""
    family = language.partition("-")[0]
    if family == "en":
        from narrate.spoken import english

        return english.steps(language)
    if family in {"de", "es", "fr"}:
        from narrate.spoken import european

        return european.steps(language)
    return ()
