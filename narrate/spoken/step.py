"""One step of the way from written text to spoken form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from narrate.spoken.draft import Edit


@dataclass(frozen=True, slots=True)
class Step:
    """A named rule: it looks at the text as it stands and proposes edits, in order."""

    name: str
    run: Callable[[str], Iterable[Edit]]
    needs: tuple[str, ...] = ()
    """Sets of characters; the text must have one of each, or the rule cannot apply. For speed."""
    _signs: tuple[frozenset[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_signs", tuple(frozenset(signs) for signs in self.needs))

    def may_apply(self, characters: set[str]) -> bool:
        """Whether a text of these characters could be changed."""
        for signs in self._signs:  # noqa: SIM110 - this runs for each step of each sentence
            if signs.isdisjoint(characters):
                return False
        return True
