"""Sums of money: '$1.2bn', 'US$3 million', '£40k', '50p', 'CHF 2.1bn', '$5-$10'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.numbers import cardinal, decimal
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

NUMBER = r"(?: \d{1,3} (?: ,\d{3} )+ | \d+ ) (?: \.\d+ )? | \.\d+"
_SCALE = (
    r"(?: [\s-]? (?P<scale> hundred\ thousand | thousand | lakh | crore"
    r" | million | billion | trillion"
    r" | bn | tn | trn | mn | mln | bln | m | b | k | (?<=\d) (?: MM | M | B | K | T | Bn | Mn ) )"
    r" (?! [\w°²³/] | \.\w ) )?"
)
_SIGN = (
    r"(?: (?<![A-Za-z]) (?: US\ ? | AU | CA | CAD | NZ | HK | NT | MX | Mex | CN | [ACSRJZ] )?"
    r" [$¥] | [£€₹₨₩₽₺₦₱₪₫฿₴₡₿] )"
)
_CODE = (
    r"\b (?: CHF | SFr | USD | EUR | GBP | JPY | CNY | RMB | AUD | CAD | NZD | HKD | SGD | INR"
    r" | SEK | NOK | DKK | PLN | CZK | HUF | HRK | RUB | TRY | BRL | MXN | ZAR | AED | SAR | ILS"
    r" | KRW | NGN | KES | UAH | Rs\.? )"
)
_TO = r"\s? [-–—] \s?"
_LARGE = r"[ ]? (?: [mbtr]+illion | lakh | crore | bn | tn | m ) \b"
_AMOUNT = Pattern(
    rf"""(?P<minus> (?<![\w)]) [-−–] )?
    (?: (?P<sign> {_SIGN} ) \s? | (?P<code> {_CODE} ) \s? )
    (?P<low> {NUMBER} ) (?P<lowscale> [bmk]n? (?={_TO}) )?
    (?: (?: {_TO} (?: (?P=sign) \s? )? | \ to \ (?P=sign) (?= {NUMBER} {_LARGE} ) )
        (?P<high> {NUMBER} ) (?! [-–/]\d ) )?
    (?! [\d,]*\d ) {_SCALE} (?: \ dollars? \b )?
    (?P<link> - (?P<each> an? | per ) [- ] (?= [a-z] ) )?
    (?P<per> / (?: hour|hr|h|day|d|week|wk|month|mo|year|yr|person|share|gallon|gal|barrel|bbl
        |ton|tonne|lb|kg|oz|kWh|MWh|night|head|mile|acre ) \b )?"""
)
_AFTER = Pattern(
    rf"""(?<![\w$€£.,]) (?P<low> {NUMBER} ) {_SCALE} \s?
    (?: (?P<sign> [€£₽₺₪₫฿₴] ) (?! \d )
      | (?P<code> USD | EUR | GBP | JPY | CNY | RMB | AUD | CAD | CHF | SEK | NOK | DKK | PLN
    | CZK
        | HUF | HRK | RUB | INR | TRY | BRL | MXN | ZAR | AED | SAR | ILS | KRW | NGN | UAH ) \b
      | (?P<cents> ¢ ) | (?P<pence> (?<! \s ) p (?! [\w'’] | \.\w ) ) )"""
)
CODES = (
    "chf",
    "sfr",
    "usd",
    "eur",
    "gbp",
    "jpy",
    "cny",
    "rmb",
    "aud",
    "cad",
    "nzd",
    "hkd",
    "sgd",
    "inr",
    "sek",
    "nok",
    "dkk",
    "pln",
    "czk",
    "huf",
    "hrk",
    "rub",
    "try",
    "brl",
    "mxn",
    "zar",
    "aed",
    "sar",
    "ils",
    "krw",
    "ngn",
    "kes",
    "uah",
    "rs",
)
"""The codes as words in small letters."""
_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "mm": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "t": "trillion",
    "tn": "trillion",
    "trn": "trillion",
}
_PER = {
    "hr": "hour",
    "h": "hour",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "yr": "year",
    "gal": "gallon",
    "bbl": "barrel",
    "lb": "pound",
    "kg": "kilogram",
    "oz": "ounce",
    "kWh": "kilowatt hour",
    "MWh": "megawatt hour",
}
_BEFORE_NOUN = Pattern(
    r"""(?: \b (?: (?P<article> an? ) | the | this | that | its | his | her | their | our | my
        | your | each | every | another | [A-Za-z]+['’]s ) \s (?: [a-z]+(?:-[a-z]+)* \s )? ) $""",
    re.IGNORECASE,
)
_NOUN = Pattern(
    r"""[ ] (?! (?! \w* eed \b ) [a-z]{3,} ed \b )
    (?P<noun> [a-z]+ (?: -[a-z]+ )* | [A-Z][\w-]+ )"""
)
"""What may be a noun; not 'the $5 million needed'."""
_CENTS = 2
_SCREENS = {"240", "360", "480", "576", "720", "1080", "1440", "2160"}
"""Lines of a picture, as in '1080p'."""


def money(text: str) -> Iterator[Edit]:
    """Sums with the sign or code before them.

    >>> [edit.said for edit in money("$1.2bn, £3.50 or US$5-10 million for a $5 bill")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['one point two billion dollars', 'three pounds fifty pence',
     'five to ten million U.S. dollars', 'five dollar']
    """
    for match in _AMOUNT.finditer(text):
        names = _names(match["sign"] or match["code"])
        if names is None:
            continue
        end = match.end()
        single = _single(text, match)
        if match["high"]:
            said = _range(match, names)
        else:
            scale = match["scale"] or match["lowscale"]
            said = _sum(match["low"], scale, names, single=single)
        if match["minus"]:
            said = f"minus {said}"
        if match["link"]:
            said += f" {match['each']} "
        if match["per"]:
            unit = match["per"][1:]
            said += f" per {_PER.get(unit, unit)}"
        yield Edit(match.start(), end, said)


def money_after(text: str) -> Iterator[Edit]:
    """Sums with the sign or code behind them.

    >>> [edit.said for edit in money_after("50p, 99¢, 5 million EUR and 10€")]
    ['fifty pence', 'ninety-nine cents', 'five million euros', 'ten euros']
    """
    for match in _AFTER.finditer(text):
        if match["cents"] or match["pence"]:
            one, many = ("cent", "cents") if match["cents"] else ("penny", "pence")
            lines = match["pence"] and match["low"] in _SCREENS
            if not match["scale"] and not lines:
                said = f"{decimal(match['low'])} {one if match['low'] == '1' else many}"
                yield Edit(match.start(), match.end(), said)
            continue
        names = _names(match["sign"] or match["code"])
        if names:
            said = _sum(match["low"], match["scale"], names, single=False)
            yield Edit(match.start(), match.end(), said)


def _names(sign: str) -> list[str] | None:
    found: list[str] | None = table("en/currencies").get(sign.replace(" ", ""))
    return found


def _scale(written: str | None) -> str:
    return _SCALES.get(written.lower(), written) if written else ""


def _sum(number: str, scale: str | None, names: list[str], *, single: bool) -> str:
    """A sum in words; `single` where it stands before a noun, as in 'a five dollar bill'."""
    one, many, cent, cents = names
    name = one if single else many
    if scale:
        return f"{decimal(number)} {_scale(scale)} {name}"
    whole, _, part = number.replace(",", "").partition(".")
    part = part.rstrip("0") if len(part) > _CENTS else part
    if len(part) > _CENTS or (part and not cent):
        return f"{decimal(f'{whole}.{part}')} {name}"
    small = int(part.ljust(_CENTS, "0")) if part else 0
    said = []
    if int(whole or 0) or not small:
        said.append(f"{cardinal(int(whole or 0))} {one if int(whole or 0) == 1 else name}")
    if small:
        said.append(f"{cardinal(small)} {cent if small == 1 else cents}")
    joint = " and " if cent == "cent" else " "
    return joint.join(said)


def _range(match: re.Match[str], names: list[str]) -> str:
    scale = _scale(match["scale"])
    low = decimal(match["low"])
    if match["lowscale"] and _scale(match["lowscale"]) != scale:
        low += f" {_scale(match['lowscale'])}"
    if scale or ("." not in match["low"] and "." not in match["high"]):
        return " ".join(f"{low} to {decimal(match['high'])} {scale} {names[1]}".split())
    first = _sum(match["low"], None, names, single=False)
    return f"{first} to {_sum(match['high'], None, names, single=False)}"


def _single(text: str, match: re.Match[str]) -> bool:
    """Whether the sum stands before what it is the price of: 'a $5 bill'."""
    written = text[match.start() : match.end()]
    if match["link"]:
        return re.match(r"[a-z]+ [a-z]", text[match.end() :]) is not None
    if match["per"]:
        return False
    cash = re.match(r" (?:bill|note|coin)s?\b", text[match.end() :])
    if cash or re.search(r"-(?:m|b|tr)illion$", written):
        return True
    if text[match.end() : match.end() + 1] == "-":
        return bool(re.match(r"-(?!plus\b)[a-z]", text[match.end() :]))
    return _has_noun(text, match)


def _has_noun(text: str, match: re.Match[str]) -> bool:
    """Whether an article or the like stands before the sum, and a noun behind it."""
    noun = _NOUN.match(text, match.end())
    if not noun or noun["noun"] in table("en/after_sum"):
        return False
    before = _BEFORE_NOUN.search(text[: match.start()][-40:])
    if noun["noun"][0].isupper():  # 'a $5 million Lee house', but 'the $5 million Lee paid'
        return before is not None and before["article"] is not None
    return before is not None
