"""Written text to what the voice is sent, every written word aligned with its spoken words.

`sentences` splits a paragraph, `normalise` says a sentence as a newsreader would,
`word_times` brings what the engine reports back to the written words, `realign` aligns a
spoken form that a person has edited, `explain` tells which step changed what. A new rule
for English is a function in `english/` with a line in `english/__init__.py`; a table is
JSON in `data/`.
"""

from narrate.spoken.align import word_times
from narrate.spoken.dictionary import load_lexicon
from narrate.spoken.explain import Change, explain
from narrate.spoken.lexicon import PHONEMES, Entry, Lexicon
from narrate.spoken.normalise import normalise
from narrate.spoken.realign import realign
from narrate.spoken.sentences import sentences

__all__ = [
    "PHONEMES",
    "Change",
    "Entry",
    "Lexicon",
    "explain",
    "load_lexicon",
    "normalise",
    "realign",
    "sentences",
    "word_times",
]
