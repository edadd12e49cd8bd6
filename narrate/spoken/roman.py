"""Roman numerals, for every language."""

ROMAN = r"(?= [IVXL] ) (?: XC | XL | L?X{0,3} ) (?: IX | IV | V?I{0,3} )"
"""A numeral up to ninety-nine, in verbose notation."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(numeral: str) -> int:
    """What a numeral counts.

    >>> roman_value("XIV")
    14
    """
    total = 0
    for letter, following in zip(numeral, f"{numeral[1:]}I", strict=True):
        value = _VALUES[letter]
        total += -value if value < _VALUES[following] else value
    return total
