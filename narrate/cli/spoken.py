"""`narrate spoken`: how written text would be said."""

import json
import sys
from dataclasses import asdict

import click

from narrate.cli.options import VERBOSE
from narrate.spoken import normalise


@click.command("spoken")
@click.option("--lang", "language", default="en-US", show_default=True, metavar="TAG",
              help="The language of the text, as en-GB or fr.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the words with what is said for them.")
@VERBOSE
def command(*, language: str, as_json: bool) -> None:
    """Read lines of text and write, line for line, what the voice would be sent.

    \b
    echo 'Gov. Lee paid $1.2bn on 9/11.' | narrate spoken --lang en-US
    narrate spoken --lang de --json < lines.txt
    """
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        utterance = normalise(text, language)
        shown = json.dumps(asdict(utterance), ensure_ascii=False) if as_json else None
        click.echo(shown or utterance.spoken)
