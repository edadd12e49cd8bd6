"""Fractions: '1/2', '2 1/2', '2½', '¾', and the numbers with a stroke that are none: '24/7'."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, decimal, ordinal
from narrate.spoken.patterns import Pattern

_SIGNS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_SIGN = Pattern(
    rf"(?<! [\d.,/] ) (?: (?P<whole> \d+ ) [\s-]? )? (?P<sign> [{''.join(_SIGNS)}] ) (?! \d )"
)
_WRITTEN = Pattern(
    r"""(?<! [\w.,$£€/'’] ) (?<! \d- ) (?: (?P<whole> \d{1,3} ) [\s-] )? (?P<top> \d+ ) (?P<gap>
    \s? ) [/⁄] (?P=gap) (?P<bottom> [1-9]\d* )
    (?P<suffix> th | TH | rd | RD | nd | ths )? (?! [\w/] | [.,]\d | -\d )"""
)
_MARK = Pattern(
    r"""(?<! [\w.,$£€/-] ) (?P<top> \d{1,2} \.\d ) / (?P<bottom> 5 | 10 | 20
    | 100 ) (?! [\w/] | \.\d )"""
)
_KNOWN = {
    (24, 7): "twenty-four seven",
    (9, 11): "nine eleven",
    (7, 7): "seven seven",
    (7, 11): "seven eleven",
    (20, 20): "twenty twenty",
    (50, 50): "fifty fifty",
}
_NAMES = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_WHOLE = 100
_LARGEST = 99_999
_MARKS = (10, 100)
"""What a review's marks are out of."""


def fraction_signs(text: str) -> Iterator[Edit]:
    """One sign for a fraction, with a whole number before it.

    >>> [edit.said for edit in fraction_signs("2½ years, ¾ full")]
    ['two and a half', 'three quarters']
    """
    for match in _SIGN.finditer(text):
        top, bottom = _SIGNS[match["sign"]]
        if match["whole"]:
            said = f"{cardinal(int(match['whole']))} and {_mixed(top, bottom)}"
        elif bottom == 2:  # noqa: PLR2004 - a half
            continue
        else:
            said = _said(top, bottom)
        yield Edit(match.start(), match.end(), said)


def pairs(text: str) -> Iterator[Edit]:
    """Two numbers with a stroke that are said one after the other.

    >>> [edit.said for edit in pairs("24/7, since 9/11, 50/50 and 60/40")]
    ['twenty-four seven', 'nine eleven', 'fifty fifty', 'sixty forty']
    """
    for match in _WRITTEN.finditer(text):
        top, bottom = int(match["top"]), int(match["bottom"])
        if match["whole"] or match["suffix"]:
            continue
        known = _KNOWN.get((top, bottom))
        if known is None and top + bottom == _WHOLE and top >= 10:  # noqa: PLR2004 - two digits
            known = f"{cardinal(top)} {cardinal(bottom)}"
        if known:
            yield Edit(match.start(), match.end(), known)


def fractions(text: str) -> Iterator[Edit]:
    """A number over another.

    >>> [edit.said for edit in fractions("1/2 cup, 2 3/4 miles, 31/32, 8/10")]
    ['one half', 'two and three quarters', 'thirty-one thirty-seconds', 'eight out of ten']
    """
    for match in _WRITTEN.finditer(text):
        top, bottom = int(match["top"]), int(match["bottom"])
        if match["whole"]:
            said = f"{cardinal(int(match['whole']))} and {_mixed(top, bottom)}"
        elif bottom in _MARKS and 1 < top <= bottom and not text.startswith(" of ", match.end()):
            said = f"{cardinal(top)} out of {cardinal(bottom)}"
        elif bottom > _LARGEST or top > bottom > _WHOLE:  # the number of a file or a machine
            continue
        else:
            said = _said(top, bottom)
        yield Edit(match.start(), match.end(), said)


def marks(text: str) -> Iterator[Edit]:
    """A review's mark with a decimal point.

    >>> [edit.said for edit in marks("It scored 7.5/10")]
    ['seven point five out of ten']
    """
    for match in _MARK.finditer(text):
        said = f"{decimal(match['top'])} out of {cardinal(int(match['bottom']))}"
        yield Edit(match.start(), match.end(), said)


def _mixed(top: int, bottom: int) -> str:
    return "a half" if (top, bottom) == (1, 2) else _said(top, bottom)


def _said(top: int, bottom: int) -> str:
    if bottom == 1:
        return f"{cardinal(top)} over one"
    one, many = _NAMES.get(bottom) or (ordinal(bottom), f"{ordinal(bottom)}s")
    return f"{decimal(str(top))} {one if top == 1 else many}"
