"""`narrate extract`: what would be read aloud, and what not."""

import json
from typing import Any

import click

from narrate import forms
from narrate.cli import DONE, FAILED, complain
from narrate.cli.options import PRIVATE, SOURCES, VERBOSE
from narrate.errors import NarrateError
from narrate.model import Article
from narrate.reading import Reading, article_of


@click.command("extract", no_args_is_help=True)
@SOURCES
@click.option("--explain", is_flag=True, help="Show every block, and why it is left out, as text.")
@PRIVATE
@VERBOSE
def command(sources: tuple[str, ...], *, explain: bool, allow_private: bool) -> int:
    """Print one JSON object for each source, one a line.

    It holds the article's title, authors, dates, language and so on; `blocks`, each with its
    kind, its text, its place in the page and, where it is not read aloud, why (`omitted`); and
    `text`, what would be read aloud, without the title. A source that is refused is an object
    with `error`.

    \b
    narrate extract article.html | jq -r .text
    narrate extract --explain https://example.org/news/story
    narrate extract article.html > article.json       # edit it, and then
    narrate convert article.json
    """
    fine = [_extract(source, Reading(allow_private=allow_private), explain) for source in sources]
    return DONE if all(fine) else FAILED


def _extract(source: str, how: Reading, explain: bool) -> bool:  # noqa: FBT001 - a flag's value
    try:
        article = article_of(source, how)
    except NarrateError as error:
        refused: dict[str, Any] = {"source": source, "error": str(error)}
        if not explain:
            click.echo(json.dumps(refused, ensure_ascii=False))
        complain(error)
        return False
    click.echo(explained(article) if explain else _line(article))
    return True


def _line(article: Article) -> str:
    return json.dumps(forms.article_json(article), ensure_ascii=False)


def explained(article: Article) -> str:
    """An article's blocks as text: what is read, and what is left out and why."""
    lines = [f"# {article.metadata.title}", ""]
    for block in article.blocks:
        mark = f"[not read: {block.omitted}]" if block.omitted else f"[{block.kind}]"
        lines.append(f"{mark} {block.text}")
    return "\n".join(lines)
