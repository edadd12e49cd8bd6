"""`narrate convert`: articles to MP3."""

import io
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import click

from narrate.cli import DONE, FAILED, complain
from narrate.cli.options import SOURCES, VERBOSE, reading, reading_options
from narrate.cli.outputs import Outputs
from narrate.errors import NarrateError, PublishError
from narrate.pipeline import Edition, Maker, Progress, Settings, workers
from narrate.reading import Reading, script_of

_LABEL = 40  # characters of a title before the bar


@click.command("convert", no_args_is_help=True)
@SOURCES
@click.option("-o", "--output", metavar="OUT", help="An MP3, a folder, or - for standard output.")
@reading_options
@click.option("--bitrate", type=int, default=64, show_default=True, help="Kilobits a second.")
@click.option("--sample-rate", type=int, help="Samples a second, as 44100; else the voice's own.")
@click.option("--quality", type=click.IntRange(2, 7), default=5, show_default=True,
              help="The encoder's: 2 is the best, 7 the fastest.")  # fmt: skip
@click.option("--intro", type=click.Path(path_type=Path), metavar="WAV", help="Played first.")
@click.option("--outro", type=click.Path(path_type=Path), metavar="WAV", help="Played last.")
@click.option("--cover", type=click.Path(path_type=Path), metavar="IMAGE", help="JPEG or PNG.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes; else one a core.")
@click.option("--no-cache", is_flag=True, help="Make everything anew and keep nothing.")
@click.option("--dry-run", is_flag=True, help="Do all but speak: silence of a likely length.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each source.")
@VERBOSE
def command(sources: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Make an MP3 of articles, with captions and a timeline beside it.

    SOURCE is an HTML, Markdown or text file, an http(s) address, - for standard input, or the
    JSON that `narrate extract` or `narrate script` printed.

    \b
    narrate convert article.html -o article.mp3
    narrate convert https://example.org/news/story --voice en-gb
    narrate convert monday/*.html -o editions/        # named after their titles
    curl -s https://example.org/story | narrate convert - -o - > story.mp3
    narrate convert article.html --intro jingle.wav --cover cover.jpg --json
    """
    as_json, dry_run, jobs = (options.pop(name) for name in ("as_json", "dry_run", "jobs"))
    if as_json and output == "-":
        raise click.UsageError("--json and -o - both want standard output.")
    how = reading(options)
    outputs = Outputs(output, many=len(sources) > 1)
    outputs.check()
    settings = _settings(options)
    with workers(jobs) as pool:
        pool.start()
        converter = _Converter(
            Maker(pool, settings), how, outputs, as_json=as_json, dry_run=dry_run
        )
        fine = [converter.convert(source) for source in sources]
    return DONE if all(fine) else FAILED


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


class _Converter:
    """Converts one source after another, and says what became of each."""

    def __init__(
        self, maker: Maker, how: Reading, outputs: Outputs, *, as_json: bool, dry_run: bool
    ) -> None:
        self.maker = maker
        self.how = how
        self.outputs = outputs
        self.as_json = as_json
        self.dry_run = dry_run

    def convert(self, source: str) -> bool:
        """Whether it was converted; if not, the reason has been said."""
        began = time.perf_counter()
        try:
            edition = self._convert(source)
        except NarrateError as error:
            if self.as_json:
                click.echo(json.dumps({"source": source, "error": str(error)}, ensure_ascii=False))
            complain(error)
            return False
        self._report(source, edition, time.perf_counter() - began)
        return True

    def _convert(self, source: str) -> Edition:
        script, voice = script_of(source, self.how)
        if self.dry_run:
            voice = replace(voice, engine="silence", kind="silent")
        output = self._output(source, script.metadata.title)
        with _progress(script.metadata.title, sum(len(s.spoken) for s in script.segments)) as tell:
            return self.maker.make(script, voice, output, tell)

    def _output(self, source: str, title: str) -> Path | IO[bytes]:
        if self.dry_run:
            return io.BytesIO()
        return sys.stdout.buffer if self.outputs.is_stdout else self.outputs.path(source, title)

    def _report(self, source: str, edition: Edition, took: float) -> None:
        if self.as_json:
            click.echo(json.dumps(_result(source, edition, took), ensure_ascii=False))
        elif not self.outputs.is_stdout:
            name = edition.output or f"{source} (nothing written)"
            duration = clock(edition.heard.duration)
            click.echo(f"{name}  {duration}  made in {took:.1f} s")


def _result(source: str, edition: Edition, took: float) -> dict[str, Any]:
    script = edition.script
    paths = {"output": edition.output, "captions": edition.captions, "timeline": edition.timeline}
    return {
        "source": source,
        **{name: str(path) if path else None for name, path in paths.items()},
        "title": script.metadata.title,
        "language": script.language,
        "voice": script.voice,
        "segments": len(script.segments),
        "words": sum(len(segment.text.split()) for segment in script.segments),
        "duration": round(edition.heard.duration, 3),
        "loudness": round(edition.loudness, 1),
        "took": round(took, 3),
    }


def clock(seconds: float) -> str:
    """A duration as a person says it.

    >>> clock(65.2), clock(3725)
    ('1:05', '1:02:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def _progress(title: str, total: int) -> Iterator[Progress]:
    """A bar with the time left, on a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    label = title if len(title) <= _LABEL else f"{title[: _LABEL - 1]}…"
    with click.progressbar(length=total, label=label, file=sys.stderr, show_eta=True) as bar:
        yield lambda done, _total: bar.update(done)
