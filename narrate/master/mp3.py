"""MP3 frames: pieces encoded apart, joined as bytes, under one Info header.

Every piece is encoded by an encoder of its own, so nothing is carried over a seam (an
encoder's first frame never refers to bits before it), and pieces can be made in any process
and kept. What LAME adds to a piece is fixed and was checked for every sample count over six
frames at eight rates: `ENCODER_FRAMES` whole frames in which its 576 samples of delay and its
padding stand. So a piece's samples are padded to whole frames, its seam is taken out of the
pause that ends it, and its first sample is heard at exactly its first frame's number times the
frame's length, once the decoder has skipped the 1,105 samples that the Info header tells of.

The header follows 'Mp3 Info Tag rev 1' (LAME project) and Xing's original.
"""

from dataclasses import dataclass

from narrate.errors import EncodeError
from narrate.master.coding import Frames

ENCODER_DELAY = 576
"""Samples that LAME puts before the sound."""
DECODER_DELAY = 529
"""Samples that a decoder adds before the sound (MPEG synthesis filter bank)."""
SCALE_DB = -0.4455
"""LAME turns its input down to 95 %; the gain before it makes up for that."""

_MPEG1 = {44100: 0, 48000: 1, 32000: 2}
_MPEG2 = {22050: 0, 24000: 1, 16000: 2}
_MPEG25 = {11025: 0, 12000: 1, 8000: 2}
RATES = (*_MPEG1, *_MPEG2, *_MPEG25)
_BITRATES1 = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BITRATES2 = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_BITRATES25 = _BITRATES2[:8]  # LAME turns more down to 64 without a word
_MONO = 0b11
_INFO_BYTES = 156  # from "Info" to the end of LAME's part
_TOC = 100


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the MP3 is made: constant bit rate, one channel."""

    rate: int = 22050
    """Samples a second."""
    bitrate: int = 64
    """Kilobits a second."""
    quality: int = 7
    """LAME's, 2 to 7. On these voices 7 is not only the fastest but the nearest to the sound
    that was encoded: DESIGN.md has the measures."""

    def __post_init__(self) -> None:
        if self.rate not in RATES:
            raise EncodeError(
                f"MP3 has no {self.rate} samples a second",
                mend=f"one of {', '.join(map(str, sorted(RATES)))}",
            )
        if self.bitrate not in self.bitrates:
            raise EncodeError(
                f"MP3 at {self.rate} samples a second has no {self.bitrate} kbit/s",
                mend=f"one of {', '.join(map(str, self.bitrates))}",
            )

    @property
    def frame(self) -> int:
        """Samples a frame."""
        return 1152 if self.rate in _MPEG1 else 576

    @property
    def encoder_frames(self) -> int:
        """Frames that the encoder adds to a piece of whole frames."""
        return 1 if self.rate in _MPEG1 else 2

    @property
    def bitrates(self) -> tuple[int, ...]:
        """The bit rates that can be had at this sample rate."""
        if self.rate in _MPEG25:
            return _BITRATES25
        return _BITRATES1 if self.rate in _MPEG1 else _BITRATES2

    def frames(self, samples: int) -> int:
        """How many frames a piece of so many samples should take, its pause included."""
        least = -(-samples // self.frame) + self.encoder_frames
        return max(self.encoder_frames + 1, least)

    @property
    def scale_db(self) -> float:
        """What LAME changes the level by, in dB."""
        return SCALE_DB

    def encode(self, pcm: bytes, content: int) -> Frames:
        """The frames of a piece; see `encode`."""
        return encode(pcm, content, self)

    def seconds(self, frames: int) -> float:
        """How long so many frames are heard when the Info header's delays are skipped."""
        return (frames * self.frame - ENCODER_DELAY - DECODER_DELAY) / self.rate


