"""The number or letter that a browser puts before a list item."""

from collections.abc import Iterator

from bs4 import Tag

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 3999
_ALPHABET = 26


def numbers(ordered: Tag) -> Iterator[tuple[Tag, str]]:
    """The items of an ordered list with their numbers, without the stop."""
    items = [child for child in ordered.children if isinstance(child, Tag) and child.name == "li"]
    step = -1 if "reversed" in ordered.attrs else 1
    count = _whole(ordered.get("start"), len(items) if step < 0 else 1)
    for item in items:
        count = _whole(item.get("value"), count)
        yield item, _written(count, str(item.get("type") or ordered.get("type") or "1"))
        count += step


def _whole(text: object, otherwise: int) -> int:
    try:
        return int(str(text))
    except ValueError:
        return otherwise


def _written(count: int, style: str) -> str:
    if style in {"a", "A"} and count > 0:
        letters = _letters(count)
    elif style in {"i", "I"} and 0 < count <= _LARGEST_ROMAN:
        letters = _roman(count)
    else:
        return str(count)
    return letters.upper() if style.isupper() else letters


def _letters(count: int) -> str:
    """Spreadsheet letters: a to z, then aa.

    >>> _letters(28)
    'ab'
    """
    letters = ""
    while count:
        count, place = divmod(count - 1, _ALPHABET)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(count: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        times, count = divmod(count, value)
        letters += letter * times
    return letters
