"""`narrate doctor`: what works on this machine, and how to mend the rest."""

import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from narrate import __version__, engines
from narrate.cli import DONE, FAILED
from narrate.cli.options import VERBOSE
from narrate.errors import EngineError, NarrateError


@click.command("doctor")
@VERBOSE
def command() -> int:
    """Say what works on this machine, with the mend for what doesn't.

    \b
    narrate doctor

    Speech is tried for real, and an MP3 is made. Exits with 1 when something needed fails.
    """
    click.echo(f"narrate {__version__}, Python {platform.python_version()} on {sys.platform}")
    fine = [_tell(name, check) for name, check in _checks()]
    _tell("FLAC, Opus and AAC", _ffmpeg, failed="none ")  # nothing that is needed
    return DONE if all(fine) else FAILED


def _tell(name: str, check: Callable[[], str], failed: str = "FAIL ") -> bool:
    try:
        click.echo(f"  ok    {name}: {check()}")
    except NarrateError as error:
        click.echo(f"  {failed} {name}: {error.what}")
        if error.mend:
            click.echo(f"        mend: {error.mend}")
        return False
    return True


def _checks() -> Iterator[tuple[str, Callable[[], str]]]:
    for engine in engines.names():
        yield f"engine {engine}", lambda engine=engine: _engine(engine)  # type: ignore[misc]
    yield "voices", _voices
    yield "cache", _cache
    yield "an MP3", _edition


def _engine(name: str) -> str:
    status = engines.status(name)  # a foreign engine may raise anything
    if status.problem:
        raise EngineError(status.problem, mend=status.mend)
    return f"version {status.version}, {len(engines.find(name).voices())} voices"


def _voices() -> str:
    from narrate.errors import VoiceError
    from narrate.voices import find_folders, user_folder, voices

    known = voices(find_folders())
    for voice in known.values():
        if isinstance(voice, VoiceError):
            raise voice
    return f"{len(known)}; your own go into {user_folder()}"


def _cache() -> str:
    from narrate.cache import Cache, default_folder, key

    cache = Cache(default_folder())
    name = key("doctor")
    cache.put(name, b"")
    if cache.get(name) is None:
        raise NarrateError(
            f"{cache.folder} can't be written, so nothing is kept between runs",
            mend="set XDG_CACHE_HOME to a folder that can",
        )
    return str(cache.folder)


def _ffmpeg() -> str:
    from narrate.containers.ffmpeg import program

    return program()


def _edition() -> str:
    from narrate.model import Article, Block, Metadata
    from narrate.phrases import phrases_for
    from narrate.pipeline import Maker, workers
    from narrate.reading import Reading, voice_for
    from narrate.script import write

    voice = voice_for("en", Reading())
    article = Article(Metadata("A test"), (Block("paragraph", "One, two, three."),))
    script = write(article, voice, phrases_for(voice.language))
    with tempfile.TemporaryDirectory() as folder, workers(1) as pool:
        path = Path(folder, "test.mp3")
        edition = Maker(pool).make(script, voice, path, lambda _done, _total: None)
        size = path.stat().st_size
    return f"{edition.heard.duration:.1f} s of speech, {size} bytes, made in a worker process"
