"""Initials and acronyms: what is spelled, what is a word, and dots that are no full stops.

A voice reads capitals of up to three letters as letters, and longer ones as a word if
they have a vowel. So only the longer ones need help, and the few short ones that are
also words. Dots between letters say 'spell this' to every voice; the last one is left
out, because a dot before a capital ends a sentence.
"""

import re
from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.english.following import starts_sentence
from narrate.spoken.patterns import Pattern
from narrate.spoken.tables import table

_CAPITALS = Pattern(
    r"""(?<! [\w.@#/] ) (?P<word> [A-Z]{2,7} ) (?P<plural> s )? (?P<owner> ['’]s )?
    (?! [\w&@] | \.\w | ['’][A-Z] )"""
)
_AMPERSAND = Pattern(
    r"""(?<! [\w&.] ) (?P<left> [A-Z]{1,3} ) \s? & \s? (?P<right> [A-Z]{1,3} )
    (?P<plural> s )? (?! [\w&] )"""
)
_SPACED = Pattern(r"(?<! [\w.'’] ) [A-Z]\. (?: (?: \s | - )? [A-Z]\. )+ (?! \w )")
_INITIAL = Pattern(
    r"""(?<= [\w.,;(“\"'’] ) [ ] (?P<letter> [A-HJ-Z] ) \.
    (?= [ ] (?: [A-Z][a-z'’] | \( [a-z\d] | \( [DR] [-)]
    | \( (?: Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec ) ) )
    | (?: ^ | (?<= [(“"‘] ) ) (?P<first> [A-HJ-Z] ) \. (?= [ ] [A-Z][a-z] )"""
)
_DOTTED = Pattern(
    r"""(?<! [\w.] ) (?P<letters> [A-Za-z] (?: \. [A-Za-z] )+ ) \. (?P<close>
    [\"'”’)\]]? ) (?P<gap> \s ) (?= [\"'“‘(]* (?P<next> [A-Z][\w'’.]* ) )"""
)
_MISREAD_HERE = Pattern(
    r"""\b (?P<group> IS ) (?= \s (?: group | fighters? | militants? | affiliate
    | caliphate | terror
    | commander | leader | cell | branch | attack | insurgents? | jihadists? ) )
    | \b (?P<gas> NO | SO ) (?= [2-4] \b )"""
)
_ARTICLE = Pattern(
    r"\b (?: at | of | for | was | that | than | not ) [ ] (?P<letter> A ) (?= \. [A-Z] \b )",
    re.IGNORECASE,
)
_CLUSTER = re.compile(r"[aeiouy]+")
_SHAPE = Pattern(r"([^aeiouy]*) ([aeiouy]+) (.*?) ([^aeiouy]*)", re.IGNORECASE)
_SHORT = 3


def capitals(text: str) -> Iterator[Edit]:
    """Capitals that a voice would read the other way.

    >>> [edit.said for edit in capitals("the NCAA, FEMA, NATO, the EPA, two EVs, a BIG win")]
    ['N.C.A.A', 'Feema', 'E.P.A', 'E vees', 'Big']
    """
    for match in _CAPITALS.finditer(text):
        word = match["word"]
        ending = match["owner"] or match["plural"] or ""
        said = _said(word, plural=bool(match["plural"]))
        if said and "." in said and ending:
            if len(word) < _SHORT:  # 'E.U's' would be 'E dot U's'
                said, ending = _two(word, ending) if match["plural"] else (word, ending)
            else:
                ending = "'s"
        if said:
            tied = "." in said and _NUMBERED.match(text, match.end())  # 'G.P.T-4' has a minus
            yield Edit(match.start(), match.end() + bool(tied), said + (" " if tied else ending))


def _two(word: str, ending: str) -> tuple[str, str]:
    """Two letters in the plural, the second as a word: 'E vees'."""
    if word[0] == "A":  # by itself it would be the article
        return word, f"'{ending}"
    return f"{word[0]} {table('en/letter_plurals')[word[1]]}", ""


