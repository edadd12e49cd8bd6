"""Whether a stop ends a sentence, or an abbreviation, an initial, a number."""

import re
from typing import Any

from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_BEFORE = Pattern(r"[^\s\"“”‘«»()\[\]]+ $")
_NEXT = Pattern(r"""[\"'“‘«‹(\[¿¡—–-]* (?P<word> \w [\w'’.&-]* )""")
_DOTTED = Pattern(r"(?: [A-Za-zÀ-ÿ] \. )+ [A-Za-zÀ-ÿ]")
_TIME = Pattern(r"[ap]\.m | [ap]m", re.IGNORECASE)
_SAYS = Pattern(
    r"""["”’'] \s+ (?: (?: [A-Z]\. | (?: Mr | Mrs | Ms | Dr | Sen | Gov | Rep )\.
    | [\w'’-]+ ) ,? \s+ ){0,5}? (?: said | says | say | asked | asks
    | added | adds | told | tells
    | wrote | writes | replied | replies | tweeted | shouted | shouts | cried | exclaimed | yelled
    | wondered | wonders | joked | recalled | posted | quipped | demanded | answered | read
    | reads )\b"""
)
_NAMES = {"Yahoo", "Jeopardy", "Yum", "E", "Oklahoma", "Wham", "Panic"}


def is_boundary(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether the sentence that began at `start` ends at the stop that was matched."""
    words: dict[str, Any] = table("sentences").get(language) or table("sentences")["en"]
    following = _NEXT.match(text, match.end())
    stop = match["stop"] or match["tight"]
    if following is None:
        return True  # nothing more, or a sign that begins something new
    after = following["word"]
    if match["tight"]:
        return after.rstrip(".") in words["starts"] or len(match["tight"]) > 1
    if after[0].islower():
        return _is_name_in_small(after) and stop == "."
    before = _BEFORE.compiled.search(text, start, match.start())
    word = before[0] if before else ""
    if stop[0] in "!?‽":
        return not _is_attributed(text, match, word, after, words)
    if len(stop) > 1 or stop == "…":
        return not re.match(r"I\b", after)
    return _ends_at_dot(text, match, word, after, words)


def _is_name_in_small(word: str) -> bool:
    """A name that begins with a small letter: iPhone, eBay."""
    return re.match(r"[a-z]{1,2}[A-Z]", word) is not None


def _is_attributed(
    text: str, match: re.Match[str], word: str, after: str, words: dict[str, Any]
) -> bool:
    """Whether who said it follows the quotation, or the sign is part of a name."""
    if word in _NAMES and after not in words["starts"]:
        return True
    return bool(match["close"]) and _SAYS.match(text, match.end("close") - 1) is not None


def _ends_at_dot(
    text: str, match: re.Match[str], word: str, after: str, words: dict[str, Any]
) -> bool:
    """Whether one full stop ends the sentence, by the word before it and the word after."""
    bare = word.lstrip("-–—'’").removesuffix(".")
    starts = after.rstrip(".,") in words["starts"]
    if bare.isdecimal():
        return not _is_numbered(text, match, bare, words)
    if bare.rpartition("-")[2] in words["numbers"] and after[0].isdecimal():
        return False
    if bare.rpartition("-")[2] in words["titles"]:
        return bare in _STREETS and starts
    if _TIME.fullmatch(bare):
        return after.rstrip(".,") not in words["after_time"] and not after[0].isdecimal()
    if bare in words["ends"] or _is_short(bare):
        return starts or bare in _LAST
    return True


_STREETS = {"St", "Ste", "Ft", "Dr", "v", "Sec"}
"""What stands before a name as a rule, and sometimes at the end: 'on Main St. The …'."""
_LAST = {"etc", "usw", "No", "ecc"}
"""What ends a sentence wherever a capital follows."""


def _is_short(bare: str) -> bool:
    """Initials, or dotted letters."""
    alone = len(bare) == 1 and bare.isalpha()
    return alone or _DOTTED.fullmatch(bare) is not None


def _is_numbered(text: str, match: re.Match[str], bare: str, words: dict[str, Any]) -> bool:
    """Whether a number with a dot is that of an item, or an ordinal, as in German."""
    if words.get("ordinals") and len(bare) <= 2:  # noqa: PLR2004 - a day, a century
        return True
    return text[: match.start()].rpartition("\n")[2].strip() == bare
