"""The sentences of a paragraph."""

import re
from collections.abc import Iterator

from narrate.spoken.boundaries import is_boundary
from narrate.spoken.clauses import cut
from narrate.spoken.patterns import Pattern

_CANDIDATE = Pattern(
    r"""(?P<stop> (?<! [.!?…‽] ) (?: \. (?: \s \. ){2,}+ | [.!?…‽]++ (?: \s (?: … | \.{3} ) )? ) )
    (?P<close> (?: ["'”’»«)\]›‹}] | “ (?= \s ) | \s [»›] (?! \w ) )*+
      (?: (?: \[ \d{1,3} \] )+ | [¹²³⁰⁴-⁹]+ | (?<= [a-z]{3} [.?!] ) \d{1,2} | [*†‡]+ )?
      (?: \s? [\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]++ )*+ )
    (?P<gap> \s++ ) (?! [»›,;:)\]}] )
    | (?P<full> [。！？｡؟۔।॥։።။⸮]++ ) (?P<fullclose> ["'”’」』）》〉】»)\]]* ) \s*
    | (?<= [a-zà-ÿ]{2} ) (?P<tight> [.!?]["”’]? ) (?= ["“‘]? [A-Z][a-z]* ['’]? [a-z]* \s [A-Za-z] )
    | \n \s* \n \s*"""
)
_WORDY = re.compile(r"\w")


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order, each a substring of it.

    A quotation that holds several sentences is split inside too; one longer than a voice
    can say in a breath or two is cut where a clause ends.

    >>> sentences('Gov. Lee spoke at 5 p.m. Monday. "I won. I did," he said.', "en-US")
    ('Gov. Lee spoke at 5 p.m. Monday.', '"I won.', 'I did," he said.')
    """
    found: list[str] = []
    at = 0
    for end, following in _ends(text, language.lower().partition("-")[0]):
        found += cut(text[at:end].strip())
        at = following
    return (*found, *cut(text[at:].strip()))


def _ends(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where a sentence ends, and where the next begins; each of them holds a word."""
    start, last = 0, _last_word(text)
    word = _WORDY.search(text)
    for match in _CANDIDATE.finditer(text):
        if match.end() > last:
            return  # the signs that are left belong to this sentence
        if word and word.start() < start:
            word = _WORDY.search(text, start)
        if word and word.start() < match.start() and _is_end(text, start, match, language):
            yield _end(match), match.end()
            start = match.end()


def _last_word(text: str) -> int:
    """Where the last character stands that is part of a word."""
    return next((at for at in range(len(text) - 1, -1, -1) if text[at].isalnum()), -1)


def _is_end(text: str, start: int, match: re.Match[str], language: str) -> bool:
    if match["full"] or not (match["stop"] or match["tight"]):
        return True
    return is_boundary(text, start, match, language)


def _end(match: re.Match[str]) -> int:
    """Where the sentence ends, with what closes it."""
    return match.end("close") if match["stop"] else match.start() + len(match[0].rstrip())