def _said(word: str, *, plural: bool) -> str | None:
    known = table("en/acronyms")
    spelled = ".".join(word)
    if word in known["letters"] and _VOWEL.search(word):
        return spelled if len(word) > _SHORT - 1 or plural or word in _MISREAD else None
    if word in known["words"]:
        return known["words"][word] or (word.capitalize() if len(word) <= _SHORT else None)
    if word in table("en/plain_words"):
        return word.capitalize() if len(word) == _SHORT else None
    if len(word) <= _SHORT:
        return spelled if plural else None
    if len(word) == _SHORT + 1 and word[0] in "AEIOU":
        return spelled
    return None if _can_be_said(word.lower()) else spelled


_VOWEL = Pattern(r"[AEIOUY]")
_NUMBERED = Pattern(r"- (?= \d )")
_MISREAD = {"AU"}


def _can_be_said(word: str) -> bool:
    """Whether a word's consonants stand together as in English words."""
    shape = _SHAPE.fullmatch(word)
    if not shape:
        return True  # no vowel: every voice spells it anyway
    onset, _, inside, coda = shape.groups()
    clusters = table("en/clusters")
    if any(len(group) >= _SHORT and not _joins(group) for group in _CLUSTER.split(inside)):
        return False
    return _fits(onset, clusters["onsets"]) and _fits(coda, clusters["codas"])


def _fits(group: str, known: list[str]) -> bool:
    return len(group) <= 1 or group in known


def _joins(group: str) -> bool:
    """Whether consonants inside a word can end one syllable and begin the next."""
    clusters = table("en/clusters")
    return any(
        _fits(group[:i], clusters["codas"]) and _fits(group[i:], clusters["onsets"])
        for i in range(len(group) + 1)
    )


def misread(text: str) -> Iterator[Edit]:
    """Letters that are also a word, by what stands around them.

    >>> [edit.said for edit in misread("the IS group and NO2 levels")]
    ['I.S', 'N.O ']
    """
    for match in _MISREAD_HERE.finditer(text):
        letters = match["group"] or match["gas"]
        end = match.end()
        yield Edit(match.start(), end, ".".join(letters) + (" " if match["gas"] else ""))


def after_little_words(text: str) -> Iterator[Edit]:
    """Initials that begin with A, where espeak would take 'of A' for an article.

    >>> [edit.said for edit in after_little_words("of A.I firms")]
    ['-A']
    """
    for match in _ARTICLE.finditer(text):
        yield Edit(match.start("letter"), match.end("letter"), "-A")


def ampersands(text: str) -> Iterator[Edit]:
    """Letters joined by '&'.

    >>> [edit.said for edit in ampersands("AT&T and Q&A")]
    ['A.T and T', 'Q and A']
    """
    for match in _AMPERSAND.finditer(text):
        said = f"{'.'.join(match['left'])} and {'.'.join(match['right'])}"
        said += "'s" if match["plural"] else ""
        yield Edit(match.start(), match.end(), said)


def spaced_initials(text: str) -> Iterator[Edit]:
    """Initials with spaces between are said in one breath.

    >>> [edit.said for edit in spaced_initials("J. K. Rowling")]
    ['J.K']
    """
    for match in _SPACED.finditer(text):
        if not re.search(r"[\s-]", match[0]):
            continue
        tight = re.sub(r"[\s-]", "", match[0])
        ends = not text[match.end() :].strip("\"'”’) ")
        yield Edit(match.start(), match.end(), tight if ends else tight[:-1])


def initials(text: str) -> Iterator[Edit]:
    """One initial inside a name: its dot would end the sentence.

    >>> [edit.said for edit in initials("George W. Bush and Philip A. Hart")]
    ['W', 'A-']
    """
    for match in _INITIAL.finditer(text):
        group = "letter" if match["letter"] else "first"
        if starts_sentence(text, match.end()):
            continue
        letter = match[group]  # an A by itself would be the article
        yield Edit(match.start(group), match.end(), "A-" if letter == "A" else letter)


def dotted(text: str) -> Iterator[Edit]:
    """The last dot of initials before a capital, where it ends no sentence.

    >>> [edit.said for edit in dotted("the U.S. Senate at 5 p.m. Monday; in D.C. The end")]
    ['U.S', 'p.m']
    """
    for match in _DOTTED.finditer(text):
        if match["close"] or match["next"] in table("en/abbreviations")["starts"]:
            continue
        yield Edit(match.start(), match.end("letters") + 1, match["letters"])
