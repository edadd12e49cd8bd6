"""Whether things or people follow a number, so that '5m' is five million of them."""

from narrate.spoken.patterns import Pattern

_COUNTED = Pattern(r"[ ] (?: [a-z]+ (?: -[a-z]+ )? [ ] )? (?: people | [a-z]{3,} (?<! s ) s ) \b")
_NOT_NOUNS = Pattern(
    r"[ ] (?: is | was | has | as | this | its | his | across | less | plus | always | yes ) \b"
)


def are_counted(text: str, at: int) -> bool:
    """Whether a noun in the plural comes next, with a word before it or none.

    >>> are_counted("5m active users", 2), are_counted("5m is", 2)
    (True, False)
    """
    return _COUNTED.match(text, at) is not None and not _NOT_NOUNS.match(text, at)
