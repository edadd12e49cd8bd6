"""Numbers that a voice gets wrong by themselves: 'No. 10', '#4', '007', '-5', '1,000,000th'."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, decimal, digits, ordinal, plural, year
from narrate.spoken.patterns import Pattern

_NUMBERED = Pattern(r"(?<! \w ) (?P<many> N[oO]s? | nos? ) \.? (?P<gap> \s? ) (?= \d )")
_HASH = Pattern(r"(?<! [\w&] ) \# \s? (?= \d )")
_MINUS = Pattern(r"(?<! [\w.,)%°\]-] ) (?: [-−] | –(?=\d) ) (?= (?: \d | \.\d ) )")
_ZEROS = Pattern(r"(?<! [\w.,:$£€/-] ) 0\d+ (?! [\w/:-] | [.,]\d )")
_POINT = Pattern(r"(?<! [\w.,] ) \.\d+ (?! [\w.] )")
_ORDINAL = Pattern(r"(?<! [\w.] ) (?P<number> \d[\d,]* ) (?P<suffix> st | nd | rd | th ) (?! \w )")
_LONG = Pattern(
    r"""(?<! [\w.,-] ) \d{13,} (?! [\w,-] | \.\d )
    | (?<! [\w.,] ) \d{1,3} (?: ,\d{3} ){4,} (?! \w | [.,]\d )"""
)
_MODEL = Pattern(
    r"""(?: (?<! \w ) (?: Boeing | Airbus | Porsche | Peugeot | BMW | Ferrari | Fiat
    | Interstate ) \s
      | (?<! [\w.-] ) [A-Z] -? ) (?P<number> [1-9]\d{2} ) (?P<plural> s )? (?! [\w%] | [,.]\d
    | -[A-Z] )
    | (?<! [\w.] ) [A-Z] [A-Za-z]? - (?P<fleet> [1-9]\d? ) (?P<fleets> s ) \b
    | (?<! [\w.,$] ) (?P<class> [1-9]\d[1-9] ) (?P<classes> s ) \b
    | (?<! [\w.,$-] ) (?P<jet> 7\d7 ) (?P<jets> s )?
    (?= \s (?: MAX | Max | [Jj]et | aircraft | airliner | plane | Dreamliner ) | -\d{1,3}\b )"""
)
_MODELS = {"number": "plural", "jet": "jets", "fleet": "fleets", "class": "classes"}
MODELS = (
    "A-", "A0", "0a", "0-", "boeing", "airbus", "porsche", "peugeot", "bmw", "ferrari", "fiat",
    "interstate", "max", "jet", "jets", "jetliner", "jetliners", "aircraft", "airliner",
    "airliners", "plane", "planes", "dreamliner", "dreamliners",
)  # fmt: skip
"""Marks of which a text with a model's number has one."""
_CLAUSE = Pattern(
    r"""(?<! [\w.] ) (?P<number> [1-9]\d{2} ) \( (?P<letter> [a-z] ) \) (?: \(
    (?P<item> \d{1,2} ) \) )?"""
)
_CODE = Pattern(
    r"""(?<! [\w-] ) (?= [A-Za-z-]* \d ) (?: [A-Za-z]{1,2} | \d{1,6} )
    (?: - (?: [A-Za-z]{1,2} | \d{1,6} ) ){3,} (?! [\w-] )"""
)
_HANGING = Pattern(r"(?<= [A-Za-z] ) -\s (?= \d )")
_MIXED = Pattern(r"(?<! [\w.-] ) [B-Z] \d+ (?: [A-Z] \d+ )+ [A-Z]? (?! [\w-] )")
_RECORD = Pattern(
    r"""(?<! [\w.'’] ) (?: [b-hj-zB-HJ-Z] [ ] (?P<number> \d{5,} )
    | (?: [a-z]{2,3} | e ) (?P<tied> (?! (?: 1[5-9] | 20 ) \d\d \b ) \d{4,} ) )
    (?! [\w-] | [.,]\d )"""
)
_PARTS = Pattern(r"[A-Z] | \d+")


def numbered(text: str) -> Iterator[Edit]:
    """'No.' before a number.

    >>> [edit.said for edit in numbered("No. 10, Nos. 3 and 4. No. 'No'")]
    ['Number ', 'numbers ']
    """
    for match in _NUMBERED.finditer(text):
        written = match[0].strip()
        if not match["gap"] and not written.endswith("."):
            continue
        if "." not in written and written[0] == "n":
            continue
        many = match["many"][-1] == "s"
        capital = match.start() == 0
        said = "numbers " if many else "number "
        yield Edit(match.start(), match.end(), said.capitalize() if capital else said)


def hashes(text: str) -> Iterator[Edit]:
    """The sign for a number.

    >>> [edit.said for edit in hashes("issue #4")]
    ['number ']
    """
    for match in _HASH.finditer(text):
        yield Edit(match.start(), match.end(), "number ")


def minuses(text: str) -> Iterator[Edit]:
    """A number below zero.

    >>> [edit.said for edit in minuses("It fell to -5.")]
    ['minus ']
    """
    for match in _MINUS.finditer(text):
        yield Edit(match.start(), match.end(), "minus ")


