"""English numbers in words.

American and British voices read digits that are left alone in their own way; what is put
in words here leaves out the 'and' of 'a hundred and five', as American newsreaders do.
"""

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_SCALES = (
    (10**18, "quintillion"),
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (1000, "thousand"),
    (100, "hundred"),
)
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LIMIT = 10**21
_CENTURY = 100
_MILLENNIUM = 1000


def cardinal(number: int) -> str:
    """A whole number.

    >>> cardinal(1250)
    'one thousand two hundred fifty'
    >>> cardinal(-21)
    'minus twenty-one'
    """
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number >= _LIMIT:
        return digits(str(number))
    if number < len(_UNITS):
        return _UNITS[number]
    for size, name in _SCALES:
        if number >= size:
            many, rest = divmod(number, size)
            return f"{cardinal(many)} {name}" + (f" {cardinal(rest)}" if rest else "")
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[ones]}" if ones else _TENS[tens]


def ordinal(number: int) -> str:
    """A place in a row.

    >>> [ordinal(n) for n in (1, 12, 20, 23, 100)]
    ['first', 'twelfth', 'twentieth', 'twenty-third', 'one hundredth']
    """
    words = cardinal(number)
    head, last = words[: _last(words)], words[_last(words) :]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _last(words: str) -> int:
    """Where the last word begins."""
    return max(words.rfind(" "), words.rfind("-")) + 1


def decimal(written: str) -> str:
    """A number as written, with thousands' commas and a decimal point or without.

    >>> decimal("1,250.05")
    'one thousand two hundred fifty point zero five'
    >>> decimal(".5")
    'point five'
    """
    whole, point, part = written.replace(",", "").partition(".")
    said = cardinal(int(whole)) if whole else ""
    return f"{said} point {digits(part)}".strip() if point and part else said


def digits(written: str) -> str:
    """Digit by digit.

    >>> digits("911")
    'nine one one'
    """
    return " ".join(_UNITS[int(digit)] for digit in written)


def year(number: int) -> str:
    """A year as it is said.

    >>> [year(n) for n in (1984, 1900, 1905, 2000, 2008, 2024, 1066, 800)]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['nineteen eighty-four', 'nineteen hundred', 'nineteen oh five', 'two thousand',
     'two thousand eight', 'twenty twenty-four', 'ten sixty-six', 'eight hundred']
    """
    century, rest = divmod(number, _CENTURY)
    if number < _MILLENNIUM or number % _MILLENNIUM < 10:  # noqa: PLR2004 - 2000 to 2009
        return cardinal(number)
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {f'oh {cardinal(rest)}' if rest < 10 else cardinal(rest)}"  # noqa: PLR2004 - one digit


def decade(number: int) -> str:
    """The ten years that begin with this one, or a century's tens.

    >>> [decade(n) for n in (1990, 2000, 1900, 80, 2010)]
    ['nineteen nineties', 'two thousands', 'nineteen hundreds', 'eighties', 'twenty tens']
    """
    return plural(year(number))


def plural(words: str) -> str:
    """A number's name, more than once.

    >>> plural("thirty-six"), plural("fifty")
    ('thirty-sixes', 'fifties')
    """
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"
