"""Two numbers with a dash: a score or vote ('2-1 win'), or a range ('ages 5-12', '50-60%')."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.counted import are_counted
from narrate.spoken.english.numbers import cardinal, decimal
from narrate.spoken.patterns import Pattern

_NUMBER = r"(?: \d{1,3} (?: ,\d{3} )+ | \d+ ) (?: \.\d+ )?"
_PAIR = Pattern(
    rf"""(?<! [\w$£€/:] ) (?<! [\d] [.,] ) (?<! [-–—] ) (?P<low> {_NUMBER} )
    (?P<lowsign> %? )
    (?P<dash> [-–—] | (?<= % ) \s? [-–—] \s? ) (?P<high> {_NUMBER} ) (?P<sign> \s? % )? (?! [\d/]
    | [-–—]\d | [.,]\d | [-–][A-Z] | [A-Za-z] )"""
)
_CHAIN = Pattern(r"(?<! [\w.,$/:-] ) \d{1,2} (?: [-–] \d{1,2} ){2,4} (?! [\w/%] | [-–.,]\w )")
_DASH = Pattern(r"[-–]")
_RANGE_BEFORE = Pattern(
    r"""\b (?: ages? | aged | pages? | pp?\.? | from | between | about | around | some | chapters?
    | lines? | rows? | verses? | every | within | under | over | roughly | approximately | nearly
    | next | last | past | first | weeks? | grades? | levels? | figs? | figures? | nos?\.?
    | numbers? | years? | versus | to | of | for | in | at ) \s $ | \[ $""",
    re.IGNORECASE,
)
_RANGE_AFTER = Pattern(
    r"""[ -] (?: years? | days? | hours? | minutes? | seconds? | weeks? | months? | decades?
    | miles? | percent | per\ cent | people | children | men | women | points? | degrees? | feet
    | foot | inch(?:es)? | mph | km | kilomet(?:er|re)s? | met(?:er|re)s? | pounds? | tons?
    | tonnes? | million | billion | trillion | hundred | thousand | dollars? | cents? | times
    | acres | gallons | barrels | year-olds? | kg | lbs? | cm | mm | page | word | story ) \b"""
)
_SCORE_AFTER = Pattern(
    r"""[ ] (?: \w+ [ ] )? (?: win | wins | victory | victories | loss | losses | defeat | draw
    | tie | lead | vote | ruling | decision | record | series | advantage | triumph | thrashing
    | rout | drubbing | scoreline | deficit | majority | margin | split | opinion | away | home
    | comeback | upset | thriller | score | overtime | start | favou?rites? | aggregate
    | shutout ) \b"""
)
_MARGIN = 12
_CENTURY = 100


def chains(text: str) -> Iterator[Edit]:
    """Three numbers and more: a record or a formation.

    >>> [edit.said for edit in chains("a 4-4-2 formation")]
    ['four four two']
    """
    for match in _CHAIN.finditer(text):
        parts = _DASH.compiled.split(match[0])
        yield Edit(match.start(), match.end(), " ".join(cardinal(int(part)) for part in parts))


def ranges(text: str) -> Iterator[Edit]:
    """A score without a word between, a range with 'to'.

    >>> [edit.said for edit in ranges("a 2-1 win, ages 5-12, 50-60%, the 5-4 ruling")]
    ['two one', 'five to twelve', 'fifty to sixty percent', 'five four']
    """
    for match in _PAIR.finditer(text):
        low, high = match["low"], match["high"]
        if (low[0] == "0" and low != "0" and low[1] != ".") or len(low) > 7 or len(high) > 7:  # noqa: PLR2004 - codes
            continue
        joint = " to " if _is_range(text, match) else " "
        said = f"{decimal(low)}{' percent' if match['lowsign'] else ''}{joint}{decimal(high)}"
        yield Edit(match.start(), match.end(), said + (" percent" if match["sign"] else ""))


def _is_range(text: str, match: re.Match[str]) -> bool:
    if match["sign"]:
        return True
    low, high = (float(match[name].replace(",", "")) for name in ("low", "high"))
    longer = len(match["high"]) - len(match["low"])
    is_code = longer > 2 and "," not in match["high"]  # noqa: PLR2004 - digits
    if low >= high or is_code or _SCORE_AFTER.match(text, match.end()):
        return False
    counted = are_counted(text, match.end()) and not _GAMES.match(text, match.end() + 1)
    if counted or _RANGE_AFTER.match(text, match.end()) or low >= _CENTURY or "." in match["low"]:
        return True
    wide = high - low > _MARGIN and not _GAMES.search(text)
    return wide or _RANGE_BEFORE.compiled.search(text[: match.start()][-16:]) is not None


_GAMES = Pattern(
    r"""\b (?: beat | won | win | lost | lose | led | leads? | lead | trail\w*
    | defeat\w* | score\w* | tied | games? | vot\w+ | ahead )\b"""
)
