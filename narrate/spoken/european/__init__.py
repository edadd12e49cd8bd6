"""Spanish, French and German: what espeak gets wrong in them, and nothing else.

The rules are the same for all; words, months and units stand in `data/<language>.json`,
and what only one language has (German ordinals, French centuries) in a file of its own.
"""

from functools import partial

from narrate.spoken.european import french, german, rules, spanish
from narrate.spoken.step import Step

_DIGITS = "0123456789"
_OWN = {"de": german.steps, "es": spanish.steps, "fr": french.steps}


def steps(language: str) -> tuple[Step, ...]:
    """The steps for one of the three, in order."""
    key = language.partition("-")[0]
    return (
        Step("date in numbers", partial(rules.dates, language=key), (_DIGITS,)),
        Step("money", partial(rules.money, language=key), (_DIGITS,)),
        Step("unit", partial(rules.units, language=key), (_DIGITS,)),
        *_OWN[key](),
        Step("abbreviation", partial(rules.abbreviations, language=key), ()),
    )
