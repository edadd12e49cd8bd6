"""The one verb of the room: `extract`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from narrate.errors import ExtractError
from narrate.extract.later import load_later
from narrate.extract.refuse import refuse_binary
from narrate.model import Article, Page


def extract(page: Page) -> Article:
    """Understand a page: its metadata, and its blocks in reading order.

    Blocks that must not be read aloud stay in the article, with the reason in `omitted`.
    Raises ExtractError, which says why, when the page holds no article.
    """
    if not page.text.strip():
        raise ExtractError("the page is empty", subject=page.source)
    refuse_binary(page)
    load_later("soupsieve")
    if page.media_type == "text/plain":
        from narrate.extract.plain import read_plain

        return read_plain(page)
    if page.media_type == "text/markdown":
        from narrate.extract.markdown import read_markdown

        return read_markdown(page)
    from narrate.extract.html import read_html

    with _uncollected():
        return read_html(page)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for garbage while a tree grows, which it would do for nothing.

    Counted in objects, a page makes it look every few milliseconds, an eighth of the time in all;
    afterwards it finds the whole tree at once.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()
