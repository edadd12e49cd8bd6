"""`narrate script`: what would be said, sentence by sentence."""

import json
from typing import Any

import click

from narrate import forms
from narrate.cli.options import VERBOSE, reading, reading_options
from narrate.model import Script
from narrate.reading import script_of


@click.command("script", no_args_is_help=True)
@click.argument("source", metavar="SOURCE")
@click.option("--text", "as_text", is_flag=True, help="Print text to read, not JSON to edit.")
@reading_options
@VERBOSE
def command(source: str, *, as_text: bool, **options: Any) -> None:
    """Print the segments of a source's script, in order.

    Each has its kind, its text, the pause after it in seconds, its place in the page, and
    `spoken` where the voice is sent something else than the text.

    \b
    narrate script article.html > story.json    # edit it, and then
    narrate convert story.json
    narrate script --text article.html
    """
    script, _ = script_of(source, reading(options))
    click.echo(forms.script_text(script) if as_text else _json(script))


def _json(script: Script) -> str:
    return json.dumps(forms.script_json(script), ensure_ascii=False, indent=2)
