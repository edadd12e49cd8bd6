"""`narrate convert`: articles to MP3."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from narrate.batch import Batch
from narrate.cli import DONE, FAILED, complain
from narrate.cli.options import SOURCES, VERBOSE, reading, reading_options
from narrate.cli.outputs import Outputs
from narrate.cli.sources import expanded
from narrate.containers import names
from narrate.conversion import Conversion, Result
from narrate.errors import NarrateError, PublishError
from narrate.pipeline import Progress, Settings, workers
from narrate.publish.beside import Companion

_LABEL = 40  # characters of a source before the bar


@click.command("convert", no_args_is_help=True)
@SOURCES
@click.option("-o", "--output", metavar="OUT", help="A file, a folder, or - for standard output.")
@click.option("--format", type=click.Choice(names()),
              help="Else as OUT is named; MP3 and WAV take no ffmpeg.")  # fmt: skip
@reading_options
@click.option("--bitrate", type=int, help="Kilobits a second; 64, and 32 in Opus.")
@click.option("--sample-rate", type=int, help="Samples a second, as 44100; else the voice's own.")
@click.option("--quality", type=click.IntRange(2, 7), default=7, show_default=True,
              help="LAME's: 2 is the slowest, 7 the fastest.")  # fmt: skip
@click.option("--intro", type=click.Path(path_type=Path), metavar="WAV", help="Played first.")
@click.option("--outro", type=click.Path(path_type=Path), metavar="WAV", help="Played last.")
@click.option("--cover", type=click.Path(path_type=Path), metavar="IMAGE", help="JPEG or PNG.")
@click.option("--text-by", type=click.Choice(["people", "machine-help", "unknown"]),
              default="unknown", help="Who wrote the text, for the file's tags.")  # fmt: skip
@click.option("--captions", callback=lambda _context, _option, text: _companions(text),
              default="all", show_default=True, metavar="LIST",
              help="Written beside it: vtt,words,srt,transcript,chapters.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; else one a core.")
@click.option("--no-cache", is_flag=True, help="Make everything anew and keep nothing.")
@click.option("--dry-run", is_flag=True, help="Do all but speak: silence of a likely length.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each source.")
@VERBOSE
def command(sources: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Make an MP3 of articles, with captions and a timeline beside it.

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
    how, settings = reading(options), _settings(options | {"format": outputs.container.name})
    if outputs.is_stdout:
        return _to_stdout(Conversion(sources[0], how, settings), jobs)
    name = None if dry_run else outputs.path
    batch = Batch(sources, how, settings, name, outputs.folder, jobs)
    return _convert(batch, as_json=as_json)


_COMPANIONS: dict[str, Companion] = {
    "vtt": "captions",
    "words": "words",
    "srt": "subtitles",
    "transcript": "transcript",
    "chapters": "chapters",
}


def _companions(text: str) -> tuple[Companion, ...]:
    """Which files are meant by a list; in one order, so that the cache knows it again."""
    lists = {"all": set(_COMPANIONS), "none": set[str]()}
    names = lists[text] if text in lists else {name.strip() for name in text.split(",")}
    if wrong := names - set(_COMPANIONS):
        known = ", ".join(_COMPANIONS)
        raise click.BadParameter(f"{min(wrong)!r} is none of {known}, all and none.")
    return tuple(kind for name, kind in _COMPANIONS.items() if name in names)


def _settings(options: dict[str, Any]) -> Settings:
    from narrate.cache import Cache, default_folder

    cover = options.pop("cover")
    kept = None if options.pop("no_cache") else Cache(default_folder())
    return Settings(cover=_read(cover) if cover else None, kept=kept, **options)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PublishError(f"can't be read: {error.strerror}", subject=str(path)) from error


def _to_stdout(conversion: Conversion, jobs: int | None) -> int:
    with workers(jobs) as pool, _progress("") as progress:
        conversion.convert(pool, progress, sys.stdout.buffer)
    return DONE


def _convert(batch: Batch, *, as_json: bool) -> int:
    """Convert a batch and say what became of each source; the exit code."""
    fine = True
    label = f"{len(batch.sources)} articles" if len(batch.sources) > 1 else batch.sources[0]
    with _progress(label) as progress:
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
    return f"{name}  {clock(result.duration)}  made in {result.took:.1f} s"


def clock(seconds: float) -> str:
    """A duration as a person says it.

    >>> clock(65.2), clock(3725)
    ('1:05', '1:02:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def _progress(label: str) -> Iterator[Progress]:
    """A bar with the time left, on a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    shown = label if len(label) <= _LABEL else f"…{label[1 - _LABEL :]}"
    with click.progressbar(length=1, label=shown, file=sys.stderr, show_eta=True) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done)

        yield tell
