"""Who is speaking, and when: interview transcripts and live blogs."""

import re
from collections import Counter
from pathlib import Path

from narrate.extract.data import lists
from narrate.extract.omissions.times import is_timestamp
from narrate.extract.pieces import Piece

_SPEAKER = re.compile(r"^([^\W\d_][\w.'’ \-]{0,38}?)\s?[:：]\s+(?=\S)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s(?:[A-Z]{2,4}|Uhr|h)\b)?")
_FEWEST_TURNS = 2
_FEWEST_SPEAKERS = 2
_LONGEST_NAME = 4
_FEWEST_ENTRIES = 3
_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_NO_NAMES = frozenset(_WORDS["no speakers"])


def name_speakers(pieces: list[Piece]) -> None:
    """Say who is speaking where paragraphs begin with a name and a colon, turn by turn.

    The name stays in the text, for the reader sees it there.
    """
    turns = {
        i: match[1]
        for i, p in enumerate(pieces)
        if p.kind == "paragraph" and p.reason is None and (match := _SPEAKER.match(p.text))
    }
    counts = Counter(turns.values())
    speakers = {name for name, count in counts.items() if count >= _FEWEST_TURNS and _is_name(name)}
    if len(speakers) < _FEWEST_SPEAKERS:
        return
    for position, name in turns.items():
        if name in speakers:
            pieces[position].speaker = name


def _is_name(name: str) -> bool:
    words = name.split()
    if any(word.casefold() in _NO_NAMES for word in words):
        return False
    return len(words) <= _LONGEST_NAME and all(
        word[0].isupper() or not word[0].isascii() for word in words
    )


def time_entries(pieces: list[Piece]) -> None:
    """Give the entries of a live blog the times that stand over them."""
    clocks = [i for i, p in enumerate(pieces) if p.reason == "timestamp" and is_timestamp(p.text)]
    entries = [i for i in clocks if _next_kept(pieces, i) is not None and _any_kept(pieces[:i])]
    if len(entries) < _FEWEST_ENTRIES:
        return
    for position in clocks:
        following = _next_kept(pieces, position)
        if following is not None and following.time is None:
            clock = _CLOCK.search(pieces[position].text)
            following.time = clock[0] if clock else pieces[position].text


def _next_kept(pieces: list[Piece], position: int) -> Piece | None:
    for piece in pieces[position + 1 : position + 5]:
        if piece.reason is None:
            return piece
    return None


def _any_kept(pieces: list[Piece]) -> bool:
    return any(piece.reason is None and piece.is_prose for piece in pieces)
