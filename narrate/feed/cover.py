"""A cover drawn from a title and a colour, for feeds that bring none.

The title is set in a font of the machine that has all its letters; where there is none, plain
Latin letters are set in the one that Pillow brings, and other scripts are left out: bars of
sound alone are better than letters that are wrong.
"""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.feed import markup
from narrate.feed.colour import Colour, colour, ink, mixed
from narrate.feed.words import direction
from narrate.publish.breaks import atoms

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIDE = 3000
"""Pixels."""
_MARGIN = 260
_BARS = 27
_FOOT = 640
_LARGEST, _SMALLEST, _STEP = 460, 120, 20
_LEADING = 1.14
_MOST = 160
_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts",
    "/System/Library/Fonts", "/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
_LIKED = (
    "notoserif-bold", "georgia bold", "georgiab", "dejavuserif-bold", "liberationserif-bold",
    "notoserifcjk-bold", "notosanscjk-bold", "bold",
)  # fmt: skip
_MOST_FONTS = 600
_COMPLEX = frozenset({"AL", "R", "AN"})


def draw_cover(title: str, colour_text: str, language: str = "en") -> bytes:
    """A square cover as PNG; raises ConfigError for what is no colour.

    The same title and colour give the same picture on the same machine.
    """
    from PIL import Image, ImageDraw

    paper = colour(colour_text)
    image = Image.new("RGB", (SIDE, SIDE), paper)
    pen = ImageDraw.Draw(image)
    _bars(pen, title, paper)
    text = markup.line(title)[:_MOST]
    if font := _font(text):
        _title(pen, (text, language), font, ink(paper))
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def _bars(pen: "ImageDraw", title: str, paper: Colour) -> None:
    """Bars as of sound, as high as the title's hash has it."""
    shade = mixed(paper, ink(paper), 0.34)
    step = (SIDE - 2 * _MARGIN) / _BARS
    base = SIDE - _MARGIN
    for place, byte in enumerate(sha256(title.encode(errors="replace")).digest()[:_BARS]):
        swell = 1 - abs(place - _BARS // 2) / _BARS
        height = 60 + (_FOOT - 60) * byte / 255 * swell
        left = _MARGIN + place * step
        middle = base - _FOOT / 2
        box = (left, middle - height / 2, left + step * 0.55, middle + height / 2)
        pen.rounded_rectangle(box, radius=step * 0.27, fill=shade)


def _title(pen: "ImageDraw", text: tuple[str, str], font: "FreeTypeFont", fill: Colour) -> None:
    title, language = text
    across, down = SIDE - 2 * _MARGIN, SIDE - 2 * _MARGIN - _FOOT - 120
    for size in range(_LARGEST, _SMALLEST - 1, -_STEP):
        sized = font.font_variant(size=size)
        lines = list(_lines(title, sized, across))
        fits = all(sized.getlength(line) <= across for line in lines)
        if fits and len(lines) * size * _LEADING <= down:
            break
    right = direction(language) == "rtl"
    for place, line in enumerate(lines):
        at = (SIDE - _MARGIN if right else _MARGIN, _MARGIN + place * sized.size * _LEADING)
        pen.text(at, line, font=sized, fill=fill, anchor="ra" if right else "la")


def _lines(title: str, font: "FreeTypeFont", across: float) -> Iterator[str]:
    """The title in lines that fit, broken where text of its script may be."""
    cut = atoms(title)
    begin, last = 0, 0
    for start, end in zip(cut.starts, cut.ends, strict=True):
        if last and font.getlength(title[begin:end]) > across:
            yield title[begin:last]
            begin = start
        last = end
    if last:
        yield title[begin:last]


def _font(title: str) -> "FreeTypeFont | None":
    from PIL import ImageFont

    letters = sorted({letter for letter in title if not letter.isspace()})
    if _needs_shaping(letters) and not _shapes():
        return None
    for path in _fonts():
        try:
            font = ImageFont.truetype(path, 40)
        except OSError:
            continue
        if _has(font, letters):
            return font
    plain = ImageFont.load_default(40)
    found = isinstance(plain, ImageFont.FreeTypeFont) and _has(plain, letters)
    return plain if found and isinstance(plain, ImageFont.FreeTypeFont) else None


def _needs_shaping(letters: Sequence[str]) -> bool:
    """Whether letters take other forms beside each other, or run from right to left."""
    return any(
        unicodedata.bidirectional(letter) in _COMPLEX or "\u0900" <= letter <= "\u1cff"
        for letter in letters
    )


def _shapes() -> bool:
    from PIL import features

    return bool(features.check("raqm"))


def _has(font: "FreeTypeFont", letters: Sequence[str]) -> bool:
    """Whether a font draws each letter as something else than its sign for what is missing."""
    missing = bytes(font.getmask("\U0010fffe"))
    return all(bytes(font.getmask(letter)) != missing for letter in letters)


def _fonts() -> list[Path]:
    """Fonts of this machine, those that suit a cover first."""
    found = [
        path
        for folder in _FOLDERS
        for path in Path(folder).expanduser().rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc")
    ]
    return sorted(found, key=_liking)[:_MOST_FONTS]


def _liking(path: Path) -> tuple[int, str]:
    name = path.stem.lower()
    slanted = "italic" in name or "oblique" in name
    rank = next((n for n, part in enumerate(_LIKED) if part in name), len(_LIKED))
    return (rank + 100 * slanted, str(path))
