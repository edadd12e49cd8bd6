"""`narrate convert`: articles to files of sound."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from narrate.batch import Batch
from narrate.cli import DONE, FAILED, complain
from narrate.cli.marking import marking
from narrate.cli.options import SOURCES, VERBOSE, reading, reading_options, sound_options
from narrate.cli.outputs import Outputs
from narrate.cli.showing import progress_bar
from narrate.cli.signing import signing
from narrate.cli.sources import expanded
from narrate.conversion import Conversion, Result
from narrate.errors import NarrateError, PublishError
from narrate.pipeline import Settings, workers
from narrate.publish.clock import shown


@click.command("convert", no_args_is_help=True)
@SOURCES
@click.option("-o", "--output", metavar="OUT", help="A file, a folder, or - for standard output.")
@reading_options
@sound_options
@click.option("--dry-run", is_flag=True, help="Do all but speak: silence of a likely length.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each source.")
@VERBOSE
def command(sources: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Make audio editions of articles, MP3 if not told otherwise, with captions and a timeline.

    SOURCE is an HTML, Markdown or text file, a folder of such, an http(s) address, - for standard
    input, or the JSON that `narrate extract` or `narrate script` printed.

    \b
    narrate convert article.html -o article.mp3
    narrate convert https://example.org/news/story --voice en-gb
    narrate convert monday/*.html -o editions/        # named after their titles
    narrate convert article.html -o article.m4b       # or .opus, .flac, .wav
    curl -s https://example.org/story | narrate convert - -o - > story.mp3
    narrate convert article.html --intro jingle.wav --cover cover.jpg --json
    """
    as_json, dry_run, jobs = (options.pop(name) for name in ("as_json", "dry_run", "jobs"))
    if as_json and output == "-":
        raise click.UsageError("--json and -o - both want standard output.")
    sources = expanded(sources)
    outputs = Outputs(output, many=len(sources) > 1, format=options["format"])
    outputs.check()
    how, made_as = reading(options), settings(options | {"format": outputs.container.name})
    if outputs.is_stdout:
        return _to_stdout(Conversion(sources[0], how, made_as), jobs)
    name = None if dry_run else outputs.path
    batch = Batch(sources, how, made_as, name, outputs.folder, jobs)
    return _convert(batch, as_json=as_json)


def settings(options: dict[str, Any]) -> Settings:
    """How an edition is made, by the options of a command; raises CredentialsError."""
    from narrate.cache import Cache, default_folder

    cover = options.pop("cover")
    kept = None if options.pop("no_cache") else Cache(default_folder())
    signer, mark = signing(options), marking(options)
    picture = _read(cover) if cover else None
    return Settings(cover=picture, kept=kept, signing=signer, marking=mark, **options)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PublishError(f"can't be read: {error.strerror}", subject=str(path)) from error


def _to_stdout(conversion: Conversion, jobs: int | None) -> int:
    with workers(jobs) as pool, progress_bar("") as progress:
        conversion.convert(pool, progress, sys.stdout.buffer)
    return DONE


def _convert(batch: Batch, *, as_json: bool) -> int:
    """Convert a batch and say what became of each source; the exit code."""
    fine = True
    label = f"{len(batch.sources)} articles" if len(batch.sources) > 1 else batch.sources[0]
    with progress_bar(label) as progress:
        for source, outcome in zip(batch.sources, batch.outcomes(progress), strict=True):
            if isinstance(outcome, NarrateError):
                fine = False
                if as_json:
                    refused = {"source": source, "error": str(outcome)}
                    click.echo(json.dumps(refused, ensure_ascii=False))
                complain(outcome)
            else:
                click.echo(_object(outcome) if as_json else _line(outcome))
    return DONE if fine else FAILED


def _object(result: Result) -> str:
    """A result as JSON."""
    rounded = {"duration": round(result.duration, 3), "loudness": round(result.loudness, 1)}
    told = asdict(result) | rounded | {"files": result.files.paths}
    return json.dumps(told, ensure_ascii=False, default=str)


def _line(result: Result) -> str:
    name = result.output or f"{result.source} (nothing written)"
    return f"{name}  {shown(round(result.duration))}  made in {result.took:.1f} s"
