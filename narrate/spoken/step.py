"""One step of the way from written text to spoken form."""

import re
from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import add
from string import ascii_lowercase, ascii_uppercase, digits

from narrate.spoken.draft import Edit

_SHAPES = str.maketrans(digits + ascii_uppercase + ascii_lowercase, "0" * 10 + "A" * 26 + "a" * 26)
_WORD = re.compile(r"\w\w+")


def marks(text: str) -> set[str]:
    """What a text holds, by which most rules can be passed over without a look.

    Its characters; the shapes of each two neighbours, where '0' stands for a digit, 'A' and
    'a' for a letter; and its words of two letters or more, in small letters.

    >>> found = marks("On Sept. 5")
    >>> {"5", "sept", "Aa", "a.", " 0"} <= found, "5." in found, "September" in found
    (True, False, False)
    """
    shape = text.translate(_SHAPES)
    found = set(text)
    found.update(map(add, shape, shape[1:]))
    found.update(_WORD.findall(text.lower()))
    return found


@dataclass(frozen=True, slots=True)
class Step:
    """A named rule: it looks at the text as it stands and proposes edits, in order."""

    name: str
    run: Callable[[str], Iterable[Edit]]
    needs: tuple[Collection[str], ...] = ()
    """Sets of marks; the text must have one of each, or the rule cannot apply. For speed.

    A string is the set of its characters.
    """
    _marks: tuple[frozenset[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_marks", tuple(frozenset(needed) for needed in self.needs))

    def may_apply(self, found: AbstractSet[str]) -> bool:
        """Whether a text of these marks could be changed."""
        for needed in self._marks:  # noqa: SIM110 - this runs for each step of each sentence
            if needed.isdisjoint(found):
                return False
        return True
