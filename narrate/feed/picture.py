"""Whether a picture may be a feed's cover, by what it holds and not by its name."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

SMALLEST, LARGEST = 1400, 3000
"""Pixels a side that directories take (Apple's artwork requirements)."""
MOST_BYTES = 10_000_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_HEAD = 26
_RGB = {2: True, 3: True, 0: False, 4: False, 6: True}
_ALPHA = (4, 6)
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


@dataclass(frozen=True, slots=True)
class Picture:
    """What the head of a picture says."""

    type: Literal["image/png", "image/jpeg"]
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    rgb: bool
    alpha: bool = False


def read_picture(data: bytes) -> Picture | None:
    """The head of a PNG or JPEG; None for anything else."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= _HEAD:
        width, height = (int.from_bytes(data[at : at + 4]) for at in (16, 20))
        return Picture("image/png", width, height, _RGB.get(data[25], False), data[25] in _ALPHA)
    return _jpeg(data) if data.startswith(_JPEG) else None


def _jpeg(data: bytes) -> Picture | None:
    """The size and the number of colours, from the header of the frame (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:  # noqa: PLR2004 - what markers begin with
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = (int.from_bytes(data[at + n : at + n + 2]) for n in (5, 7))
            return Picture("image/jpeg", width, height, data[at + 9] == 3)  # noqa: PLR2004 - colours
        if marker == 0xFF:  # noqa: PLR2004 - a byte of padding
            at += 1
        else:
            at += 2 if marker in _ALONE else 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def is_named_so(url: str) -> bool:
    """Whether an address ends as those of JPEGs and PNGs do; Apple goes by that too.

    >>> is_named_so("https://courier.example/lead.JPG?width=1400"), is_named_so("/picture?id=7")
    (True, False)
    """
    try:
        return urlsplit(url).path.lower().endswith((".jpg", ".jpeg", ".png"))
    except ValueError:
        return False


def cover_faults(data: bytes, size: int | None = None) -> tuple[str, ...]:
    """Why directories would refuse a picture as a cover; empty where they would not.

    The beginning is enough, if the size of the whole is given with it, in bytes.
    """
    picture = read_picture(data)
    if picture is None:
        return ("it is neither a JPEG nor a PNG",)
    width, height = picture.width, picture.height
    faults = (
        (width != height, f"it is not square: {width} by {height} pixels"),
        (width < SMALLEST or height < SMALLEST, f"it is smaller than {SMALLEST} pixels a side"),
        (width > LARGEST or height > LARGEST, f"it is larger than {LARGEST} pixels a side"),
        (not picture.rgb, "its colours are not RGB"),
        (picture.alpha, "it has transparency, which apps fill with black"),
        ((size or len(data)) > MOST_BYTES, f"it has more than {MOST_BYTES / 1e6:g} MB"),
    )
    return tuple(said for wrong, said in faults if wrong)
