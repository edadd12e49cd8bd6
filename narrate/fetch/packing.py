"""Gzip, unpacked a piece at a time, so that a bomb never goes off and a cut never goes unseen."""

import zlib
from collections.abc import Iterable, Iterator

_PIECE = 65_536
_GZIP = 31  # zlib's word for a gzip header and the largest window
_START = b"\x1f"


def unpack(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack a gzip stream of one member or more; no piece is larger than 64 KB.

    urllib3 could do it, but takes a stream that ends too early for a whole one.

    >>> import gzip
    >>> b"".join(unpack([gzip.compress(b"Rain "), gzip.compress(b"fell.")]))
    b'Rain fell.'

    Nothing at all is an empty stream. Raises zlib.error for damaged data, EOFError when it
    ends too early.
    """
    member = None
    for piece in pieces:
        rest = piece
        while rest:
            if member and member.eof and not rest.startswith(_START):
                return  # servers pad; browsers look no further either
            if member is None or member.eof:
                member = zlib.decompressobj(_GZIP)
            yield from _drain(member, rest)
            rest = member.unused_data
    if member and not member.eof:
        raise EOFError


def _drain(member: "zlib._Decompress", piece: bytes) -> Iterator[bytes]:
    """All that a piece holds for a member; what comes after the member is left unused."""
    while True:
        found = member.decompress(piece, _PIECE)
        yield found
        piece = member.unconsumed_tail
        if member.eof or (len(found) < _PIECE and not piece):
            return
