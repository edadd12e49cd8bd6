"""Rules of recurrence, as calendars write them (RFC 5545, section 3.3.10)."""

import re
from collections.abc import Callable

from narrate.errors import ConfigError

_DAY = r"([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)"
_DATE = r"\d{8}(T\d{6}Z?)?"


def _within(most: int, *, signed: bool = False) -> Callable[[str], bool]:
    def holds(value: str) -> bool:
        figures = value.split(",")
        sign = "[+-]?" if signed else ""
        if not all(re.fullmatch(rf"{sign}\d+", figure) for figure in figures):
            return False
        return all((0 if not signed else 1) <= abs(int(figure)) <= most for figure in figures)

    return holds


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda value: all(re.fullmatch(pattern, part) for part in value.split(","))


_COUNT = _matches(r"[1-9]\d{0,8}")
_PARTS: dict[str, Callable[[str], bool]] = {
    "FREQ": lambda value: value in {
        "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY",
    },
    "UNTIL": lambda value: re.fullmatch(_DATE, value) is not None,
    "COUNT": lambda value: "," not in value and _COUNT(value),
    "INTERVAL": lambda value: "," not in value and _COUNT(value),
    "BYSECOND": _within(60),
    "BYMINUTE": _within(59),
    "BYHOUR": _within(23),
    "BYDAY": _matches(_DAY),
    "BYMONTHDAY": _within(31, signed=True),
    "BYYEARDAY": _within(366, signed=True),
    "BYWEEKNO": _within(53, signed=True),
    "BYMONTH": _within(12),
    "BYSETPOS": _within(366, signed=True),
    "WKST": lambda value: value in {"MO", "TU", "WE", "TH", "FR", "SA", "SU"},
}  # fmt: skip


def fault(text: str) -> str | None:
    """What is wrong with a rule; None when nothing is.

    >>> fault("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    >>> fault("FREQ=WEEKDAYS")
    'FREQ cannot be WEEKDAYS'
    """
    seen: set[str] = set()
    for part in text.split(";"):
        name, mark, value = part.partition("=")
        if not mark or name not in _PARTS:
            return f"{part or 'an empty part'} is not a part of a rule"
        if name in seen:
            return f"{name} stands in it twice"
        if not _PARTS[name](value):
            return f"{name} cannot be {value or 'empty'}"
        seen.add(name)
    if "FREQ" not in seen:
        return "it has no FREQ"
    return "COUNT and UNTIL exclude each other" if {"COUNT", "UNTIL"} <= seen else None


def rule(text: str) -> str:
    """The rule itself, in capitals; raises ConfigError for what is none.

    >>> rule("freq=daily")
    'FREQ=DAILY'
    """
    text = text.strip().upper().removeprefix("RRULE:")
    if wrong := fault(text):
        raise ConfigError(
            f"this is not a rule of recurrence: {wrong}",
            subject=text,
            mend="write it as FREQ=DAILY or FREQ=WEEKLY;BYDAY=MO,FR (RFC 5545)",
        )
    return text
