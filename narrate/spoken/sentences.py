"""The sentences of a paragraph."""

from collections.abc import Iterator

from narrate.spoken.boundaries import is_boundary
from narrate.spoken.clauses import cut
from narrate.spoken.patterns import Pattern

_CANDIDATE = Pattern(
    r"""(?P<stop> [.!?…‽]+ ) (?P<close> ["'”’»)\]›]* ) (?P<gap> \s+ )
    | (?P<full> [。！？｡؟۔।॥։።။។⸮]+ ) (?P<fullclose> ["'”’」』）》〉】»)\]]* ) \s*
    | (?<= [a-zà-ÿ]{2} ) (?P<tight> [.!?]["”’]? ) (?= ["“‘]? [A-Z][a-z]* ['’]? [a-z]* \s )
    | \n \s* \n \s*"""
)


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
    """Where a sentence ends, and where the next begins."""
    start = 0
    for match in _CANDIDATE.finditer(text):
        end = match.end("close") if match["stop"] else match.start() + len(match[0].rstrip())
        if match["full"] or ("\n" in match[0] and not match["stop"]):
            wanted = True
        else:
            wanted = is_boundary(text, start, match, language)
        if wanted:
            yield end, match.end()
            start = match.end()
