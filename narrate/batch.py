"""Many sources, converted: side by side where there are enough of them to keep every core busy.

With fewer articles than workers the pieces of one article are made side by side; with more,
each worker makes whole articles. Either way results come in the order of the sources, and one
that fails stands in its place as an error.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from narrate.conversion import Conversion, Result, renamed
from narrate.errors import NarrateError, PublishError
from narrate.pipeline import Progress, Settings, run, title, warm
from narrate.publish.atomic import write
from narrate.publish.beside import Beside, beside
from narrate.reading import Reading
from narrate.workers import Workers, cores

Outcome = Result | NarrateError
_UNNAMED = ".narrate-"
_AHEAD = 1000
"""Results are small here; a long article must not hold up the short ones after it."""

Naming = Callable[[str, str | None], Path | None]
"""A source and its title → the path of its file of sound. Called for each source in their order,
first without a title: None then, where the name depends on it, and again when it is known."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sources, and how all of them are to be converted."""

    sources: tuple[str, ...]
    reading: Reading
    settings: Settings
    name: Naming | None
    """None for a dry run, which writes nothing."""
    folder: Path = Path()
    """Where articles lie that have no name yet; on the same disk as where they will."""
    jobs: int | None = None
    """Worker processes; None for one a core."""

    def outcomes(self, progress: Progress) -> Iterator[Outcome]:
        """What became of each source, in their order, as they are done.

        `progress` is told of characters where there is one source, else of sources.
        """
        count = self.jobs or cores()
        with Workers(run, warm, title, count, ahead=_AHEAD) as pool:
            if len(self.sources) < max(2, count):
                yield from self._in_turn(pool, progress)
            else:
                yield from self._side_by_side(pool, progress)

    def _in_turn(self, pool: Workers[Any, Any], progress: Progress) -> Iterator[Outcome]:
        alone = len(self.sources) == 1
        for source in self.sources:
            with self._path(source) as path:
                try:
                    conversion = Conversion(source, self.reading, self.settings, path)
                    result = conversion.convert(pool, progress if alone else _untold)
                    yield self._named(result)
                except NarrateError as error:
                    yield error
            if not alone:
                progress(1, len(self.sources))

    def _side_by_side(self, pool: Workers[Any, Any], progress: Progress) -> Iterator[Outcome]:
        pool.start()
        with contextlib.ExitStack() as stack:
            paths = [stack.enter_context(self._path(source)) for source in self.sources]
            conversions = [
                Conversion(source, self.reading, self.settings, path)
                for source, path in zip(self.sources, paths, strict=True)
            ]
            for outcome in pool.outcomes(conversions):
                yield outcome if isinstance(outcome, NarrateError) else self._named(outcome)
                progress(1, len(self.sources))

    @contextlib.contextmanager
    def _path(self, source: str) -> Iterator[Path | None]:
        """Where an article is written; until its title is known, to a name that doesn't last."""
        known = self.name(source, None) if self.name else None
        if self.name is None or known:
            yield known
            return
        path = self.folder / f"{_UNNAMED}{os.urandom(6).hex()}{self.settings.container.suffix}"
        try:
            yield path
        finally:
            for left in (path, *beside(path).paths.values()):
                with contextlib.suppress(OSError):
                    left.unlink()

    def _named(self, result: Result) -> Outcome:
        """The same under its lasting name; the sound comes last, so that it never stands alone."""
        if result.output is None or not result.output.name.startswith(_UNNAMED):
            return result
        output = self.name(result.source, result.title) if self.name else None
        if output is None:
            return result
        try:
            return replace(result, output=output, files=_renamed(result, output))
        except OSError as error:
            return PublishError(f"can't be written: {error.strerror}", subject=str(output))


def _renamed(result: Result, output: Path) -> Beside:
    """Give an edition's files their names, the sound last, and tell the manifest of them."""
    files = beside(output, result.files.kinds)
    if result.output and result.files.timeline:
        manifest = result.files.timeline
        write(manifest, renamed(manifest.read_text("utf-8"), output, files))
        for old, new in zip(result.files.paths.values(), files.paths.values(), strict=True):
            old.replace(new)
        result.output.replace(output)
    return files


def _untold(_done: int, _total: int) -> None:
    """Progress that nobody asked for."""
