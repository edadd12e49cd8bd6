"""Which step changed what: for whoever wonders why a word is said so."""

from dataclasses import dataclass

from narrate.spoken.draft import Draft
from narrate.spoken.lexicon import Lexicon
from narrate.spoken.normalise import rewrite


@dataclass(frozen=True, slots=True)
class Change:
    """One step that changed the text, and the whole text before and after it."""

    step: str
    before: str
    after: str


def explain(text: str, language: str, *, lexicon: Lexicon | None = None) -> tuple[Change, ...]:
    """Every change on the way from the written text to what `normalise` makes of it.

    >>> [(change.step, change.after) for change in explain("Gov. Lee, 1984", "en")]
    [('year', 'Gov. Lee, nineteen eighty-four'), ('title', 'Governor Lee, nineteen eighty-four')]
    """
    draft = Draft(text)
    changes, before = [], text
    for step in rewrite(draft, language, lexicon):
        changes.append(Change(step, before, draft.now))
        before = draft.now
    return tuple(changes)
