"""Plain text → Article."""

import re

from narrate.extract.text import normalised
from narrate.model import Article, Block, Metadata, Page


def read_plain(page: Page) -> Article:
    """Read plain text: paragraphs stand apart by blank lines, wrapped lines are joined."""
    paragraphs = [normalised(p) for p in re.split(r"\n\s*\n", page.text)]
    paragraphs = [p for p in paragraphs if p]
    title = paragraphs[0]
    return Article(
        Metadata(title), tuple(Block("paragraph", text) for text in paragraphs[1:] or paragraphs)
    )
