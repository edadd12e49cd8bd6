"""Colours as the web writes them, and whether they can be read on each other."""

import re

from narrate.errors import ConfigError

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
_READABLE = 4.5


def colour(text: str) -> Colour:
    """A colour from `#1a2b3c` or `#123`; raises ConfigError for anything else.

    >>> colour("#0a7"), colour("#ffffff")
    ((0, 170, 119), (255, 255, 255))
    """
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:  # noqa: PLR2004 - one digit for each of the three
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        raise ConfigError("this is not a colour", subject=text, mend="write it as #1a2b3c")
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast((255, 255, 255), (0, 0, 0)))
    21
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink(paper: Colour) -> Colour:
    """White or black, whichever is read better on that paper."""
    return max((WHITE, BLACK), key=lambda text: contrast(text, paper))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two; `share` is how much of the other it has, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def readable(text: Colour, paper: Colour) -> Colour:
    """The nearest colour to one that can be read as text on the paper (WCAG AA, 4.5 to 1)."""
    steps = (mixed(text, ink(paper), step / 20) for step in range(21))
    return next((found for found in steps if contrast(found, paper) >= _READABLE), ink(paper))


def written(one: Colour) -> str:
    """The colour as the web writes it."""
    return "#{:02x}{:02x}{:02x}".format(*one)


def _luminance(one: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in (value / 255 for value in one)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
