"""Vorbis comments, which FLAC and Opus carry: names of the field, values as text.

Sources: the Vorbis comment field recommendations of xiph.org, and for chapters the Chapter
Extension of xiph's wiki, `CHAPTER001=hh:mm:ss.mmm` with `CHAPTER001NAME`.
"""

from collections.abc import Sequence

from narrate.publish.chapters import Chapter
from narrate.publish.clock import milliseconds, stamp

from .labels import Labels

_MOST_CHAPTERS = 999  # the number has three digits


def comments(known: Labels, chapters: Sequence[Chapter]) -> list[tuple[str, str]]:
    """All comments in their order; a name may stand several times."""
    pairs = [
        ("TITLE", known.title),
        *(("ARTIST", name) for name in known.authors or (known.site,)),
        ("ALBUM", known.site),
        ("PUBLISHER", known.site),
        ("DATE", known.date),
        ("GENRE", "Podcast"),
        ("GENRE", "Speech"),
        ("CONTACT", known.url),
        ("SOURCE-URL", known.url),
        ("LANGUAGE", known.language),
        ("ENCODED-BY", "narrate"),
        ("ENCODER-SETTINGS", known.maker),
        ("COMMENT", known.notice),
        ("DESCRIPTION", known.notice),
        *known.machine.items(),
        ("LYRICS", known.transcript),
    ]
    marks = [pair for number, one in enumerate(chapters, 1) for pair in _chapter(number, one)]
    return [(name, value) for name, value in (*pairs, *marks) if value]


def _chapter(number: int, chapter: Chapter) -> list[tuple[str, str]]:
    if number > _MOST_CHAPTERS:
        return []
    name = f"CHAPTER{number:03}"
    return [(name, stamp(milliseconds(chapter.start))), (f"{name}NAME", chapter.title)]
