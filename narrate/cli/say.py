"""`narrate say`: one phrase, to hear how it is said."""

import sys
from typing import Any

import click

from narrate.cli.options import LANGUAGE, VERBOSE, voice_options
from narrate.cli.outputs import Outputs
from narrate.reading import Reading


@click.command("say", no_args_is_help=True)
@click.argument("text", metavar="TEXT")
@click.option(
    "-o", "--output", metavar="OUT", help="A file, as phrase.mp3 or .wav, or - for standard output."
)
@LANGUAGE
@voice_options
@click.option("--phonemes", is_flag=True, help="Print how it would be said, and say nothing.")
@VERBOSE
def command(
    text: str, *, output: str | None, language: str | None, phonemes: bool, **options: Any
) -> None:
    """Say one phrase: play it, or write it to a file.

    No notice is spoken, but the file's tags still tell that the voice is AI-generated.

    \b
    narrate say 'Gov. Lee met Zelensky in Kyiv.'
    narrate say 'Kyiv' --lexicon names.toml --phonemes
    narrate say 'Guten Morgen' --lang de --rate 140 -o morgen.mp3
    """
    from narrate.cache import Cache, default_folder
    from narrate.saying import phrase

    said = phrase(text, Reading(**options), language, Cache(default_folder()))
    if phonemes:
        click.echo("\n".join(line for line in (said.spoken, said.transcribed()) if line))
    elif output is None:
        _play(said)
    else:
        _write(said, output)


def _play(said: Any) -> None:
    from narrate.playing import find_player

    player = find_player()  # before any work is done
    player.play(said.wav() if player.form == "wav" else said.edition())


def _write(said: Any, output: str) -> None:
    from narrate.publish.atomic import write

    outputs = Outputs(output, many=False)
    outputs.check()
    path = outputs.path("-", said.script.metadata.title)
    sound = said.edition(outputs.container.name)
    if outputs.is_stdout or path is None:
        sys.stdout.buffer.write(sound)
    else:
        write(path, sound)
        click.echo(path)
