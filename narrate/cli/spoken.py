"""`narrate spoken`: how written text would be said."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from narrate.cli.options import VERBOSE
from narrate.spoken import Lexicon, explain, load_lexicon, normalise


@click.command("spoken")
@click.option("--lang", "language", default="en-US", show_default=True, metavar="TAG",
              help="The language of the text, as en-GB or fr.")  # fmt: skip
@click.option("--lexicon", type=click.Path(path_type=Path), metavar="FILE",
              help="Pronunciations, as PLS or TOML.")  # fmt: skip
@click.option("--emoji", is_flag=True, help="Say emoji by their names.")
@click.option("--explain", "explained", is_flag=True, help="Say which step changed what.")
@click.option("--json", "as_json", is_flag=True, help="Print the words with what is said for them.")
@VERBOSE
def command(
    *, language: str, lexicon: Path | None, emoji: bool, explained: bool, as_json: bool
) -> None:
    """Read lines of text and write, line for line, what the voice would be sent.

    \b
    echo 'Gov. Lee paid $1.2bn on 9/11.' | narrate spoken --lang en-US
    echo 'In 1984, No. 10 said no.' | narrate spoken --explain
    narrate spoken --lang de --json < lines.txt
    """
    known = load_lexicon(lexicon) if lexicon else None
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if explained:
            click.echo(_explained(text, language, known))
        elif as_json:
            said = normalise(text, language, lexicon=known, emoji=emoji)
            click.echo(json.dumps(asdict(said), ensure_ascii=False))
        else:
            click.echo(normalise(text, language, lexicon=known, emoji=emoji).spoken)


def _explained(text: str, language: str, lexicon: Lexicon | None) -> str:
    """The text, and under it each step that changed it with what it made."""
    changes = explain(text, language, lexicon=lexicon)
    width = max((len(change.step) for change in changes), default=0)
    lines = [f"  {change.step.ljust(width)}  {change.after}" for change in changes]
    return "\n".join([text, *lines])
