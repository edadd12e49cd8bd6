"""The words that espeak-ng's own dictionaries have, one file a language.

A dictionary lists what the rules of a language get wrong: most words are not in it, and a
name that is was put there by somebody who had heard it said.

The format (espeak-ng 1.52: `LoadDictionary`, `TransposeAlphabet` and `LookupDict2` in its
dictionary.c): two little-endian 32-bit numbers, 1024 and where the rules begin; then 1024
chains, one for each hash, each ended by a zero byte. An entry is its own length; the length
of its word in six bits, with bit 6 where the letters are packed into six bits each, and bit 7
where no phonemes follow; the word; phonemes up to a zero byte; flags.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CHAINS = 1024
_HEADER = struct.Struct("<II")
_PACKED, _SILENT, _LENGTH = 0x40, 0x80, 0x3F
_MORE_WORDS = range(81, 100)
"""Flags of an entry that holds only where certain words follow."""

_LATIN = "abcdefghijklmnopqrstuvwxyzàáâåæçèéêëíîóöøúüăąćčđęłńśšţźżž"
_CYRILLIC = "".join(map(chr, range(0x430, 0x452)))
_PAIRS = "ла на та ав ов не ре ви ак ок ал ил ан ен ин нн он ын во ро со оп рп ар ер ир ор тс яс"
"""What is packed into one code: the letters, and in Cyrillic the pairs that are frequent."""

_IN_CYRILLIC = {"be", "bg", "ru", "tt", "uk"}
_FILES = {"iw": "he", "nb": "no", "nn": "no", "zh": "cmn"}


def knows(word: str, language: str) -> bool:
    """Whether espeak-ng's dictionary of a language (BCP 47 tag) has a word; case doesn't count.

    No word is known where espeak-ng isn't installed or has no dictionary that can be read.

    >>> knows("Miami", "en-US"), knows("Zelensky", "en-US"), knows("Miami", "tlh")
    (True, False, False)
    """
    base = language.lower().partition("-")[0]
    dictionary = _installed(_FILES.get(base, base))
    return dictionary is not None and dictionary.has(word)


@cache
def _installed(name: str) -> "Dictionary | None":
    try:
        import espeakng_loader

        path = Path(espeakng_loader.get_data_path(), f"{name}_dict")
        return Dictionary.of(path.read_bytes(), cyrillic=name in _IN_CYRILLIC)
    except (ImportError, OSError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary's bytes, and where each of its chains begins."""

    data: bytes
    starts: tuple[int, ...]
    codes: dict[str, int]
    """The letters, and pairs of letters, that are packed."""

    @classmethod
    def of(cls, data: bytes, *, cyrillic: bool = False) -> "Dictionary":
        """The dictionary in a file's bytes; ValueError where they are not of this format."""
        if len(data) < _HEADER.size:
            raise ValueError("too short for a dictionary")
        chains, rules = _HEADER.unpack_from(data)
        if chains != _CHAINS or rules > len(data):
            raise ValueError("not a dictionary of espeak-ng")
        letters = [*_CYRILLIC, *_PAIRS.split()] if cyrillic else _LATIN
        codes = {letter: code for code, letter in enumerate(letters, 1)}
        return cls(data, tuple(_starts(data[:rules])), codes)

    def has(self, word: str) -> bool:
        """Whether a word is in it by itself, whatever words follow."""
        written = word.lower().encode("utf-8", "replace")
        packed = _pack(word.lower(), self.codes)
        stored, mark = (packed, _PACKED) if packed else (written, 0)
        if not 0 < len(stored) <= _LENGTH:
            return False
        wanted = bytes([len(stored) | mark]), bytes([len(stored) | mark | _SILENT])
        return any(
            entry[1:2] in wanted and entry[2:].startswith(stored) and _stands_alone(entry)
            # What is packed is put over the word, whose end stays behind it.
            for entry in self._chain(_hash(stored + written[len(stored) :]))
        )

    def _chain(self, number: int) -> Iterator[bytes]:
        at = self.starts[number]
        while size := self.data[at]:
            yield self.data[at : at + size]
            at += size


def _starts(data: bytes) -> Iterator[int]:
    """Where each chain begins; ValueError where one runs past the end."""
    at, end = _HEADER.size, len(data)
    for _ in range(_CHAINS):
        yield at
        while at < end and data[at]:
            at += data[at]
        if at >= end:
            raise ValueError("a chain of the dictionary has no end")
        at += 1


def _stands_alone(entry: bytes) -> bool:
    rest = entry[2 + (entry[1] & _LENGTH) :]
    flags = rest if entry[1] & _SILENT else rest.partition(b"\0")[2]
    return not any(flag in _MORE_WORDS for flag in flags)


def _pack(word: str, codes: dict[str, int]) -> bytes:
    """Six bits for each letter or pair; nothing where one has no code."""
    bits, at = "", 0
    while at < len(word):
        pair = word[at : at + 2]
        step = 2 if len(pair) > 1 and pair in codes else 1
        code = codes.get(word[at : at + step])
        if code is None:
            return b""
        bits += f"{code:06b}"
        at += step
    return bytes(int(bits[at : at + 8].ljust(8, "0"), 2) for at in range(0, len(bits), 8))


def _hash(stored: bytes) -> int:
    """Espeak-ng's `HashDictionary`, which a zero byte ends."""
    text = stored.partition(b"\0")[0]
    value = 0
    for byte in text:
        value = value * 8 + byte
        value = (value & 0x3FF) ^ (value >> 8)
    return (value + len(text)) & 0x3FF
