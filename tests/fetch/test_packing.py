import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.fetch.packing import unpack


def cut(data, size):
    return [data[start : start + size] for start in range(0, len(data), size)]


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.integers(1, 400))
def test_members_come_out_whole_however_they_arrive(members, size):
    packed = b"".join(map(gzip.compress, members))

    assert b"".join(unpack(cut(packed, size))) == b"".join(members)


@pytest.mark.parametrize("size", [1, 65_535, 65_536, 65_537, 131_072, 1_000_000])
def test_what_unpacks_to_much_more_comes_in_small_pieces(size):
    pieces = list(unpack([gzip.compress(bytes(size))]))

    assert sum(map(len, pieces)) == size
    assert max(map(len, pieces)) <= 65_536


@given(st.binary(min_size=1, max_size=300), st.data())
def test_what_ends_too_early_is_seen(data, draw):
    packed = gzip.compress(data)
    short = packed[: draw.draw(st.integers(1, len(packed) - 1))]

    with pytest.raises(EOFError):
        list(unpack([short]))


def test_nothing_is_an_empty_stream():
    assert list(unpack([])) == []


def test_padding_is_left_alone():
    assert b"".join(unpack([gzip.compress(b"Rain") + bytes(9), b"more"])) == b"Rain"


def test_damage_is_seen():
    packed = bytearray(gzip.compress(b"Rain fell on the town."))
    packed[15] ^= 0xFF

    with pytest.raises((zlib.error, EOFError)):
        list(unpack([bytes(packed)]))
