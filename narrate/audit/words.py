"""Whether words are recognisably the notice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from narrate.notices import ENGLISH, is_told, tells, wording_for

_MOST = 4
"""Cues over which a notice may be broken."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？।۔])")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Notices:
    """What the file and its manifest say that the notice is."""

    texts: tuple[str, ...] = ()
    language: str | None = None
    """BCP 47 tag."""

    def are_words(self, text: str | None) -> bool:
        """Whether a text says that a machine speaks, as far as that can be known.

        Where we have no words of the language, whatever the file calls its notice is taken.
        """
        if not text or not _plain(text):
            return False
        return tells(text) or (self._foreign and any(_opens(text, own) for own in self.texts))

    @property
    def _foreign(self) -> bool:
        language = (self.language or ENGLISH).lower()
        return not language.startswith(ENGLISH) and wording_for(language).tag == ENGLISH

    def opening(self, parts: Sequence[str]) -> str | None:
        """The notice with which a text opens that comes in parts; None where it doesn't."""
        for whole in accumulate(parts[:_MOST], lambda so_far, part: f"{so_far} {part}"):
            if is_told(whole):
                return whole
            for own in self.texts:
                if self.are_words(own) and _opens(whole, own):
                    return own
        return None

    def within(self, text: str) -> str | None:
        """The line or sentences of a text that are the notice; None where there are none."""
        for line in filter(None, map(str.strip, text.splitlines())):
            parts = [part.strip() for part in _SENTENCE.split(line) if part.strip()]
            runs = [line, *parts, *(" ".join(pair) for pair in pairwise(parts))]
            if found := self.among(runs):
                return found
        return None

    def among(self, texts: Iterable[str]) -> str | None:
        """The first of these texts that is a notice, or opens with the file's own."""
        return next((text for text in texts if self.opening([text.strip()])), None)


def _plain(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _opens(text: str, notice: str) -> bool:
    return bool(_plain(notice)) and _plain(text).startswith(_plain(notice))
