"""Latin and other abbreviations inside a sentence: 'e.g.', 'i.e.', 'etc.', 'v.', 'ca.'."""

from collections.abc import Iterator

from narrate.spoken.draft import Edit
from narrate.spoken.patterns import Pattern

_LATIN = Pattern(
    r"""\b (?P<word> e\.\s?g\. | et \s al\. (?= [ ] [a-z(] ) | Ph\.\s?D\b\.?
    | M\.Phil\. | D\.Phil\. | [BM]\.Sc\. | Ed\.D\. | LL\.[BDM]\. | ca?\. (?= \s? \d ) | viz\.
    | a\.k\.a\. | cf\. | [Vv]s\b\.? | v\. (?= \s [A-Z] ) | pp?\. (?= \s? \d ) )"""
)
_SAID = {
    "e.g.": "for example", "etal.": "et al", "ca.": "circa",
    "c.": "circa", "viz.": "namely", "a.k.a.": "also known as", "cf.": "compare", "vs": "versus",
    "vs.": "versus", "v.": "v", "p.": "p", "pp.": "p p",
}  # fmt: skip


def latin(text: str) -> Iterator[Edit]:
    """In English words.

    >>> [edit.said for edit in latin("drinks, e.g. tea, c. 1900, Roe v. Wade")]
    ['for example', 'circa', 'v']
    """
    for match in _LATIN.finditer(text):
        written = match["word"].replace(" ", "")
        said = _SAID.get(written.lower()) or written.replace(".", "")
        if match["word"].endswith(".") and not text[match.end() :].strip("\"'”’) "):
            said += "."
        yield Edit(match.start(), match.end(), said)
