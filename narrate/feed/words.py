"""The few words that a feed and its page say themselves, by language."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from narrate.languages import language_of, nearest

_FILE = Path(__file__).parent / "words.json"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    read: str
    """Of the link to the article."""
    voice: str
    """Of who reads, with `{name}`."""
    subscribe: str
    """Over the addresses with which an app subscribes."""
    copy: str
    """Tells what to do with the feed's address."""
    episodes: str
    download: str
    transcript: str
    older: str
    newer: str
    empty: str


@cache
def words_for(language: str) -> Words:
    """The words of a BCP 47 tag's language; English ones where there are none."""
    table = json.loads(_FILE.read_text("utf-8"))
    found = next((table[tag] for tag in nearest(language) if tag in table), table["en"])
    return Words(*found)


def direction(language: str) -> str:
    """`rtl` for languages that are written from right to left, else `ltr`."""
    return "rtl" if language_of(language) in RIGHT_TO_LEFT else "ltr"
