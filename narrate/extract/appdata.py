"""The data in a page's scripts: JSON that stands in them, alone or among other code.

Next.js sends it as a stream of strings, in rows that begin with a name; a long text has a row of
its own, and stands in the data by that name (`$8`). Nothing is run.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from lxml import etree

_MOST, _TRIES = 8_000_000, 2_000
"""Characters of scripts that are read, and places at which data is looked for in one."""
_DEEPEST = 60
_DECODER = json.JSONDecoder()
_OPENING = re.compile(r'[\[{](?=\s*["\[{])')
_STREAMED = re.compile(r"__next_f\.push\(")
_ROW = re.compile(r"([0-9a-f]+):T([0-9a-f]+),")
"""A long text in such a stream, with its length in bytes."""
_MOST_ROWS, _LONGEST_ROW = 200, 1_000_000


def data_of(root: etree._Element) -> Iterator[Any]:
    """The data in a page's scripts, in their order."""
    left, stream = _MOST, ""
    for script in root.iter("script"):
        text = script.text or ""
        if not text or "ld+json" in (script.get("type") or "") or len(text) > left:
            continue
        left -= len(text)
        if _STREAMED.search(text):
            stream += "".join(_streamed(text))
        else:
            yield from decoded(text)
    if stream:
        rows = dict(_rows(stream))
        yield from (_resolved(value, rows) for value in decoded(stream))


def _streamed(text: str) -> Iterator[str]:
    """The strings that a script adds to the stream of which the page is built."""
    for call in _STREAMED.finditer(text):
        with suppress(ValueError, RecursionError):
            value, _ = _DECODER.raw_decode(text, call.end())
            if isinstance(value, list):
                yield from (part for part in value if isinstance(part, str))


def decoded(text: str) -> Iterator[Any]:
    """Every array and object that stands in a text, the outermost of each."""
    at = tries = 0
    while tries < _TRIES and (opening := _OPENING.search(text, at)):
        tries += 1
        try:
            value, at = _DECODER.raw_decode(text, opening.start())
        except json.JSONDecodeError as error:
            at = max(opening.end(), error.pos)
        except (RecursionError, ValueError):  # too deep, or a number of thousands of digits
            return
        else:
            yield value


def _rows(stream: str) -> Iterator[tuple[str, str]]:
    """The long texts of a stream, by the names under which its data has them."""
    for row in islice(_ROW.finditer(stream), _MOST_ROWS):
        size = min(int(row[2], 16), _LONGEST_ROW)
        start = row.end()
        yield f"${row[1]}", stream[start : start + size].encode()[:size].decode(errors="ignore")


def _resolved(value: Any, rows: dict[str, str], depth: int = 0) -> Any:
    """A piece of data with the long texts in the places where it names them."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {key: _resolved(each, rows, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_resolved(each, rows, depth + 1) for each in value]
    return rows.get(value, value) if isinstance(value, str) else value
