"""A programme of three clicks, one at the start of each chapter."""

import struct
import zlib

import numpy as np

NOTICE = "Voice is AI-generated. Inconsistencies may occur."
RATE = 22050
STARTS = (0.5, 2.0, 3.25)
"""Seconds at which the clicks stand."""
LENGTH = 4.5  # seconds


def _png() -> bytes:
    """A grey picture of 8 by 8."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0greytone" * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


COVER = _png()


def clicks() -> bytes:
    """Short bursts of a tone, which every coding keeps."""
    sound = np.zeros(round(LENGTH * RATE))
    tone = np.sin(np.arange(400) * 0.3) * np.hanning(400) * 20000
    for start in STARTS:
        at = round(start * RATE)
        sound[at : at + 400] = tone
    return sound.astype("<i2").tobytes()
