"""Shortened titles, companies, streets and states: 'Gov.', 'Jr.', 'Main St.', '(D-Calif.)'."""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.counting import house
from narrate.spoken.english.following import is_end, starts_sentence
from narrate.spoken.english.numbers import digits
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_SHORT = Pattern(
    r"(?<! [\w.'’-] ) (?P<word> [A-Za-z][a-z]{1,5} ) \. (?= (?P<next> [ ]? [^\s\w]* . ) | $ )"
)
_TITLE_PAIR = Pattern(
    r"""\b (?P<first> Lt | Maj | Brig | Rear | Vice | Atty | Staff | Master
    | Gy ) \. [ ] (?P<second> Gov | Col | Gen | Cmdr | Adm | Sgt ) \b"""
)
_PARTY = Pattern(
    r"""(?<= [\s(,] ) (?P<party> [DRI] ) [-–] (?P<place> (?: [A-Z]\. ?){2}
    | [A-Z][a-z]+ (?: \s [A-Z][a-z]+ )? \.? | W\.Va\. ) (?! [A-Z] ) (?P<rest> [-–] )?"""
)
_PARTY_ALONE = Pattern(r"\( (?P<party> [DR] ) \)")
_STATE = Pattern(
    r"""(?<= [a-z.] ) , \s (?P<state> [A-Z][a-z]{1,4}
    | [NSRWPB]\.[A-Z] [a-z]? ) \. (?! [A-Z]\b ) (?P<after> ,? )"""
)
_POSTAL = Pattern(
    r"""(?<= [a-z.] ) ,? \s (?P<state> [A-Z]{2} ) (?= (?P<zip> ,? \s \d{5} (?: -\d{4}
    )? \b )? )(?! [\w&/;] | \.\w ) (?P<colon> : )?"""
)
_STREET = Pattern(
    r"""(?<! [\w.,$-] ) (?: (?P<number> \d{1,5} ) \s )? (?P<quarter> [NSEW] \.? \s )?
    (?P<name> (?: (?: [A-Z][a-z'’]+ | [A-Z] (?= \sSt\b ) | \d{1,3} (?: st|nd|rd|th ) ) \s ){1,3} )
    (?P<kind> St | Ave | Blvd | Rd | Dr | Ln | Ct | Pl | Hwy | Pkwy | Expy | Expwy | Sq | Ter
    | Cir | st | ave | blvd | hwy | rd ) \b (?P<dot> \.? )"""
)
_NUMBERED_STREET = Pattern(
    r"""(?<! [\w.,$-] ) (?P<number> \d{3,5} ) \s (?P<quarter> [NSEW] \.? \s )? (?= (?:
    (?: [A-Z][a-z'’]+ | \d{1,3} (?: st|nd|rd|th ) ) \s ){1,3}
    (?: Street | Avenue | Boulevard | Road | Drive | Lane | Court | Place | Highway | Parkway
    | Expressway | Square | Terrace | Circle | Way ) \b )"""
)
SHORT_STREETS = (
    "st",
    "ave",
    "blvd",
    "rd",
    "dr",
    "ln",
    "ct",
    "pl",
    "hwy",
    "pkwy",
    "expy",
    "expwy",
    "sq",
    "ter",
    "cir",
)
LONG_STREETS = (
    "street",
    "avenue",
    "boulevard",
    "road",
    "drive",
    "lane",
    "court",
    "place",
    "highway",
    "parkway",
    "expressway",
    "square",
    "terrace",
    "circle",
    "way",
)
"""Of which a text with an address has one, in small letters."""
_FIRST = Pattern(r"\s (?: 1st | first | First ) \s Class")
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_QUARTERS = {"N": "North", "S": "South", "E": "East", "W": "West"}


def addresses(text: str) -> Iterator[Edit]:
    """A house in a street, and the street shortened.

    >>> [edit.said for edit in addresses("He lives at 1428 Elm St. in town.")]
    ['fourteen twenty-eight', 'Street']
    """
    for match in _STREET.finditer(text):
        kind = match["kind"]
        if not match["number"] and (
            kind.islower() or (kind in {"Dr", "Ct", "Pl", "Sq", "Ter", "Cir"} and not match["dot"])
        ):
            continue
        if match["name"].strip() in {"The", "A", "His", "Her"}:
            continue
        if kind in {"St", "Dr"} and not _ends_street(text, match):
            continue
        if match["number"]:
            yield Edit(match.start("number"), match.end("number"), house(match["number"]))
        if match["quarter"] and match["number"]:
            yield Edit(
                match.start("quarter"), match.end("quarter"), f"{_QUARTERS[match['quarter'][0]]} "
            )
        yield Edit(
            match.start("kind"),
            _keep_stop(text, match.end()),
            table("en/abbreviations")["street"][kind.capitalize()],
        )


_CORNER = Pattern(
    r"""(?<= [a-z] ) \s (?P<corner> [NS] \.? [EW] ) \b
    (?P<dot> \. (?= \s [a-z] | , ) )?"""
)
_WIDE = Pattern(
    r"""\b [A-Z\d][\w'’]* \s (?: Street | Avenue | Road | Drive | Place | Court | Lane
    | Circle ) $"""
)


def corners(text: str) -> Iterator[Edit]:
    """The part of a town after a street, as in Washington.

    >>> [edit.said for edit in corners("1600 Pennsylvania Avenue NW, near K Street NE")]
    ['Northwest', 'Northeast']
    """
    for match in _CORNER.finditer(text):
        if _WIDE.search(text[max(0, match.start() - 40) : match.start()]):
            first, last = match["corner"][0], match["corner"][-1]
            end = match.end("dot") if match["dot"] else match.end("corner")
            yield Edit(match.start("corner"), end, f"{_QUARTERS[first]}{_QUARTERS[last].lower()}")