def zeros(text: str) -> Iterator[Edit]:
    """A number that begins with nought is a code, and said digit by digit.

    >>> [edit.said for edit in zeros("agent 007")]
    ['zero zero seven']
    """
    for match in _ZEROS.finditer(text):
        yield Edit(match.start(), match.end(), digits(match[0]))


def points(text: str) -> Iterator[Edit]:
    """A decimal fraction without a nought.

    >>> [edit.said for edit in points("hitting .300")]
    ['point three zero zero']
    """
    for match in _POINT.finditer(text):
        yield Edit(match.start(), match.end(), decimal(match[0]))


def ordinals(text: str) -> Iterator[Edit]:
    """A place in a row; an ending that doesn't fit its number is said apart.

    >>> [edit.said for edit in ordinals("the 1,000th, not the 2th")]
    ['one thousandth', 'two th']
    """
    for match in _ORDINAL.finditer(text):
        number = int(match["number"].replace(",", ""))
        if _suffix(number) == match["suffix"]:
            yield Edit(match.start(), match.end(), ordinal(number))
        else:
            yield Edit(match.start(), match.end(), f"{cardinal(number)} {match['suffix']}")


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def long_numbers(text: str) -> Iterator[Edit]:
    """Numbers past what voices count: in words with commas, digit by digit without.

    >>> [edit.said for edit in long_numbers("1,000,000,000,000 and 1234567890123")]
    ['one trillion', 'one two three four five six seven eight nine zero one two three']
    """
    for match in _LONG.finditer(text):
        written = match[0]
        said = cardinal(int(written.replace(",", ""))) if "," in written else digits(written)
        yield Edit(match.start(), match.end(), said)


def models(text: str) -> Iterator[Edit]:
    """Aeroplanes, cars and roads of three digits, said as a year is.

    >>> [edit.said for edit in models("Boeing 737s, a 747 jet, an A380 and the I-405")]
    ['seven thirty-sevens', 'seven forty-seven', '-three eighty', 'four oh five']
    """
    for match in _MODEL.finditer(text):
        group, many = next((one, more) for one, more in _MODELS.items() if match[one] is not None)
        said = cardinal(int(match[group])) if group == "fleet" else three(match[group])
        end = match.end(many if match[many] else group)
        said = plural(said) if match[many] else said
        glued = match.start(group) and text[match.start(group) - 1].isalpha()
        yield Edit(match.start(group), end, f"-{said}" if glued else said)


def clauses(text: str) -> Iterator[Edit]:
    """Sections of American law that people know by number.

    >>> [edit.said for edit in clauses("a 401(k) and a 501(c)(3) group")]
    ['four oh one k', 'five oh one c three']
    """
    for match in _CLAUSE.finditer(text):
        said = f"{three(match['number'])} {match['letter']}"
        if match["item"]:
            said += f" {cardinal(int(match['item']))}"
        yield Edit(match.start(), match.end(), said)


def codes(text: str) -> Iterator[Edit]:
    """Letters and digits tied by hyphens, of which a voice would say some.

    >>> [edit.said for edit in codes("no b-c-1-5-x")]
    ['b c 1 5 x']
    """
    for match in _CODE.finditer(text):
        if any(map(str.isalpha, match[0])):
            yield Edit(match.start(), match.end(), match[0].replace("-", " "))


def hanging(text: str) -> Iterator[Edit]:
    """A hyphen that hangs on the word before a number is no minus.

    >>> [edit.said for edit in hanging("the DSM- 5")]
    [' ']
    """
    for match in _HANGING.finditer(text):
        yield Edit(match.start(), match.end(), " ")


def records(text: str) -> Iterator[Edit]:
    """A long number after one letter, or tied to small ones, is said digit by digit.

    >>> [edit.said for edit in records("article e 68821, serial N 21770, code ab9453")]
    ['six eight eight two one', 'two one seven seven zero', ' nine four five three']
    """
    for match in _RECORD.finditer(text):
        if match["tied"]:
            yield Edit(match.start("tied"), match.end(), f" {digits(match['tied'])}")
        else:
            yield Edit(match.start("number"), match.end(), digits(match["number"]))


def mixed_codes(text: str) -> Iterator[Edit]:
    """Letters and digits in turn.

    >>> [edit.said for edit in mixed_codes("form B2A23C")]
    ['B 2 A 23 C']
    """
    for match in _MIXED.finditer(text):
        yield Edit(match.start(), match.end(), " ".join(_PARTS.compiled.findall(match[0])))


def three(written: str) -> str:
    """Three digits as the number of a house or an aeroplane.

    >>> [three(n) for n in ("737", "505", "800")]
    ['seven thirty-seven', 'five oh five', 'eight hundred']
    """
    if written.endswith("00"):
        return cardinal(int(written))
    rest = written[1:]
    return (
        f"{digits(written[0])} {f'oh {digits(rest[1])}' if rest[0] == '0' else cardinal(int(rest))}"
    )


def house(written: str) -> str:
    """The number of a house.

    >>> [house(n) for n in ("12", "708", "1428", "10200")]
    ['twelve', 'seven oh eight', 'fourteen twenty-eight', 'one zero two zero zero']
    """
    if len(written) > 4:  # noqa: PLR2004 - longer ones are read out
        return digits(written)
    if len(written) == 4:  # noqa: PLR2004 - two and two
        return year(int(written))
    return three(written) if len(written) == 3 else cardinal(int(written))  # noqa: PLR2004
