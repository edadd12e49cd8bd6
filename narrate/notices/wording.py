"""What is said and shown, in the language of the voice."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from narrate.languages import nearest
from narrate.model import TextBy

ENGLISH = "en"
"""What is used where a language has no wording of its own."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language says that the voice is a machine's."""

    tag: str
    """The language's BCP 47 tag; `en` where the one asked for has no wording."""
    notice: str
    """Two short sentences: that the voice is artificial, and that it may be wrong."""
    people: str
    """That people wrote the text."""
    machine_help: str
    """That a machine helped to write it."""

    def text_by(self, text_by: TextBy) -> str:
        """How the text came about; empty where nobody said."""
        return {"people": self.people, "machine-help": self.machine_help}.get(text_by, "")


def languages() -> tuple[str, ...]:
    """The tags of the languages that have a wording."""
    return tuple(_table())


def wording_for(language: str) -> Wording:
    """The wording for a BCP 47 tag: its own, that of its language, else the English one.

    >>> wording_for("pt-BR").tag, wording_for("zh-TW").tag, wording_for("tlh").tag
    ('pt', 'zh-hant', 'en')
    """
    tag = next((tag for tag in nearest(language) if tag in _table()), ENGLISH)
    found = _table()[tag]
    return Wording(tag, found["notice"], found["people"], found["machine-help"])


@cache
def _table() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("wording.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = json.loads(text)
    return table