def numbered_streets(text: str) -> Iterator[Edit]:
    """A house in a street that is written out.

    >>> [edit.said for edit in numbered_streets("at 123 N. Laguna Street")]
    ['one twenty-three', 'North ']
    """
    for match in _NUMBERED_STREET.finditer(text):
        yield Edit(match.start("number"), match.end("number"), house(match["number"]))
        if match["quarter"]:
            yield Edit(
                match.start("quarter"), match.end("quarter"), f"{_QUARTERS[match['quarter'][0]]} "
            )


def _ends_street(text: str, match: re.Match[str]) -> bool:
    """Whether 'St.' belongs to what stands before it: no name follows."""
    rest = text[match.end() :]
    if re.match(r"[ ][NS]\.?[EW]\b", rest):
        return True
    following = re.match(r"[ ]([A-Z][\w'’]*)", rest)
    if not following:
        return (
            bool(match["dot"])
            or bool(match["number"])
            or re.match(r",|$|\.|[ ][a-z(]", rest) is not None
        )
    return following[1] in table("en/abbreviations")["starts"] or bool(match["number"])


def parties(text: str) -> Iterator[Edit]:
    """A politician's party and state.

    >>> [edit.said for edit in parties("Padilla (D-Calif.) and Lee, R-Utah, met.")]
    ['Democrat of California', 'Republican of Utah']
    """
    names = table("en/abbreviations")
    for match in _PARTY.finditer(text):
        place = match["place"].replace(" ", "").rstrip(".")
        full = names["states"].get(place) or names["postal"].get(place)
        dot = match["place"].endswith(".")
        end = match.end("place")
        if full is None and place in _full_states():
            full, end = match["place"].rstrip("."), end - dot
        if full:
            yield Edit(match.start(), end, f"{_PARTIES[match['party']]} of {full}")


def lone_parties(text: str) -> Iterator[Edit]:
    """A politician's party by itself.

    >>> [edit.said for edit in lone_parties("Padilla (D)")]
    ['(Democrat)']
    """
    for match in _PARTY_ALONE.finditer(text):
        yield Edit(match.start(), match.end(), f"({_PARTIES[match['party']]})")


def _full_states() -> set[str]:
    found: set[str] = {
        name.replace(" ", "") for name in table("en/abbreviations")["postal"].values()
    }
    return found


def states(text: str) -> Iterator[Edit]:
    """A state after its town.

    >>> [edit.said for edit in states("Fresno, Calif., and Utica, N.Y.")]
    ['California', 'New York']
    """
    for match in _STATE.finditer(text):
        full = table("en/abbreviations")["states"].get(match["state"].replace(" ", ""))
        if full:
            end = match.end("state") + 1
            yield Edit(
                match.start("state"), _keep_stop(text, end) if not match["after"] else end, full
            )


def postal_states(text: str) -> Iterator[Edit]:
    """A state's two letters, after a comma or before a postal code.

    >>> [edit.said for edit in postal_states("Santa Clara, CA 95051")]
    ['California', 'nine five zero five one']
    """
    for match in _POSTAL.finditer(text):
        full = table("en/abbreviations")["postal"].get(match["state"])
        comma = match[0].startswith(",")
        if not full or not (match["zip"] or (comma and _follows_place(text, match))):
            continue
        said = ".".join(match["state"]) if match["colon"] else full  # a publisher's place
        yield Edit(match.start("state"), match.end("state"), said)
        if match["zip"]:
            low = match.start("zip") + len(match["zip"]) - len(match["zip"].lstrip(", "))
            said = " ".join(digits(part) for part in text[low : match.end("zip")].split("-"))
            yield Edit(low, match.end("zip"), said)


_PLACE = re.compile(r"[A-Z][\w'’.-]*$")


def _follows_place(text: str, match: re.Match[str]) -> bool:
    """Whether a name stands before two letters that may mean something else: 'SD', 'MD'."""
    name = _PLACE.search(text, max(0, match.start() - 30), match.start())
    return name is not None and match["state"] != "MD"  # a doctor far more often


def titles(text: str) -> Iterator[Edit]:
    """Titles before names, and what is shortened with a dot anywhere.

    >>> [edit.said for edit in titles("Lt. Gov. Ann Lee met Dr. Bo King Jr. of Acme Inc.")]
    ['Lieutenant', 'Governor', 'Doctor', 'Junior', 'Incorporated.']
    """
    names = table("en/abbreviations")
    for match in _SHORT.finditer(text):
        word = match["word"]
        following = (match["next"] or "").strip()
        title = names["titles"].get(word)
        if title and _before_name(text, match):
            said = "Doctor" if title == "Dr" else title
            yield Edit(match.start(), match.end(), said)
        elif word in names["anywhere"]:
            stop = not following or (following[-1].isupper() and starts_sentence(text, match.end()))
            yield Edit(match.start(), match.end(), names["anywhere"][word] + ("." if stop else ""))


def _before_name(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 3]
    name = following.lstrip(" \"“'‘")
    first = _FIRST.match(text, match.end()) is not None
    return following.startswith(" ") and (name[:1].isupper() or first)


def _keep_stop(text: str, end: int) -> int:
    """The end of a shortened word, leaving out its dot where that also ends the sentence."""
    if text[end - 1 : end] != ".":
        return end
    return end - 1 if is_end(text, end) or starts_sentence(text, end) else end
