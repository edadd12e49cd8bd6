"""What only German has: '3. Mai', '1984', '15.30 Uhr', 'Ludwig XIV.'."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern
from narrate.spoken.roman import ROMAN, roman_value
from narrate.spoken.step import Step
from narrate.spoken.tables import table

_MONTHS = (
    r"(?: Januar | Februar | März | April | Mai | Juni | Juli | August | September | Oktober"
    r" | November | Dezember | Jänner )"
)
_ORDINAL = Pattern(
    rf"""(?P<before> \b [A-Za-zäöü]+ \s )? (?<! [\d.,] ) (?P<number> [1-9]\d? ) \. (?=
    \s
    (?: {_MONTHS} \b | Jahrhundert | Platz | Mal\b | Stock | Geburtstag | Jahrestag | Spieltag
    | Minute | Runde | Klasse | Weltkrieg | Bundesliga | Liga | Tag\b | Etage | Juli ) )"""
)
_MONTH = Pattern(rf"\s {_MONTHS} \b")
_YEAR = Pattern(
    r"""(?<! [\d.,:/-] ) (?P<year> 1[1-9]\d{2} ) (?P<tens> er )? (?! [\d%°] | [.,:]\d
    | \s? (?: Euro | Dollar | Meter | Kilometer | Menschen | Mitarbeiter | € | km | kg
    | Quadratmeter ) \b )"""
)
_TIME = Pattern(r"(?<! [\d.,:] ) (?P<hour> [01]?\d | 2[0-4] ) [.:] (?P<minute> [0-5]\d ) \s Uhr \b")
_KING = Pattern(rf"\b (?P<name> [A-ZÄÖÜ]\w+ ) \s (?P<numeral> {ROMAN} ) \. (?P<end> \s* $ )?")
_SMALL = (
    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn",
    "achtzehn", "neunzehn",
)  # fmt: skip
_TENS = (
    "_", "_", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
    "neunzig",
)  # fmt: skip
_ODD = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_WEAK = Pattern(
    r"""(?: am | vom | zum | beim | im | dem | den | des | ab | bis | seit | nach | Am
    | Im | Vom | Zum | Dem | Den | Ab | Bis | Seit | Nach | jedem | jeden | diesem | seinem
    | ihrem | einem | einen | seinen | ihren ) \s"""
)
_ARTICLE = Pattern(r"(?: der | die | das | Der | Die | Das ) \s")


def cardinal(number: int) -> str:
    """A number under a hundred, as it begins a longer word.

    >>> [cardinal(n) for n in (1, 16, 84)]
    ['ein', 'sechzehn', 'vierundachtzig']
    """
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_SMALL[ones]}und{_TENS[tens]}" if ones else _TENS[tens]


def ordinal(number: int) -> str:
    """The stem of a place in a row.

    >>> [ordinal(n) for n in (1, 3, 12, 21)]
    ['erst', 'dritt', 'zwölft', 'einundzwanzigst']
    """
    if number in _ODD:
        return _ODD[number]
    return f"{cardinal(number)}{'t' if number < len(_SMALL) else 'st'}"


def ordinals(text: str) -> Iterator[Edit]:
    """A number with a dot before what is numbered, with the ending that its article asks for.

    >>> [edit.said for edit in ordinals("am 3. Mai, im 21. Jahrhundert, der 5. Mai")]
    ['dritten', 'einundzwanzigsten', 'fünfte']
    """
    for match in _ORDINAL.finditer(text):
        before = match["before"] or ""
        ending = "er"
        month = _MONTH.match(text, match.end())
        if _ARTICLE.fullmatch(before) and (month or before[:3].lower() != "der"):
            ending = "e"  # 'der dritte Mai', but 'in der dritten Minute'
        elif _WEAK.fullmatch(before) or before[:3].lower() == "der":
            ending = "en"
        end = match.end("number") + 1
        yield Edit(match.start("number"), end, ordinal(int(match["number"])) + ending)


def years(text: str) -> Iterator[Edit]:
    """A year before 2000, in hundreds.

    >>> [edit.said for edit in years("1984 und die 1990er")]
    ['neunzehnhundertvierundachtzig', 'neunzehnhundertneunziger']
    """
    for match in _YEAR.finditer(text):
        century, rest = divmod(int(match["year"]), 100)
        said = f"{cardinal(century)}hundert{cardinal(rest) if rest else ''}"
        if rest == 1 and not match["tens"]:
            said += "s"
        yield Edit(match.start(), match.end(), said + (match["tens"] or ""))


def times(text: str) -> Iterator[Edit]:
    """'Uhr' between hour and minute, where it is said.

    >>> [edit.said for edit in times("um 15.30 Uhr und 9:00 Uhr")]
    ['15 Uhr 30', '9 Uhr']
    """
    for match in _TIME.finditer(text):
        minute = "" if match["minute"] == "00" else f" {int(match['minute'])}"
        yield Edit(match.start(), match.end(), f"{int(match['hour'])} Uhr{minute}")


def kings(text: str) -> Iterator[Edit]:
    """A ruler's number.

    >>> [edit.said for edit in kings("Ludwig XIV. kam")]
    ['der Vierzehnte']
    """
    for match in _KING.finditer(text):
        if match["name"] in table("de")["rulers"]:
            stem = ordinal(roman_value(match["numeral"]))
            article = "die" if match["name"] in {"Elisabeth", "Katharina", "Margrethe"} else "der"
            stop = "." if match["end"] is not None else ""
            end = match.start("end") if match["end"] is not None else match.end()
            yield Edit(match.start("numeral"), end, f"{article} {stem.capitalize()}e{stop}")


def steps() -> tuple[Step, ...]:
    """The steps that only German has."""
    return (
        Step("time", times, ("0123456789", "U")),
        Step("ordinal", ordinals, ("0123456789", ".")),
        Step("ruler", kings, ("IVX", ".")),
        Step("year", years, ("1",)),
    )
