"""The words for 'a machine is speaking', by language: to say them, and to know them again.

`wording.json` has what is said and shown, one entry a language; a voice's file may have its own
words instead. `words.json` has the vocabulary of such notices, by which those that a page has
already, in whatever wording, are recognised. To add a language, add it to both.
"""

from narrate.notices.recognise import is_notice, is_told, tells
from narrate.notices.wording import ENGLISH, Wording, languages, wording_for

__all__ = ["ENGLISH", "Wording", "is_notice", "is_told", "languages", "tells", "wording_for"]
