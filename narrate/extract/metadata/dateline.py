"""The date of publication as the page shows it beside its headline, in an element that says so."""

import re
from collections.abc import Iterator

from lxml import etree

from narrate.extract.metadata.dates import is_day_first, is_of_change, iso, written
from narrate.extract.metadata.place import WHOLE, headline, is_beside, is_of_picture
from narrate.extract.metadata.tags import dashed, is_of_other, words_of

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:pub(?:lish(?:ed|ing)?)?(?:-?(?:date|time|at|on))?|posted(?:-on|-at)?|"
    r"by-?line|(?:post|entry|article|asset|story)[_-]*(?:info|meta|date)|date(?:-?(?:published|posted|line|time|pub))?|datum|fecha|data|"
    r"time(?:-?stamp)?)(?:$|[\s_-])"
)
"""Names of classes that elements with a date of publication have."""
_OTHERS = re.compile(
    r"modif|updat(?!ed(?:\s|$))|chang|event|expir|comment|copyright|today|current|read"
)
"""Names of classes of other dates. (`updated` alone is what hAtom calls any entry's date.)"""
_ISSUE = re.compile(r"edition|issue")
"""Those of the date on the cover, which is published as well."""
_SILENT = frozenset({"script", "style", "head", "noscript", "template"})
_SHORTEST, _LONGEST = 6, 90
_LINE = 120
"""Characters of the line around a date, which may say that it is of the last change."""
_AFTER, _BEFORE = 1500, 200
"""Characters behind the headline, and above it, within which its date stands."""
_LEVELS = 3


def marked(root: etree._Element, title: str) -> str | None:
    """The date that is marked as the article's: by microdata, or by a class beside the headline."""
    for element in root.iter():
        marks = f"{element.get('itemprop') or ''} {element.get('pubdate') or ''}"
        if "datePublished" in marks or "pubdate" in marks:
            when = iso(element.get("datetime") or element.get("content") or element.text)
            if when and not is_beside(element) and not is_of_other(element):
                return when
    heading = headline(root, title)
    before, above, reached = None, 0, heading is None
    for element, apart in _dated(root, heading):
        above += apart
        if element is heading:
            before, reached = (before if above <= _BEFORE else None), True
        elif (when := _date(element, root.get("lang"))) and not _is_other(element):
            if reached:
                return when
            before, above = when, 0
    return before or _only(root)


def _only(root: etree._Element) -> str | None:
    """The one day that the page's machine-readable times name, wherever they stand."""
    times = (e for e in root.iter("time") if e.get("datetime") and not _is_other(e))
    found = [when for time in times if (when := _date(time, None))]
    return found[0] if len({when[:10] for when in found}) == 1 else None


def _dated(
    root: etree._Element, heading: etree._Element | None
) -> Iterator[tuple[etree._Element, int]]:
    """The headline, and the elements around it that seem to hold a date.

    Each with the characters since the one before it.
    """
    left, apart = _AFTER, 0
    behind = heading is None
    for element in root.iter(etree.Element):
        if element.tag in _SILENT:
            continue
        behind = behind or element is heading
        if element is heading or element.tag == "time" or _NAMED.search(_names(element)):
            yield element, apart
            apart = 0
        passed = len((element.text or "").strip()) + len((element.tail or "").strip())
        apart += passed
        left -= passed if behind else 0
        if left < 0:
            return


def _names(element: etree._Element) -> str:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return dashed(names) if names != " " else ""


def _date(element: etree._Element, language: str | None) -> str | None:
    words = words_of(element)
    if element.tag == "time" and (when := iso(element.get("datetime"))):
        return None if is_of_change(words) else when
    if not _SHORTEST <= len(words) <= _LONGEST:
        return None
    return written([words], day_first=is_day_first([words], language))


def _is_other(element: etree._Element) -> bool:
    """Whether a date is the last change's, a picture's, or that of something beside the article."""
    near = [element, *element.iterancestors()][: _LEVELS + 1]
    names = [_names(part) for part in near if part.tag not in WHOLE]
    if any(map(_ISSUE.search, names)):
        return True
    if any(map(_OTHERS.search, names)):
        return "publish" not in _names(element)
    line = words_of(near[1]) if len(near) > 1 else ""
    said = len(line) <= _LINE and is_of_change(line)
    return said or is_beside(element) or is_of_picture(element)
