"""English: the steps from written text to spoken form, in their order."""

from narrate.spoken.english import (
    abbreviations,
    british,
    counting,
    dates,
    fractions,
    headline,
    letters,
    measures,
    money,
    net,
    phones,
    ranges,
    roman,
    signs,
    times,
    titles,
    units,
    years,
)
from narrate.spoken.step import Step

_DIGITS = "0123456789"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIGNS = "$£€¥₹₨₩₽₺₦₱₪₫฿₴₡₿"
_HALVES = ("am", "pm", ".a", ".A", "0a", "0A")
_AMERICAN = {"en", "en-us", "en-ph", "en-pr"}
_STEPS = (
    Step("signs that are not said", signs.silent, ("™®©℠•●▪■□►▶▲▼◆★☆✓✔→←↑↓*†‡[",)),
    Step("e-mail", net.emails, ("@",)),
    Step("web address", net.urls, ((".a", ".A", ":/"),)),
    Step("handle", net.handles, ("@",)),
    Step("hashtag", net.hashtags, ("#",)),
    Step("phone number", phones.phone_numbers, (("-0", ".0", "AA"), _DIGITS, "-.)")),
    Step("local number", phones.local_numbers, (("0-",),)),
    Step("phone number abroad", phones.phones_abroad, (_DIGITS, "+0")),
    Step("network address", phones.addresses, ((".0",),)),
    Step("account number", phones.account_numbers, (_DIGITS, ("0-", "ending", "ends", "ended"))),
    Step("tied code", counting.codes, (_DIGITS, "-")),
    Step("number of a record", counting.records, (_DIGITS,)),
    Step("mixed code", counting.mixed_codes, (("A0",), ("0A",))),
    Step("hanging hyphen", counting.hanging, (("- ",), _DIGITS)),
    Step("emergency number", phones.emergency, (phones.EMERGENCY,)),
    Step("headline", headline.headline, (("AA", "A'", "A’"),)),
    Step("abbreviation", abbreviations.latin, (".vV",)),
    Step("money", money.money, (_DIGITS, (*_SIGNS, *money.CODES, "A0", "a0"))),
    Step(
        "money, sign behind", money.money_after, (_DIGITS, (*_SIGNS, *money.CODES, "¢", "0A", "0a"))
    ),
    Step("date, year first", dates.iso_date, (_DIGITS, "-/")),
    Step("date in numbers", dates.american_date, (_DIGITS, ("-0", "/0", ".0"))),
    Step("date, month first", dates.month_day, (_DIGITS, dates.MONTHS)),
    Step("date, day first", dates.day_month, (_DIGITS, dates.MONTHS)),
    Step("month", dates.month_alone, ((*_DIGITS, "."), dates.MONTHS)),
    Step("stroke between times", times.strokes, ("/", _DIGITS)),
    Step("duration", times.durations, (":",)),
    Step("times", times.time_ranges, (_DIGITS, _HALVES, "-–—")),
    Step("times of the clock", times.clock_ranges, (":",)),
    Step("zone", times.zones, (("et", "ct", "mt", "pt", "eastern"),)),
    Step("time", times.halves, (_DIGITS, _HALVES)),
    Step("military time", times.military, (_DIGITS, times.AFTER_MILITARY)),
    Step("clock", times.clocks, (":", _DIGITS)),
    Step("ratio", times.ratios, (":", _DIGITS)),
    Step("number word", counting.numbered, (("no", "nos"), _DIGITS)),
    Step("number sign", counting.hashes, ("#", _DIGITS)),
    Step("decades", years.decade_spans, ("0", "s", "-–—")),
    Step("decade", years.decades, ("0", "s")),
    Step("years", years.spans, (_DIGITS, "-–—/")),
    Step("short year", years.short_years, ("'’‘", _DIGITS)),
    Step("era", years.eras, (_DIGITS, "BCA")),
    Step("quarter", years.quarters, ("QY", _DIGITS)),
    Step("sum", signs.sums, ("=", _DIGITS)),
    Step("minus", counting.minuses, ("-−–", _DIGITS)),
    Step("height", measures.heights, (_DIGITS, "'’′f")),
    Step("inches", measures.inch_marks, ('"″', _DIGITS)),
    Step("unit", units.units, (_DIGITS,)),
    Step("per unit", units.per_units, ("/", _DIGITS)),
    Step("times over", measures.times_more, (_DIGITS, "x×")),
    Step("by", measures.by_sign, (_DIGITS, "x×")),
    Step("fraction sign", fractions.fraction_signs, ("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒",)),
    Step("pair", fractions.pairs, ("/⁄", _DIGITS)),
    Step("mark", fractions.marks, (_DIGITS, "/")),
    Step("fraction", fractions.fractions, ("/⁄", _DIGITS)),
    Step("millions", measures.large, (_DIGITS,)),
    Step("aeroplane", counting.models, (_DIGITS, counting.MODELS)),
    Step("clause of law", counting.clauses, ("(", _DIGITS)),
    Step("record", ranges.chains, (_DIGITS, "-–")),
    Step("score or range", ranges.ranges, (_DIGITS, "-–—")),
    Step("tied number", measures.hyphens, (_DIGITS, "-")),
    Step("address", titles.addresses, (titles.SHORT_STREETS,)),
    Step("corner of a town", titles.corners, (titles.LONG_STREETS, "NS", "EW")),
    Step("house number", titles.numbered_streets, (_DIGITS, titles.LONG_STREETS)),
    Step("state and code", titles.postal_states, (("AA",),)),
    Step("year", years.years, ("12",)),
    Step("ordinal", counting.ordinals, (_DIGITS, "dhst")),
    Step("code", counting.zeros, ("0",)),
    Step("point", counting.points, (".", _DIGITS)),
    Step("long number", counting.long_numbers, (_DIGITS,)),
    Step("world war", roman.world_wars, ("W", "I")),
    Step("numbered item", roman.items, (("AA",), "IVX")),
    Step("roman numeral", roman.romans, ("IVXL",)),
    Step("party", titles.parties, (("A-", "A–"),)),
    Step("party alone", titles.lone_parties, ("(", "DR")),
    Step("state", titles.states, (".", ",")),
    Step("title", titles.titles, (".",)),
    Step("letters and letters", letters.ampersands, ("&",)),
    Step("initials", letters.spaced_initials, (("A.",),)),
    Step("initial", letters.initials, (("A.",),)),
    Step("misread letters", letters.misread, (("AA",), "SN", "IO")),
    Step("acronym", letters.capitals, (("AA",),)),
    Step("dotted letters", letters.dotted, ((".a", ".A"),)),
    Step("letters after a little word", letters.after_little_words, (("A.",),)),
    Step("sign", signs.signs, ("&/~≈∼+§°º©#",)),
    Step("comparison", signs.comparisons, ("<>=≤≥+",)),
)


def steps(language: str) -> tuple[Step, ...]:
    """The steps, in order; outside America a date's numbers stand the other way round."""
    if language.lower() in _AMERICAN:
        return _STEPS
    own = (
        Step(step.name, dates.british_date, step.needs) if step.run is dates.american_date else step
        for step in _STEPS
    )
    return (*own, Step("and", british.joints, ("dn",)))
