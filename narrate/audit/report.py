"""What an audit found."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from narrate import __version__

Surface = Literal[
    "sound",
    "tags",
    "tags for programs",
    "text in the tags",
    "chunks of the WAV",
    "manifest",
    "opening",
    "captions",
    "note in the captions",
    "captions by word",
    "subtitles",
    "transcript",
    "credentials",
    "page",
    "player",
    "frame",
    "data in the page",
    "oEmbed",
    "feed",
    "feed for programs",
    "episode in the feed",
    "episode in the feed for programs",
    "narrator in the feed",
    "JSON feed",
]
"""A place where people or programs look."""

FORMAT = 1
"""The version of the report's form."""


@dataclass(frozen=True, slots=True)
class Check:
    """One surface of one thing, and whether it tells."""

    subject: str
    """The file, or the feed and its episode."""
    surface: Surface
    told: bool
    what: str
    """The words that were found there; else what is wrong."""
    mend: str = ""
    promised: bool = False
    """Whether it was left out on the promise that listeners are told elsewhere."""

    def __str__(self) -> str:
        """As one line, for people."""
        mend = f" ({self.mend})" if self.mend else ""
        return f"{self.subject}: {self.surface}: {self.what}{mend}"


@dataclass(frozen=True, slots=True)
class Report:
    """All that was looked at, in order."""

    checks: tuple[Check, ...]

    @property
    def gaps(self) -> tuple[Check, ...]:
        """What doesn't tell."""
        return tuple(check for check in self.checks if not check.told)

    @property
    def subjects(self) -> tuple[str, ...]:
        """What was looked at, each once."""
        return tuple(dict.fromkeys(check.subject for check in self.checks))

    def document(self, date: str | None = None) -> dict[str, Any]:
        """The report for a file that is kept: the same for the same things, unless dated."""
        return {
            "version": FORMAT,
            "generator": f"narrate {__version__}",
            **({"date": date} if date else {}),
            "subjects": len(self.subjects),
            "gaps": len(self.gaps),
            "checks": [asdict(check) for check in self.checks],
        }


def report(checks: Iterable[Check]) -> Report:
    """A report of checks; of two that say the same, one is kept."""
    return Report(tuple(dict.fromkeys(checks)))
