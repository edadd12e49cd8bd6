"""From the text of a `narrate.toml` to its values, each checked and each default filled in."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from narrate.config.keys import SECTIONS, Key, Section
from narrate.config.values import wrong
from narrate.errors import ConfigError

_BY_NAME = {section.name: section for section in SECTIONS}


@dataclass(frozen=True, slots=True)
class Tables:
    """The file's tables, every key of which has a value."""

    source: str
    """The file's name, for errors."""
    text: str
    values: dict[str, list[dict[str, Any]]]

    def one(self, name: str) -> dict[str, Any]:
        """The values of a section that there is once."""
        return self.values[name][0]

    def every(self, name: str) -> list[dict[str, Any]]:
        """The values of each table of a section that may be repeated."""
        return self.values[name]

    def error(self, section: str, key: str, what: str, mend: str | None = None) -> ConfigError:
        """That a key is wrong, with the line on which it stands."""
        line = _line(self.text, section, key)
        name = f"{section}.{key}" if section else key
        subject = f"{self.source}, line {line}" if line else self.source
        return ConfigError(f"{name}: {what}", subject=subject, mend=mend)


def parse(text: str, source: str) -> Tables:
    """The tables of a file; raises ConfigError with the line of the first that is wrong."""
    try:
        record = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        mend = "text stands in quotation marks, and true and false in small letters"
        raise ConfigError(f"not TOML: {error}", subject=source, mend=mend) from error
    tables = Tables(source, text, {})
    _known_names(record, tables)
    for section in SECTIONS:
        given = list(_given(record, section, tables))
        tables.values[section.name] = [_filled(one, section, tables) for one in given]
    return tables


def _known_names(record: dict[str, Any], tables: Tables) -> None:
    known = [*_BY_NAME, *(key.name for key in _BY_NAME[""].keys)]
    for name in record:
        if name not in known:
            raise _unknown("", name, known, tables)


def _given(record: dict[str, Any], section: Section, tables: Tables) -> Iterator[dict[str, Any]]:
    """The section's tables as they stand in the file."""
    if not section.name:
        yield {name: value for name, value in record.items() if name not in _BY_NAME}
        return
    value = record.get(section.name, [] if section.repeated else {})
    each = value if section.repeated else [value]
    if not isinstance(each, list) or not all(isinstance(one, dict) for one in each):
        brackets = f"[[{section.name}]]" if section.repeated else f"[{section.name}]"
        raise tables.error("", section.name, "is a section", f"write {brackets} on a line before")
    yield from each


def _filled(given: dict[str, Any], section: Section, tables: Tables) -> dict[str, Any]:
    known = {key.name: key for key in section.keys}
    for name, value in given.items():
        if name not in known:
            raise _unknown(section.name, name, list(known), tables)
        if wanted := wrong(known[name], value):
            raise tables.error(section.name, name, f"is not {wanted}: {_shown(value)}")
    for key in section.keys:
        if key.needed and key.name not in given:
            raise tables.error(section.name, key.name, "is missing", key.about)
    return {key.name: given.get(key.name, key.default) for key in section.keys}


def _unknown(section: str, name: str, known: list[str], tables: Tables) -> ConfigError:
    near = get_close_matches(name, [one for one in known if one], 1, 0.5)
    elsewhere = [one.name for one in SECTIONS if name in {key.name for key in one.keys}]
    if not near and elsewhere:
        place = f"[{elsewhere[0]}]" if elsewhere[0] else "the first lines, before any [section]"
        return tables.error(section, name, "is no key here", f"it belongs to {place}")
    mend = f"did you mean {near[0]}?" if near else f"known are: {', '.join(filter(None, known))}"
    return tables.error(section, name, "is no key that narrate knows", mend)


def _shown(value: object) -> str:
    return repr(value) if len(repr(value)) < 80 else f"{repr(value)[:79]}…"  # noqa: PLR2004 - a line


def _line(text: str, section: str, key: str) -> int | None:
    """The line on which a key stands, or else the one on which its section begins."""
    here, found = "", None
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            here = bare.strip("[] ").partition("#")[0].strip("[] ")
            found = number if here in (section, key) and here else found
        elif here == section and bare.partition("=")[0].strip().strip("\"'") == key:
            return number
    return found


def keys(section: str) -> tuple[Key, ...]:
    """The keys of a section."""
    return _BY_NAME[section].keys
