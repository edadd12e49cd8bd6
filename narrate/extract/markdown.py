"""Markdown → Article."""

from dataclasses import replace

from narrate.extract.html import read_html
from narrate.model import Article, Page


def read_markdown(page: Page) -> Article:
    """Read Markdown, with or without front matter."""
    from markdown_it import MarkdownIt

    return read_html(replace(page, text=MarkdownIt().render(page.text)))
