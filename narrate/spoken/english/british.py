"""What British, Irish, Australian and Indian voices say otherwise."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern

_SMALL = r"""(?: one | two | three | four | five | six | seven | eight | nine | ten | eleven
    | twelve | (?: thir | four | fif | six | seven | eigh | nine ) teen
    | (?: twen | thir | for | fif | six | seven | eigh | nine ) ty (?: -\w+ )? ) \b"""
_LARGE = r"(?: hundred | thousand | million | billion | trillion ) \b"
_JOINT = Pattern(
    rf"""\b (?: hundred (?P<gap> [ ] ) (?= {_SMALL} (?! -\w | [ ] hundred \b ) )
    | (?: thousand | million | billion ) (?P<wide> [ ] )
      (?= {_SMALL} (?! -\w | [ ] {_LARGE} ) ) )"""
)


def joints(text: str) -> Iterator[Edit]:
    """The 'and' before tens and ones.

    >>> [edit.said for edit in joints("one thousand two hundred fifty pounds")]
    [' and ']
    """
    for match in _JOINT.finditer(text):
        gap = "gap" if match["gap"] else "wide"
        yield Edit(match.start(gap), match.end(gap), " and ")
