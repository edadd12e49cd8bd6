"""Signs between words: '&', '+', '=', '>', '°', '§', '*', '™', '[sic]', 'and/or'."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern

_SILENT = Pattern(
    r"""[™®©℠] (?! \s? \d ) | [•●▪■□►▶▲▼◆★☆✓✔→←↑↓]
    | [*†‡]+ (?= [\w"“'‘] ) (?<! [\w)][*] ) | (?<= [\w.,;:!?"”’)%] ) [*†‡]+ (?! \w )
    | (?<! \S ) [*†‡]+ (?! \S ) | \s? \[ (?: sic | \d{1,3} | note \s \d+ | citation \s needed
    | [a-z] ) \]"""
)
_COPYRIGHT = Pattern(r"© \s? (?= \d )")
_AND = Pattern(r"(?<= [\w.,)] ) \s? & \s? (?= [\w(\"“'] ) | (?<! \S ) & (?! \S )")
_OR = Pattern(r"\b (?P<word> and/or | And/or | w/o | w/ (?= \s? \w ) )")
_COMPARED = Pattern(
    r"""(?<= [\w)%] ) (?: \s? (?P<sign> ≥ | ≤ | = | \+ ) \s? | \s (?P<angle> >= | <=
    | > | < ) \s )
    (?= [\w$£€(.-] ) | (?<= \d ) (?P<tight> > | < ) (?= \d )
    | (?<! \S ) (?P<lone> > | < ) (?= \.?\d )"""
)
_SUM = Pattern(r"(?<! [\w.] ) \d+ (?P<sign> \s? [-−–] \s? ) (?= \d+ \s? = )")
_ABOUT = Pattern(r"(?<! [\w/~] ) [~≈∼] (?: \s? (?= [\d$£€] ) | (?= [a-z] ) )")
_PLUS = Pattern(r"(?<= \d ) \+ (?! [\w+] )")
_SECTION = Pattern(r"(?<! § ) § \s? (?= \d )")
_SECTIONS = Pattern(r"§§ \s? (?= \d )")
_DEGREES = Pattern(r"(?<= \d ) \s? [°º] (?! [CFK\w] )")
_EACH = Pattern(
    r"""(?<= [a-z] ) / (?= (?: second | minute | hour | day | night | week | month
    | year | person ) \b )"""
)
_SHARP = Pattern(r"(?<= \b [CF] ) \# (?! [\w#] )")
_SAID = (
    (_EACH, " per "),
    (_SHARP, " sharp"),
    (_COPYRIGHT, "copyright "),
    (_AND, " and "),
    (_ABOUT, "about "),
    (_PLUS, " plus"),
    (_SECTION, "section "),
    (_SECTIONS, "sections "),
    (_DEGREES, " degrees"),
)
_MEANING = {
    ">": " is greater than ", "<": " is less than ", ">=": " is at least ", "<=": " is at most ",
    "≥": " is at least ", "≤": " is at most ", "=": " equals ", "+": " plus ",
}  # fmt: skip
_WORDS = {"and/or": "and or", "And/or": "And or", "w/o": "without", "w/": "with "}


def silent(text: str) -> Iterator[Edit]:
    """Signs that nobody says.

    >>> [edit.said for edit in silent("Model S™ sold out* [sic]")]
    ['', '', '']
    """
    for match in _SILENT.finditer(text):
        yield Edit(match.start(), match.end(), "")


def signs(text: str) -> Iterator[Edit]:
    """'And', 'about', 'section' and the like.

    >>> [edit.said for edit in signs("Mac & Jack and/or ~5, §3")]
    [' and ', 'and or', 'about ', 'section ']
    """
    edits = [Edit(m.start(), m.end(), _WORDS[m["word"]]) for m in _OR.finditer(text)]
    for pattern, said in _SAID:
        edits += [Edit(m.start(), m.end(), said) for m in pattern.finditer(text)]
    yield from sorted(edits)


def sums(text: str) -> Iterator[Edit]:
    """A minus sign in a sum.

    >>> [edit.said for edit in sums("1-2=5")]
    [' minus ']
    """
    for match in _SUM.finditer(text):
        yield Edit(match.start("sign"), match.end("sign"), " minus ")


def comparisons(text: str) -> Iterator[Edit]:
    """Signs of arithmetic between two things.

    >>> [edit.said for edit in comparisons("5 > 3 plus tax")]
    [' is greater than ']
    """
    for match in _COMPARED.finditer(text):
        if match["lone"]:
            said = "more than " if match["lone"] == ">" else "less than "
        else:
            said = _MEANING[match["sign"] or match["angle"] or match["tight"]]
        yield Edit(match.start(), match.end(), said)
