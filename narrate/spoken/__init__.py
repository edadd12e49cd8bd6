"""Written text to what the voice is sent, every written word aligned with its spoken words."""

from narrate.spoken.align import word_times
from narrate.spoken.lexicon import Entry, Lexicon
from narrate.spoken.normalise import normalise
from narrate.spoken.realign import realign
from narrate.spoken.sentences import sentences

__all__ = ["Entry", "Lexicon", "normalise", "realign", "sentences", "word_times"]
