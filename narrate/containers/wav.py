"""WAV: RIFF chunks with the sound, what it is, and where its chapters begin.

The facts stand in three places, as programs look in different ones: a LIST INFO chunk, an
`iXML` chunk, and the whole ID3 tag in an `id3 ` chunk. Sources: Multimedia Programming
Interface and Data Specifications 1.0 (IBM and Microsoft, 1991); iXML specification 3.
"""

import struct
from collections.abc import Sequence
from typing import IO
from xml.sax.saxutils import escape

from narrate.errors import EncodeError
from narrate.publish.chapters import Chapter

from .content import About, Sound
from .labels import Labels, labels

_BYTES, _CHANNELS = 2, 1
_LARGEST = (1 << 32) - (64 << 20)
"""Bytes of sound: RIFF counts in 32 bits; some are left for the tags."""


def write(sound: Sound, about: About, file: IO[bytes]) -> None:
    """Write the WAV; raises EncodeError for a programme of more than 4 GB."""
    if sound.size > _LARGEST:
        hours = sound.coding.seconds(sound.frames) / 3600
        raise EncodeError(f"{hours:.0f} hours are more than a WAV holds", mend="use FLAC")
    rate, known = sound.coding.rate, labels(about)
    form = struct.pack("<HHIIHH", 1, _CHANNELS, rate, rate * _BYTES, _BYTES, 8 * _BYTES)
    before = _chunk(b"fmt ", form) + _chunk(b"LIST", b"INFO" + _info(known))
    before += _chunk(b"iXML", _ixml(known))
    marks = _cues(about.chapters(), rate)
    after = bytes(sound.size % 2) + marks + _chunk(b"id3 ", about.id3())
    size = 4 + len(before) + 8 + sound.size + len(after)
    file.write(b"RIFF" + struct.pack("<I", size) + b"WAVE" + before)
    file.write(b"data" + struct.pack("<I", sound.size))
    for chunk in sound.chunks():
        file.write(chunk)
    file.write(after)


def _chunk(name: bytes, data: bytes) -> bytes:
    """A chunk: its name, its length, its data, and a byte more where that is odd."""
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _info(known: Labels) -> bytes:
    pairs = (
        (b"INAM", known.title),
        (b"IART", "; ".join(known.authors) or known.site),
        (b"IPRD", known.site),
        (b"ICRD", known.date),
        (b"ICMT", known.notice),
        (b"ISBJ", known.machine["DIGITAL-SOURCE-TYPE"]),
        (b"ISRC", known.url),
        (b"ILNG", known.language),
        (b"ISFT", known.maker),
    )
    return b"".join(_chunk(name, value.encode() + b"\0") for name, value in pairs if value)


def _ixml(known: Labels) -> bytes:
    own = ((name.replace("-", "_"), value) for name, value in known.machine.items())
    fields = (("NOTE", known.notice), *own)
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}<BWFXML><IXML_VERSION>3.01</IXML_VERSION>{inner}</BWFXML>".encode()


def _cues(chapters: Sequence[Chapter], rate: int) -> bytes:
    """A cue point at the beginning of each chapter, and its title as the point's label."""
    points = labelled = b""
    for number, chapter in enumerate(chapters, 1):
        at = round(chapter.start * rate)
        points += struct.pack("<II4sIII", number, at, b"data", 0, 0, at)
        labelled += _chunk(b"labl", struct.pack("<I", number) + chapter.title.encode() + b"\0")
    cue = struct.pack("<I", len(chapters)) + points
    return _chunk(b"cue ", cue) + _chunk(b"LIST", b"adtl" + labelled)
