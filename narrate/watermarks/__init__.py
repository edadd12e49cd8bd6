"""Marks in the sound itself: not to be heard, and found again when tags and signature are gone.

A watermark is put into each piece before it is encoded, under a key that only the publisher has.
It is off unless a key is given. To add one:

1. Write a class with the members of `Watermark`. It needs no base class. Pieces are marked apart
   and joined later, so a mark has to be found wherever in it one begins to listen.
2. Name it in an entry point, in your package's `pyproject.toml` (ours comes the same way):

       [project.entry-points."narrate.watermarks"]
       mine = "mypackage.mine:MineWatermark"

   and install the package again: entry points are read from installed metadata.
3. Use it: `narrate convert --watermark KEYFILE --watermark-by mine`, `narrate detect --by mine`.
   State, as `DESIGN.md` does for ours, how often it is found, how often where it isn't, and
   what it doesn't survive: nobody can judge a mark by its name.
"""

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from narrate.errors import WatermarkError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

GROUP = "narrate.watermarks"


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found of a mark in a stretch of sound."""

    score: float
    """How far it stands out; what the figure means is the watermark's own matter."""
    threshold: float
    """From which score on the mark counts as found."""
    false_alarms: float
    """The rate at which sound without the mark reaches the threshold, as measured."""

    @property
    def found(self) -> bool:
        """Whether the mark is there."""
        return self.score >= self.threshold


class Watermark(Protocol):
    """What marks sound and finds the mark again."""

    name: str
    """The entry point's name."""

    def version(self) -> str:
        """What names the mark it makes: a new version makes cached pieces stale."""
        ...

    def mark(self, samples: "Floats", rate: int, key: bytes) -> "Floats":
        """The samples of one piece (full scale 1.0) with the mark; as many as there were."""
        ...

    def detect(self, samples: "Floats", rate: int, key: bytes) -> Detection:
        """Look for the mark in about half a minute of sound, which may begin anywhere."""
        ...


@dataclass(frozen=True, slots=True)
class Marking:
    """Which watermark an edition carries, and under which key."""

    key: bytes = field(repr=False)
    name: str = "spread"
    fingerprint: str = field(init=False, default="")
    """Of the key: part of what names a kept piece, and tells nothing of the key."""

    def __post_init__(self) -> None:
        digest = sha256(b"narrate watermark key" + self.key).hexdigest()
        object.__setattr__(self, "fingerprint", digest)

    def identity(self) -> tuple[str, str, str]:
        """What the mark in a piece depends on."""
        return self.name, find(self.name).version(), self.fingerprint

    def mark(self, samples: "Floats", rate: int) -> "Floats":
        """The samples of a piece with the mark."""
        return find(self.name).mark(samples, rate, self.key)


@cache
def find(name: str) -> Watermark:
    """The watermark of that name; raises WatermarkError where there is none, or it is broken."""
    from importlib.metadata import entry_points

    entries = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in entries:
        known = ", ".join(sorted(entries)) or "none"
        raise WatermarkError(
            "no such watermark is installed",
            subject=f"watermark {name!r}",
            mend=f"installed: {known}",
        )
    try:
        found: Watermark = entries[name].load()()
    except Exception as error:
        raise WatermarkError(f"cannot be loaded: {error}", subject=f"watermark {name!r}") from error
    return found
