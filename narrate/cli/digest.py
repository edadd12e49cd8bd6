"""`narrate digest`: several articles in one file, with a chapter for each."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from narrate.cli import DONE, FAILED, complain
from narrate.cli.convert import settings
from narrate.cli.options import SOURCES, VERBOSE, reading, reading_options, sound_options
from narrate.cli.outputs import Outputs
from narrate.cli.showing import progress_bar
from narrate.cli.sources import expanded
from narrate.pipeline import Edition, Maker, workers
from narrate.publish.clock import shown
from narrate.reading import Reading

if TYPE_CHECKING:
    from narrate.digest import Digest


@click.command("digest", no_args_is_help=True)
@SOURCES
@click.option("-o", "--output", metavar="OUT", help="A file, a folder, or - for standard output.")
@click.option("--title", help="The edition's name; else after the day of its latest article.")
@click.option("--between", type=click.Path(path_type=Path), metavar="WAV",
              help="Played before each article.")  # fmt: skip
@click.option("--disclaimer-in-parts", is_flag=True, help="Say the notice in each article too.")
@reading_options
@sound_options
@click.option("--json", "as_json", is_flag=True, help="Print what was made as a JSON object.")
@VERBOSE
def command(sources: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Make one edition of several articles: the notice, a list of contents, a chapter an article.

    Articles that can't be read, or are in another language than the first, are left out and
    reported, and the exit code is 1.

    \b
    narrate digest monday/*.html -o monday.mp3
    narrate digest monday/ --title 'The Monday briefing' --between sting.wav -o monday.m4b
    """
    from narrate.digest import digest

    names = ("title", "jobs", "as_json", "disclaimer_in_parts")
    title, jobs, as_json, in_parts = (options.pop(name) for name in names)
    if as_json and output == "-":
        raise click.UsageError("--json and -o - both want standard output.")
    outputs = Outputs(output, many=False, format=options["format"])
    outputs.check()
    how = _reminded(reading(options)) if in_parts else reading(options)
    made_as = settings(options | {"format": outputs.container.name})
    found = digest(expanded(sources), how, title)
    for error in found.refused:
        complain(error)
    path = outputs.path("-", found.script.metadata.title)
    with workers(jobs) as pool, progress_bar(found.script.metadata.title) as progress:
        maker = Maker(pool, made_as)
        target = sys.stdout.buffer if outputs.is_stdout or path is None else path
        edition = maker.make(found.script, found.voice, target, progress)
    if edition.output:
        click.echo(_object(found, edition) if as_json else _line(edition))
    return FAILED if found.refused else DONE


def _reminded(how: Reading) -> Reading:
    if how.frame.disclaimer == "":
        raise click.UsageError("--no-disclaimer leaves the notice out: say nothing else of it.")
    return replace(how, frame=replace(how.frame, parts=True))


def _line(edition: Edition) -> str:
    return f"{edition.output}  {shown(round(edition.heard.duration))}"


def _object(found: "Digest", edition: Edition) -> str:
    """What was made, as JSON."""
    from narrate.publish.chapters import chapters

    title = found.script.metadata.title
    said = {
        "title": title,
        "output": str(edition.output),
        "duration": round(edition.heard.duration, 3),
        "loudness": round(edition.loudness, 1),
        "chapters": [one.title for one in chapters(edition.heard, title)],
        "errors": [str(error) for error in found.refused],
    }
    return json.dumps(said, ensure_ascii=False)
