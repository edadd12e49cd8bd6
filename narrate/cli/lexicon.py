"""`narrate lexicon`: what a publication's own pronunciations are made from."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from narrate.cli.options import LANGUAGE, LEXICONS, PRIVATE, SOURCES, VERBOSE
from narrate.cli.sources import expanded
from narrate.reading import Reading


@click.group("lexicon")
def command() -> None:
    """Make a lexicon of pronunciations.

    \b
    narrate lexicon suggest article.html > names.toml    # fill it in, and then
    narrate convert article.html --lexicon names.toml
    """


@command.command("suggest", no_args_is_help=True)
@SOURCES
@LANGUAGE
@LEXICONS
@PRIVATE
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@VERBOSE
def suggest(
    sources: tuple[str, ...],
    *,
    language: str | None,
    lexicons: tuple[Path, ...],
    allow_private: bool,
    as_json: bool,
) -> None:
    """List the names in articles that no dictionary has, as a lexicon to fill in.

    Known are the voice's dictionary, the names in our own tables, and what is in --lexicon. A
    word is taken for a name by its capital: one that stands only at the start of a sentence or
    in a headline is not found. In German, where every noun has a capital, only names of two
    words and those after a title are found; in scripts without capitals, as Arabic or Chinese,
    none are.

    \b
    narrate lexicon suggest article.html > names.toml
    narrate lexicon suggest monday/*.html --lexicon names.toml --json
    """
    from narrate.suggestion import as_toml, suggest

    reading = Reading(lexicons=lexicons, allow_private=allow_private)
    found = suggest(expanded(sources), reading, language)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo(as_toml(found), nl=False)
