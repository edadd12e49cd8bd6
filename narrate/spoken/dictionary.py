"""Lexicons from files: the W3C's Pronunciation Lexicon Specification 1.0, and a simple TOML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from narrate.errors import ConfigError
from narrate.spoken.lexicon import Entry, Lexicon
from narrate.spoken.phonemes import from_xsampa

_PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KEYS = {"grapheme", "alias", "phoneme", "alphabet", "case", "part", "language"}


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file: PLS by the endings .pls and .xml, TOML otherwise.

    Raises ConfigError when the file can't be read or isn't what its ending says.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(error.strerror or str(error), subject=str(path)) from error
    try:
        entries = _pls(data) if path.suffix in {".pls", ".xml"} else _toml(data)
        return Lexicon.of(entries)
    except ValueError as error:
        raise ConfigError(f"not a lexicon: {error}", subject=str(path)) from error


def _toml(data: bytes) -> Iterator[Entry]:
    r"""Entries of a TOML file.

    >>> [entry.alias for entry in _toml(b'language = "en"\n[words]\nKyiv = "Keev"')]
    ['Keev']
    """
    import tomllib

    document = tomllib.loads(data.decode("utf-8"))
    language = document.get("language")
    for grapheme, alias in document.get("words", {}).items():
        yield Entry(grapheme, alias=_text(alias), language=language)
    for item in document.get("entry", ()):
        strange = set(item) - _KEYS
        if strange:
            raise ValueError(f"unknown key {min(strange)!r}")
        yield from _items(item, language)


def _items(item: dict[str, Any], language: str | None) -> Iterator[Entry]:
    """One entry for each of its spellings."""
    written = item.get("grapheme")
    graphemes = written if isinstance(written, list) else [written]
    phoneme = item.get("phoneme")
    for grapheme in graphemes:
        yield Entry(
            _text(grapheme),
            alias=item.get("alias"),
            phoneme=_ipa(phoneme, item.get("alphabet", "ipa")) if phoneme else None,
            case=bool(item.get("case", False)),
            part=bool(item.get("part", False)),
            language=item.get("language", language),
        )


def _pls(data: bytes) -> Iterator[Entry]:
    """Entries of a PLS document; capitals count in it, as the spec compares exact text.

    Source: https://www.w3.org/TR/pronunciation-lexicon/, sections 4.4 to 4.9.
    """
    from lxml import etree

    # A lexicon may come from anywhere: no entities, no DTD, no network.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.tag != f"{_PLS}lexicon":
        raise ValueError("its root is not <lexicon> in the PLS namespace")
    alphabet = root.get("alphabet", "ipa")
    for lexeme in root.iter(f"{_PLS}lexeme"):
        alias, phoneme = _chosen(lexeme, "alias"), _chosen(lexeme, "phoneme")
        said = (
            _ipa("".join(phoneme.itertext()), phoneme.get("alphabet", alphabet))
            if phoneme is not None
            else None
        )
        spoken = "".join(alias.itertext()).strip() if alias is not None else None
        for grapheme in lexeme.iter(f"{_PLS}grapheme"):
            yield Entry(
                _text("".join(grapheme.itertext()).strip()),
                alias=spoken,
                phoneme=said,
                case=True,
                language=root.get(_LANG),
            )


def _chosen(lexeme: Any, name: str) -> Any:
    """The preferred one of several, or the first."""
    found = list(lexeme.iter(f"{_PLS}{name}"))
    preferred = [one for one in found if one.get("prefer") == "true"]
    return next(iter(preferred or found), None)


def _ipa(written: str, alphabet: str) -> str:
    if alphabet.lower() in {"x-sampa", "xsampa"}:
        return from_xsampa(written.strip())
    if alphabet.lower() != "ipa":
        raise ValueError(f"alphabet {alphabet!r} is neither 'ipa' nor 'x-sampa'")
    return written.strip()


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is not a word")
    return value
