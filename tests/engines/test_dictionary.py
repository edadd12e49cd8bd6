import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.engines.dictionary import Dictionary, knows


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Miami", "en-US", True),
        ("MIAMI", "en", True),
        ("Zelensky", "en-GB", False),
        ("señora", "en", True),
        ("übrig", "de", True),
        ("Vénus", "fr-FR", True),
        ("Москва", "ru", True),
        ("Москвоград", "ru", False),
        ("Miami", "tlh", False),
        ("Miami", "../../en", False),
        ("", "en", False),
        ("x" * 500, "en", False),
    ],
)
def test_what_the_voice_s_dictionary_has(word, language, expected):
    assert knows(word, language) is expected


def made(entry, chain, after=b""):
    """A dictionary of one entry."""
    body = b"".join((entry if number == chain else b"") + b"\0" for number in range(1024))
    return struct.pack("<II", 1024, 8 + len(body)) + body + after


def written(word, flags=b"", phonemes=b"\x01"):
    """An entry of a word that can't be packed."""
    rest = bytes([len(word)]) + word + phonemes + b"\0" + flags
    return bytes([len(rest) + 1]) + rest


# ((7 * 8 + 45) folded, and one for each byte), by hand: '7-' → 7, 56 + 45 = 101, + 2.
CHAIN = 103


def test_a_word_stands_in_the_chain_of_its_hash():
    assert Dictionary.of(made(written(b"\x07-"), CHAIN)).has("\x07-")
    assert not Dictionary.of(made(written(b"\x07-"), CHAIN + 1)).has("\x07-")
    assert not Dictionary.of(made(written(b"\x07-x"), CHAIN)).has("\x07-")


def test_one_that_holds_only_before_other_words_is_not_known_by_itself():
    data = made(written(b"\x07-", flags=bytes([65, 81]) + b"jose "), CHAIN)

    assert not Dictionary.of(data).has("\x07-")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 7,
        struct.pack("<II", 1024, 8),
        struct.pack("<II", 512, 2000) + bytes(2000),
        struct.pack("<II", 1024, 5000) + bytes(2000),
        struct.pack("<II", 1024, 1031) + bytes(1023),
        made(b"\xff", 1023),
    ],
)
def test_what_is_no_dictionary_is_refused(data):
    with pytest.raises(ValueError, match="dictionary"):
        Dictionary.of(data)


@given(st.binary(max_size=300), st.integers(0, 1023), st.text(max_size=4), st.booleans())
def test_no_bytes_are_read_past_the_end(entries, chain, word, cyrillic):
    try:
        dictionary = Dictionary.of(made(entries, chain), cyrillic=cyrillic)
    except ValueError:
        return

    assert dictionary.has(word) in {True, False}
