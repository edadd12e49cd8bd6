"""What the page itself says of how a passage is said: an abbreviation's title, ruby."""

import re
from collections.abc import Iterable, Iterator

from narrate.model import Gloss
from narrate.spoken.draft import Edit
from narrate.spoken.lexicon import Lexicon

_LONGEST = 100  # characters; past that a title is a note for the eye
_DENSE = {"ja", "ko", "yue", "zh"}
_FOREIGN = re.compile(r"[\u2e80-\ud7ff\uf900-\ufaff\uff66-\uff9f]")
_NOT_SAID = re.compile(r"://|@|\d{4}-\d\d|\d\d:\d\d")
"""Titles that are data: addresses, and times as microformats write them."""


def glossed(
    text: str, glosses: Iterable[Gloss], lexicon: Lexicon | None, language: str
) -> Iterator[Edit]:
    """The page's own readings in place of the passages, unless the publication's lexicon has one.

    A reading that is no words (an address, a time for machines) is left out, and so is one in
    characters that the language isn't written in, as kana over a name on an English page.

    >>> who = Gloss(4, 7, "World Health Organization")
    >>> [edit.said for edit in glossed("The WHO met.", [who], None, "en")]
    ['World Health Organization']
    >>> list(glossed("On 3 May", [Gloss(3, 8, "2024-05-03T12:00")], None, "en"))
    []
    """
    wanted = [gloss for gloss in glosses if _is_words(gloss.said, language)]
    known = list(lexicon.edits(text, language)) if lexicon and wanted else []
    for gloss in wanted:
        if not any(edit.start < gloss.end and gloss.start < edit.end for edit in known):
            yield Edit(gloss.start, gloss.end, " ".join(gloss.said.split()))


def _is_words(said: str, language: str) -> bool:
    written = language.lower().partition("-")[0] in _DENSE or _FOREIGN.search(said) is None
    words = len(said) <= _LONGEST and any(map(str.isalpha, said))
    return written and words and _NOT_SAID.search(said) is None
