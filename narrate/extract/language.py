"""The language of an article: declared, and checked against its commonest words and its script."""

import re
from collections import Counter

from narrate.extract.stopwords import SCRIPTS, STOPWORDS

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
"""Characters that are looked at."""
_SURE = 0.08
"""The share of words that must be the language's own stop words."""
_CLEARER = 1.6
"""How many times more stop words another language must have to overrule the declared one."""


def language_of(text: str, declared: str | None) -> str | None:
    """The declared language, or the one the text is plainly in where that is another.

    >>> language_of("The cat sat on the mat, and it was not at all sorry for that.", "de")
    'en'
    """
    scores = _scores(text[:_SAMPLE])
    if not scores:
        return declared
    best, score = max(scores.items(), key=lambda item: item[1])
    said = _primary(declared)
    if declared and (best == said or score < _CLEARER * scores.get(said, 0.0) or score < _SURE):
        return declared
    if declared and said not in STOPWORDS and said not in SCRIPTS and score < 2 * _SURE:
        return declared
    return best if score >= _SURE else declared


def _primary(tag: str | None) -> str:
    primary = (tag or "").split("-")[0].lower()
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id"}.get(primary, primary)


def _scores(text: str) -> dict[str, float]:
    """How plainly a text is in each language, from 0 to 1."""
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return {}
    for language, pattern in SCRIPTS.items():
        share = len(re.findall(pattern, text)) / len(letters)
        if share > 0.2:  # noqa: PLR2004 (Japanese writes a third in kana)
            return {language: share}
    words = Counter(word.lower() for word in _WORD.findall(text))
    total = words.total() or 1
    return {
        language: sum(words[word] for word in known) / total for language, known in STOPWORDS.items()
    }
