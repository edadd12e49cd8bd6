"""Whether a value is what its key wants, said in words for whoever wrote it."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from narrate.config.keys import Form, Key
from narrate.errors import ConfigError
from narrate.feed.categories import category

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")


def wrong(key: Key, value: object) -> str | None:
    """What the value should have been; None where it is right.

    >>> from narrate.config.keys import FEED
    >>> address = next(key for key in FEED if key.name == "address")
    >>> wrong(address, "audio.example.org")
    'a whole address, as https://audio.example.org/'
    """
    if value == key.default and not key.needed:
        return None
    return None if _CHECKS[key.form](key, value) else _wanted(key)


def _wanted(key: Key) -> str:
    if key.form == "number":
        return f"a whole number from {key.least} to {key.most}"
    if key.choices:
        some = "a list of" if key.form == "words" else "one of"
        return f"{some} {', '.join(key.choices)}"
    return _WANTED[key.form]


def _text(_key: Key, value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _address(_key: Key, value: Any) -> bool:
    try:
        parts = urlsplit(value if isinstance(value, str) else "")
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in value
    except ValueError:
        return False


def _words(key: Key, value: Any) -> bool:
    if not isinstance(value, list | tuple) or not value:
        return False
    return set(map(str, value)) <= set(key.choices) and len(set(value)) == len(value)


def _number(key: Key, value: Any) -> bool:
    return isinstance(value, int) and value is not True and key.least <= value <= key.most


def _files(key: Key, value: Any) -> bool:
    return isinstance(value, list | tuple) and all(_text(key, each) for each in value)


def _uuid(_key: Key, value: Any) -> bool:
    try:
        return bool(UUID(value))
    except (ValueError, AttributeError, TypeError):
        return False


def _category(key: Key, value: Any) -> bool:
    if not _files(key, value) or not value:
        return False
    try:
        return all(category(each) for each in value)
    except ConfigError:
        return False


def _like(pattern: re.Pattern[str]) -> Callable[[Key, Any], bool]:
    return lambda _key, value: isinstance(value, str) and bool(pattern.fullmatch(value))


_CHECKS: dict[Form, Callable[[Key, Any], bool]] = {
    "text": _text,
    "address": _address,
    "words": _words,
    "flag": lambda _key, value: isinstance(value, bool),
    "number": _number,
    "choice": lambda key, value: value in key.choices,
    "file": _text,
    "files": _files,
    "email": _like(_EMAIL),
    "colour": _like(_COLOUR),
    "language": _like(_TAG),
    "uuid": _uuid,
    "category": _category,
}
_WANTED: dict[Form, str] = {
    "text": "a text that is not empty",
    "address": "a whole address, as https://audio.example.org/",
    "flag": "true or false",
    "file": "the name of a file",
    "files": "a list of file names",
    "email": "an e-mail address",
    "colour": "a colour, as #1a1a1a",
    "language": "a language's tag, as en-GB",
    "uuid": "a UUID",
    "category": "a list of Apple's categories, as ['News/Politics', 'Business']",
}
