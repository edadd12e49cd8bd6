"""One step of the way from written text to spoken form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from narrate.spoken.draft import Edit


@dataclass(frozen=True, slots=True)
class Step:
    """A named rule: it looks at the text as it stands and proposes edits, in order."""

    name: str
    run: Callable[[str], Iterable[Edit]]
    needs: str = ""
    """Characters of which the text must have one, or the rule cannot apply; a matter of speed."""
    signs: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "signs", frozenset(self.needs))

    def may_apply(self, characters: set[str]) -> bool:
        """Whether a text of these characters could be changed."""
        return not self.needs or not self.signs.isdisjoint(characters)
