"""Lines that are a date, a time, or how long the reading takes."""

import re

_CLOCK = re.compile(r"(?<![$€£#\d.,|])\b(?:[01]?\d|2[0-4])[:.h][0-5]\d\b(?![\d/%])")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}年")
_READING = re.compile(
    r"^\W*(?:lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|"
    r"tempo de leitura|reading time)?\W*"
    r"\d{1,3}(?::\d\d)?\s*-?(?:min|mins|minutes?|minuti|minutos?|minuten|мин|dk|分|분)\b\.?\W*"
    r"(?:read|listen|watch|lesezeit|de lecture|de lectura|di lettura|de leitura|lesedauer|okuma)?"
    r"\W*$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"^\W*(?:\d+|an?|one)\s*(?:[^\W\d]+\s+)?(?:ago|önce|назад)(?![^\W\d])|"
    r"^(?:vor|il y a|hace|há|fa)\s+\d+\s\w+$|"
    r"^\d+(?:分|時間|小时|小時|日|시간|분)\s?(?:前|전)$",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    r"^\W*(?:first |last )?(?:published|posted|updated|modified|aktualisiert|veröffentlicht|"
    r"erschienen|stand|publié|mis à jour|modifié|publicado|actualizado|última actualización|"
    r"atualizado|última atualização|pubblicato|aggiornato|ultimo aggiornamento|gepubliceerd|"
    r"bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|opublikowano|zaktualizowano)(?!\w)",
    re.IGNORECASE,
)
"""How a line begins that says of a time what happened then."""
_RANGE = re.compile(r"(?<![\d-])\d{1,2}\.?\s?(?:[–—-]|to|bis|al?|au)\s?\d{1,2}\b(?![-–—:.]\d)")
"""From one day to another: when something takes place, and not when the page was written."""
_MEASURE = re.compile(r"[$€£¥%×+=<>{}″”]|\d\s?(?:mm|cm|kg|km|mb|gb|w|h)\b|;", re.IGNORECASE)
_LONGEST, _SHORT = 100, 60


def is_timestamp(text: str) -> bool:
    """Whether a line is little more than a date, a time, or how long the reading takes.

    >>> is_timestamp("Published 6 May 2024, 10:15"), is_timestamp("6 min read")
    (True, True)
    >>> is_timestamp("Aktualisiert: 4. März 2026"), is_timestamp("It began in 1998.")
    (True, False)
    """
    if len(text) > _LONGEST or text[-1] in "!?。":
        return False
    if len(text) < _SHORT and (_READING.match(text) or _AGO.search(text)):
        return True
    dated, timed = bool(_DATE.search(text)), bool(_CLOCK.search(text))
    if not (dated or timed) or (not timed and _RANGE.search(text)):
        return False
    if len(text) < _SHORT and text[-1] != "." and _STAMPED.match(text):
        return True
    return _is_mostly_digits(text, dated=dated, timed=timed)


def _is_mostly_digits(text: str, *, dated: bool, timed: bool) -> bool:
    """Whether a line with a date or a time has few letters beside its digits."""
    digits = sum(character.isdigit() for character in text)
    letters = sum(character.isalpha() for character in text)
    if dated and timed:
        return letters <= 4 * digits
    if text[-1] == "." and not timed and letters > digits:
        return False
    return letters <= (2.5 if dated else 2) * digits and not _MEASURE.search(text)
