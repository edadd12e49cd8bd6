"""Names of authors out of what pages write in a byline."""

import re
from collections.abc import Iterable
from pathlib import Path

from narrate.extract.data import lists

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
    r"\s*(?:[;|•·⋅∙/、，]|\s&\s|"
    r",?\s(?:and|und|et|y|e|en|og|och|ja|i|a|ve|with|mit|avec|con|и|و)\s)\s*",
)
_BRACKET = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]?\s*")
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|journalist|staff|contributor|producer|"
    r"analyst|chief|senior|director|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|redacci[oó]n|"
    r"journaliste|giornalista|jornalista|periodista|updated|published|min read|professor|"
    r"profesorius|founder|ceo|research(?:er)?|minutes?|consultant|specialist|therapist|nurse|coach|"
    r"dietitian|nutritionist|certified|licensed|manager|engineer|scientist|officer|president|"
    r"executive|expert|advisor|strategist|doctor)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"(?:[A-Z]\.?){2,5}®?|Ph\.?\s?D\.?|M\.?Sc\.?|B\.?Sc\.?|Esq\.?|Jr\.?|Sr\.?")
_ADDRESSED = re.compile(r"\S*(?:https?:|www\.|@|\.html?\b)\S*")
_ADDRESS = re.compile(r"https?:|www\.|@|\.html?\b")
_COMPANY = re.compile(r"\b(?:GmbH|LLC|Ltd|Inc|AG & Co|S\.p\.A|S\.r\.l|Limited|Corporation)\b")
_ACCOUNT = re.compile(r"/author/(?:admin(?:istrator)?\d*|webmaster|root|editor)/?$")
_DIGITS = re.compile(r"\d{2,}")
_NEVER = re.compile(r"[\d:?!…]")
"""What stands in no name, but in a headline, a time, a label."""
_PARTICLES = frozenset(lists(Path(__file__).with_name("words.txt"))[""]["small in names"])
"""Words in names that are written small."""
_TITLE_BEHIND = re.compile(r"\s*(?:기자|특파원|記者|记者|編集委員|論説委員)$")
_LONGEST = 60
_MOST_WORDS = 7
_SHORTEST, _SIGNED_WORDS = 3, 4


def names(text: str, *, free: bool = False) -> tuple[str, ...]:
    """The names in a byline, without 'By', agencies' brackets, roles and addresses.

    `free` says that the text is prose of the page and not a field meant for a name.

    >>> names("By Ann Lee and Bo Ek (AFP)")
    ('Ann Lee', 'Bo Ek')
    """
    if _COMPANY.search(text):
        return ()
    bare = _ADDRESSED.sub(" ", text)
    free = free or bare != text  # a name beside an address is in no field for names
    text = _BRACKET.sub(" ", bare).strip()
    text = _SAID_BEFORE.sub("", text).strip(" ,:.-–—|")
    found: list[str] = []
    for part in _BETWEEN.split(text):
        found += _listed(part.strip(" ,:-–—"))
    found = [_once(_TITLE_BEHIND.sub("", name)) for name in found]
    found = [name for name in found if _is_name(name, free=free)]
    return tuple(dict.fromkeys(found))


def _once(name: str) -> str:
    """A name that is written twice, for the eye and for the screen reader, once."""
    middle = len(name) // 2
    first, second = name[:middle].strip(), name[middle:].strip()
    return first if first == second and len(first.split()) > 1 else name


def is_account(address: str) -> bool:
    """Whether the address of an author's page is that of a system's account, not of a person.

    >>> is_account("https://post.example/author/admin/"), is_account("/author/ann-lee")
    (True, False)
    """
    return bool(_ACCOUNT.search(address))


def signed(text: str) -> tuple[str, ...]:
    """The names in a line of the page that says so itself: 'By Ann Lee and Bo Ek'.

    >>> signed("By Ann Lee | 6 May 2024"), signed("by annie"), signed("Ann Lee")
    (('Ann Lee',), ('annie',), ())
    """
    bare = text.strip()
    rest = _SAID_BEFORE.sub("", bare)
    if rest == bare or ":" in rest[:12]:
        return ()
    alone = len(rest.split()) == 1 and rest.isalpha() and len(rest) >= _SHORTEST
    return names(rest, free=not alone)


def is_signature(text: str) -> bool:
    """Whether a line that stands alone is nothing but one or more names.

    >>> is_signature("Ann Lee/Bo Ek"), is_signature("A long road")
    (True, False)
    """
    parts = [part.split() for part in _BETWEEN.split(text.strip())]
    return (
        len(text) <= _LONGEST
        and all(
            1 < len(words) <= _SIGNED_WORDS
            and all(w[0].isupper() and w[-1] not in ".!?:" for w in words)
            for words in parts
        )
        and not (_ROLE.search(text) or _DIGITS.search(text))
    )


def names_apart(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in pieces of text that the page itself sets apart, as in one link an author."""
    return tuple(dict.fromkeys(name for text in texts for name in names(text, free=True)))


def _listed(part: str) -> list[str]:
    """A list with commas is one of names when each piece looks like one."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) > 1 and _ROLE.search(pieces[-1]):
        return pieces[:1]
    return pieces[:1] + [piece for piece in pieces[1:] if not _DEGREE.fullmatch(piece)]


def _is_name(name: str, *, free: bool) -> bool:
    words = name.split()
    if not words or len(name) > _LONGEST or len(words) > _MOST_WORDS or _ADDRESS.search(name):
        return False
    if not any(character.isalpha() for character in name) or _SAID_BEFORE.fullmatch(name):
        return False
    if not free:
        return True
    small = [word for word in words if word[0].islower() and word not in _PARTICLES]
    return (
        len(words) > 1
        and not small
        and not words[-1][0].islower()
        and not (_ROLE.search(name) or _NEVER.search(name))
    )
