"""Addresses of the web: URLs, e-mails, @handles, #HashTags."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, digits
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_URL = Pattern(
    r"""(?<! [\w@] ) (?: (?P<scheme> (?: https? | ftp | file ) ://+ ) (?P<rest> [^\s<>"“”)\]]+ )
    | (?P<bare> [A-Za-z0-9] [\w-]* (?: \. [\w-]+ ){0,5} \. [A-Za-z]{2,4} \b (?! \.\w | - )
      (?: / [^\s<>"“”)\]]* )? ) (?! @ ) )"""
)
_MAIL = Pattern(
    r"(?<! [\w@.] ) (?P<who> [\w.+&%-]+ ) @ (?P<where> [\w-]+ (?: \. [\w-]+ )+ (?: / [\w/-]+ )? )"
)
_HANDLE = Pattern(r"(?<! [\w@/.] ) @ (?P<name> [A-Za-z0-9_]+ ) (?! @ )")
_HASHTAG = Pattern(r"(?<! [\w&] ) \# (?P<name> [A-Za-z]\w* ) (?! \# )")
_SHORT = 3
_ROUND = Pattern(r"[1-9]0{2,3}")
_CAMEL = Pattern(r"[A-Z]+ (?= [A-Z][a-z] ) | [A-Z]? [a-z]+ | [A-Z]+ | \d+")
_PIECE = Pattern(r"[A-Za-z]+ | \d+ | [^\sA-Za-z\d]")
_SIGNS = {
    ".": "dot", "/": "slash", "-": "dash", "_": "underscore", "&": "ampersand",
    "?": "question mark",
    "=": "equals", "%": "percent", "#": "hash", "+": "plus", "~": "tilde", ":": "colon", "@": "at",
}  # fmt: skip


def urls(text: str) -> Iterator[Edit]:
    """An address of a page; inside a sentence without what no newsreader says of it.

    >>> [edit.said for edit in urls("See https://www.bbc.com/news today, or example.org.")]
    ['BBC dot com slash news', 'example dot org']
    """
    for match in _URL.finditer(text):
        written = match["rest"] or match["bare"]
        end = match.end()
        trimmed = written.rstrip(".,;:!?'’")
        end -= len(written) - len(trimmed)
        if not match["scheme"] and not _is_address(trimmed):
            continue
        if match["scheme"] and match[0] == text.strip():  # all that is there: say all of it
            trimmed = match["scheme"] + trimmed
        elif match["scheme"]:
            trimmed = re.sub(r"^www\.", "", trimmed).rstrip("/")
        yield Edit(match.start(), end, _spoken(trimmed))


def emails(text: str) -> Iterator[Edit]:
    """An address to write to.

    >>> [edit.said for edit in emails("Write to news.tips1@example.com.")]
    ['news dot tips one at example dot com']
    """
    for match in _MAIL.finditer(text):
        where = match["where"].rstrip(".")
        end = match.end() - (len(match["where"]) - len(where))
        yield Edit(match.start(), end, f"{_spoken(match['who'])} at {_spoken(where)}")


def handles(text: str) -> Iterator[Edit]:
    """A name on a social network.

    >>> [edit.said for edit in handles("@realJaneDoe wrote")]
    ['at real Jane Doe']
    """
    for match in _HANDLE.finditer(text):
        yield Edit(match.start(), match.end(), f"at {_camel(match['name'])}")


def hashtags(text: str) -> Iterator[Edit]:
    """A subject on a social network.

    >>> [edit.said for edit in hashtags("#MeToo")]
    ['hashtag Me Too']
    """
    for match in _HASHTAG.finditer(text):
        yield Edit(match.start(), match.end(), f"hashtag {_camel(match['name'])}")


def _is_address(written: str) -> bool:
    """Whether a name with dots is an address, and not two sentences without a space."""
    name, _, ending = written.partition("/")[0].rpartition(".")
    if ending.lower() not in table("en/web")["endings"]:
        return False
    sentence = ending[0].isupper() and not name.isupper()
    return not sentence and re.fullmatch(r"[\d.]+", name) is None


def _camel(name: str) -> str:
    parts = _CAMEL.compiled.findall(name)
    return " ".join(digits(part) if part.isdecimal() and len(part) > 4 else part for part in parts)  # noqa: PLR2004 - a year is a number


def _spoken(address: str) -> str:
    return " ".join(_piece(piece) for piece in _PIECE.compiled.findall(address))


def _piece(piece: str) -> str:
    if piece.isdecimal():
        return cardinal(int(piece)) if _ROUND.fullmatch(piece) else digits(piece)
    if piece.lower() == "jpg":
        return "jpeg"
    if piece in _SIGNS:
        return _SIGNS[piece]
    lower = piece.lower()
    if lower not in table("en/web")["spelled"]:
        return piece
    return piece.upper() if len(piece) <= _SHORT else ".".join(piece.upper())
