"""Reading the files in which a system hands over its speech: WAV, and AIFF on macOS.

The standard library's `aifc` went with Python 3.13, so AIFF is read here: the chunks COMM and
SSND of 'Audio Interchange File Format AIFF-C' (Apple, 1991), uncompressed in either byte order.
"""

import io
import math
import struct
import wave
from collections.abc import Iterator

from narrate.errors import EngineError
from narrate.model import Clip

_SAMPLE_BYTES = 2


def read_sound(data: bytes) -> Clip:
    """One channel of 16-bit sound from a WAV or AIFF file; the first of several channels.

    Raises EngineError for any other kind of file.
    """
    if data[:4] == b"FORM" and data[8:12] in (b"AIFF", b"AIFC"):
        return _aiff(data)
    try:
        with wave.open(io.BytesIO(data)) as file:
            if file.getsampwidth() != _SAMPLE_BYTES:
                raise EngineError("the system's speech is not 16-bit sound")
            pcm = file.readframes(file.getnframes())
            return Clip(_first_channel(pcm, file.getnchannels()), file.getframerate())
    except (wave.Error, EOFError) as error:
        raise EngineError(f"the system's speech is not a sound file: {error}") from error


def _first_channel(pcm: bytes, channels: int) -> bytes:
    if channels == 1:
        return pcm
    return b"".join(pcm[at : at + 2] for at in range(0, len(pcm), 2 * channels))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "big")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _aiff(data: bytes) -> Clip:
    chunks = dict(_chunks(data))
    common, sound = chunks.get(b"COMM", b""), chunks.get(b"SSND", b"")
    if len(common) < 18 or len(sound) < 8:  # noqa: PLR2004 - the sizes the format gives
        raise EngineError("the system's speech is an AIFF file without sound")
    channels, frames, bits = struct.unpack(">hIh", common[:8])
    compression = common[18:22] or b"NONE"
    if bits != 8 * _SAMPLE_BYTES or compression not in (b"NONE", b"twos", b"sowt"):
        raise EngineError(f"the system's speech is AIFF of a kind we don't read ({compression!r})")
    start = 8 + int.from_bytes(sound[:4], "big")
    pcm = sound[start : start + frames * channels * _SAMPLE_BYTES]
    if compression != b"sowt":
        swapped = bytearray(len(pcm))
        swapped[::2], swapped[1::2] = pcm[1::2], pcm[::2]
        pcm = bytes(swapped)
    return Clip(_first_channel(pcm, channels), _extended(common[8:18]))


def _extended(ten: bytes) -> int:
    """A whole number out of the 80-bit float in which AIFF keeps its sample rate."""
    exponent, mantissa = struct.unpack(">HQ", ten)
    return round(float(mantissa) * math.pow(2.0, (exponent & 0x7FFF) - 16383 - 63))