def encode(pcm: bytes, content: int, encoding: Encoding) -> Frames:
    """The frames of a piece: 16-bit samples of which the first `content` must all be heard.

    What follows the content is its pause, which is shortened by what the seam adds, so that
    the frames last as long as the samples do, to within half a frame.
    """
    import lameenc

    wanted = max(encoding.frames(content), round(len(pcm) / 2 / encoding.frame))
    size = 2 * (wanted - encoding.encoder_frames) * encoding.frame
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(encoding.rate)
    encoder.set_out_sample_rate(encoding.rate)
    encoder.set_bit_rate(encoding.bitrate)
    encoder.set_quality(encoding.quality)
    data = bytes(encoder.encode(pcm[:size].ljust(size, b"\0"))) + bytes(encoder.flush())
    return Frames(data, wanted)


def info_frame(frames: int, size: int, encoding: Encoding, music_crc: int = 0) -> bytes:
    """The one header of a joined file: a silent frame that tells of `frames` frames, `size` bytes.

    Players read the length, the seek table and how many samples to skip from it. A decoder
    that doesn't know it plays one frame of silence.
    """
    head, length = _info_head(encoding)
    body = bytearray(length)
    body[:4] = head
    start = 4 + (17 if encoding.rate in _MPEG1 else 9)  # past one channel's side information
    body[start : start + 4] = b"Info"
    body[start + 4 : start + 8] = (0b1111).to_bytes(4, "big")  # frames, bytes, table, quality
    body[start + 8 : start + 12] = frames.to_bytes(4, "big")
    body[start + 12 : start + 16] = (size + length).to_bytes(4, "big")
    body[start + 16 : start + 116] = bytes(256 * percent // _TOC for percent in range(_TOC))
    body[start + 116 : start + 120] = (100 - 10 * encoding.quality).to_bytes(4, "big")
    lame = start + 120
    body[lame : lame + 34] = _lame_part(size + length, encoding, music_crc)
    body[lame + 34 : lame + 36] = crc16(bytes(body[: lame + 34])).to_bytes(2, "big")
    return bytes(body)


def _info_head(encoding: Encoding) -> tuple[bytes, int]:
    """The frame's first four bytes, and its length: the least bit rate that holds the header."""
    version, table = next(
        (number, rates)
        for number, rates in ((0b11, _MPEG1), (0b10, _MPEG2), (0b00, _MPEG25))
        if encoding.rate in rates
    )
    least = 4 + (17 if encoding.rate in _MPEG1 else 9) + _INFO_BYTES
    lengths = [encoding.frame // 8 * rate * 1000 // encoding.rate for rate in encoding.bitrates]
    index = next(
        number
        for number, length in enumerate(lengths)
        if encoding.bitrates[number] >= encoding.bitrate and length >= least
    )
    word = 0xFFE << 20 | version << 19 | 0b01 << 17 | 1 << 16  # layer III, no checksum
    word |= (index + 1) << 12 | table[encoding.rate] << 10 | _MONO << 6
    return word.to_bytes(4, "big"), lengths[index]


def _lame_part(size: int, encoding: Encoding, music_crc: int) -> bytes:
    delays = ENCODER_DELAY << 12 | DECODER_DELAY  # padding: only what the decoder holds back
    return b"".join(
        (
            b"LAME3.100",
            bytes((0x01, 0)),  # tag revision 0, constant bit rate; low-pass not told
            bytes(8),  # no peak, no replay gain: the file is at its loudness
            bytes((0, min(255, encoding.bitrate))),
            delays.to_bytes(3, "big"),
            bytes((0, 0)),
            bytes(2),
            size.to_bytes(4, "big"),
            music_crc.to_bytes(2, "big"),
        )
    )


def crc16(data: bytes, before: int = 0) -> int:
    """CRC-16/ARC, as the Info tag asks for (polynomial 0x8005, reflected, from 0).

    >>> hex(crc16(b"123456789"))
    '0xbb3d'
    """
    crc = before
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
