"""The `narrate.toml` that a new library gets: every key, explained, in the order of the table."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from narrate.config.keys import SECTIONS, Key, Section

_WIDTH = 88

Given = Mapping[tuple[str, str], Any]
"""Values by section and key."""


def template(given: Given) -> str:
    """The file's text; keys that nobody gave stand commented out, with what they are then."""
    blocks = ("\n".join(_section(section, given)) for section in SECTIONS)
    return "# Settings of a library of narrated articles.\n\n" + "\n\n".join(blocks) + "\n"


def _section(section: Section, given: Given) -> Iterator[str]:
    yield f"# ---- {section.about} ----"
    if section.name:
        used = any(name == section.name for name, _ in given)
        brackets = f"[[{section.name}]]" if section.repeated else f"[{section.name}]"
        yield f"# {brackets}" if section.repeated and not used else brackets
    for key in section.keys:
        yield ""
        yield from (f"# {line}" for line in textwrap.wrap(_about(key), _WIDTH))
        value = given.get((section.name, key.name))
        if value is not None:
            yield f"{key.name} = {_toml(value)}"
        else:
            yield f"# {key.name} = {key.example or _toml(key.default)}"


def _about(key: Key) -> str:
    return f"{key.about} One of: {', '.join(key.choices)}." if key.choices else key.about


def _toml(value: Any) -> str:
    """A value as TOML, whose texts, lists, numbers and flags are written as JSON's."""
    plain = list(value) if isinstance(value, tuple) else value
    # DEL is the one character that TOML wants escaped and JSON doesn't.
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
