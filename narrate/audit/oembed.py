"""oEmbed documents: the title of the frame that other sites show."""

import json
from collections.abc import Iterator
from pathlib import Path

from narrate.audit.report import Check
from narrate.audit.words import Notices


def oembed_checks(path: Path, subject: str) -> Iterator[Check]:
    """What the frame in an oEmbed document is called; nothing where there is no document."""
    from lxml import etree, html

    if not path.is_file():
        return
    try:
        markup = str(json.loads(path.read_bytes())["html"])
        frame = html.fragment_fromstring(markup, create_parent="div").find(".//iframe")
    except (ValueError, KeyError, TypeError, etree.LxmlError, RecursionError):
        frame = None
    title = "" if frame is None else frame.get("title") or ""
    if Notices().within(title):
        yield Check(subject, "oEmbed", told=True, what=title)
        return
    what = f"the frame in {path.name} has no title that says it"
    yield Check(subject, "oEmbed", told=False, what=what, mend="make it anew")
