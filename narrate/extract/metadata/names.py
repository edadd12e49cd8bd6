"""Names of authors out of what pages write in a byline."""

import re
from collections.abc import Iterable

_SAID_BEFORE = re.compile(
    r"^(?:(?:text|words|story|article|reporting|review|fotos?|analyse|analysis|opinion|"
    r"interview)?\s*"
    r"(?:[:,]\s*)?\b(?:written by|posted by|published by|reported by|by|von|par|por|di|da|door|av|"
    r"af|przez|escrito por|publicado por|scritto da|rédigé par|écrit par|geschrieben von|"
    r"eine? \w+ von|un \w+ di|autor(?:in)?|author|auteur|autore|oleh|yazan|od|автор)\b[:\s]*"
    r"|文\s*[/:／：]\s*|記者\s*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[;|•·/、，]|\s&\s|"
    r",?\s(?:and|und|et|y|e|en|og|och|ja|i|a|ve|with|mit|avec|con|и|و)\s)\s*",
)
_BRACKET = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]?\s*")
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|journalist|staff|contributor|producer|"
    r"analyst|chief|senior|director|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|redacci[oó]n|"
    r"journaliste|giornalista|jornalista|periodista|updated|published|min read|professor|"
    r"profesorius|founder|ceo|research(?:er)?|minutes?)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|@|\.html?\b")
_DIGITS = re.compile(r"\d{2,}")
_TITLE_BEHIND = re.compile(r"\s*(?:기자|특파원|記者|记者|編集委員|論説委員)$")
_LONGEST = 60
_MOST_WORDS = 7


def names(text: str, *, free: bool = False) -> tuple[str, ...]:
    """The names in a byline, without 'By', agencies' brackets, roles and addresses.

    `free` says that the text is prose of the page and not a field meant for a name.

    >>> names("By Ann Lee and Bo Ek (AFP)")
    ('Ann Lee', 'Bo Ek')
    """
    text = _SAID_BEFORE.sub("", _BRACKET.sub(" ", text).strip()).strip(" ,:.-–—|")
    if _ADDRESS.search(text):
        return ()
    found: list[str] = []
    for part in _BETWEEN.split(text):
        found += _listed(part.strip(" ,:-–—"))
    found = [_TITLE_BEHIND.sub("", name) for name in found]
    found = [name for name in found if _is_name(name, free=free)]
    return tuple(dict.fromkeys(found))


def signed(text: str) -> tuple[str, ...]:
    """The names in a line of the page that says so itself: 'By Ann Lee and Bo Ek'.

    >>> signed("By Ann Lee | 6 May 2024"), signed("Ann Lee")
    (('Ann Lee',), ())
    """
    bare = text.strip()
    return names(bare, free=True) if _SAID_BEFORE.sub("", bare) != bare else ()


def names_apart(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in pieces of text that the page itself sets apart, as in one link an author."""
    return tuple(dict.fromkeys(name for text in texts for name in names(text, free=True)))


def _listed(part: str) -> list[str]:
    """A list with commas is one of names when each piece looks like one."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) > 1 and _ROLE.search(pieces[-1]):
        return pieces[:1]
    return pieces


def _is_name(name: str, *, free: bool) -> bool:
    words = name.split()
    if not words or len(name) > _LONGEST or len(words) > _MOST_WORDS or _ADDRESS.search(name):
        return False
    if not any(character.isalpha() for character in name):
        return False
    if not free:
        return True
    capital = sum(word[:1].isupper() or not word.isascii() for word in words)
    return (
        len(words) > 1
        and capital * 2 > len(words)
        and not (_ROLE.search(name) or _DIGITS.search(name))
    )
