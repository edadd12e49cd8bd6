"""Reading the word lists that lie beside the code as text files.

A section begins with its name in brackets, an entry with its name and a colon; indented lines go
on, and `#` begins a comment. Values are divided by bars in an entry that has any, else by spaces.
Such a file is read in a millisecond, where TOML takes twenty.
"""

from functools import cache
from pathlib import Path

Lists = dict[str, dict[str, tuple[str, ...]]]


@cache
def lists(path: Path) -> Lists:
    """The entries of a file, by section and name; those before any section under ''."""
    raw: dict[str, dict[str, str]] = {"": {}}
    section = name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
            raw[section] = {}
        elif line[0].isspace():
            raw[section][name] += line
        else:
            name, _, rest = line.partition(":")
            raw[section][name] = rest
    return {
        title: {name: _values(text) for name, text in entries.items()}
        for title, entries in raw.items()
    }


def _values(text: str) -> tuple[str, ...]:
    parts = text.split("|") if "|" in text else text.split()
    return tuple(value for part in parts if (value := part.strip()))
