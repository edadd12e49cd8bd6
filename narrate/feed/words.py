"""The few words that a feed and its page say themselves, by language."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "words.json"
_KIN = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "cmn": "zh", "yue": "zh-hant",
        "zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant"}  # fmt: skip
"""Tags whose words stand under another's."""
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "iw", "yi", "ps", "sd", "ug", "dv", "ckb"})


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
    subtags = language.lower().replace("_", "-").split("-")
    tags = ["-".join(subtags[:end]) for end in range(len(subtags), 0, -1)]
    found = next((table[name] for tag in tags if (name := _KIN.get(tag, tag)) in table), None)
    return Words(*(found or table["en"]))


def direction(language: str) -> str:
    """`rtl` for languages that are written from right to left, else `ltr`."""
    return "rtl" if language.lower().split("-")[0] in RIGHT_TO_LEFT else "ltr"
