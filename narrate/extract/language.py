"""The language of an article: declared, and checked against its commonest words and its script."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from narrate.extract.data import lists

_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "bn": re.compile(r"[\u0980-\u09ff]"),
    "ta": re.compile(r"[\u0b80-\u0bff]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
}
"""Scripts that are one language's own; kana before the characters that Chinese shares."""
_WORD = re.compile(r"[^\W\d_]+")
_OWN_SCRIPT = 0.2
"""The share of letters in a script of its own; Japanese writes a third in kana."""
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
    if declared and said not in _stopwords() and said not in _SCRIPTS and score < 2 * _SURE:
        return declared
    return best if score >= _SURE else declared


def _primary(tag: str | None) -> str:
    primary = (tag or "").split("-")[0].lower()
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id"}.get(primary, primary)


def _scores(text: str) -> dict[str, float]:
    """How plainly a text is in each language, from 0 to 1."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    if not letters:
        return {}
    signs = "".join(set(text))
    for language, pattern in {} if text.isascii() else _SCRIPTS.items():
        if not pattern.search(signs):
            continue
        share = len(pattern.findall(text)) / letters
        if share > _OWN_SCRIPT:
            return {language: share}
    counts = Counter(word.lower() for word in words)
    return {
        language: sum(counts[word] for word in counts.keys() & known) / len(words)
        for language, known in _stopwords().items()
    }


@cache
def _stopwords() -> dict[str, frozenset[str]]:
    """The commonest words by language."""
    entries = lists(Path(__file__).with_name("stopwords.txt"))[""]
    return {language: frozenset(words) for language, words in entries.items()}
