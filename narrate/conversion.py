"""One source, converted: read, spoken and written, or taken whole from the cache.

A conversion is a job like any other: in a batch many run side by side, each in a worker that
makes all of its pieces itself; alone, it runs in the main process and its pieces in workers.
"""

import json
import struct
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from narrate import cache
from narrate.cache import Cache
from narrate.fetch import Raw, is_url, load
from narrate.pipeline import Edition, Job, Maker, Progress, Runner, Settings
from narrate.publish.beside import Beside
from narrate.reading import Reading, script_from

_FORMAT = 2  # of a kept edition
_SIZE = struct.Struct("<Q")
_LARGEST = 100_000_000
"""Bytes: three hours. What is longer is kept by its pieces alone."""


_WORTH_A_WORKER = 800
"""Bytes of a page, even of bare text, that are spoken in the time in which a worker starts."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a source."""

    source: str
    title: str
    language: str
    voice: str
    segments: int
    words: int
    duration: float
    """Seconds."""
    loudness: float
    """LUFS, single-channel measure."""
    took: float = 0.0
    """Seconds that the conversion took."""
    output: Path | None = None
    files: Beside = field(default_factory=Beside)
    """Those beside the file of sound."""


class Inline:
    """Does jobs in this process, where a pool would give them to others."""

    def start(self, count: int | None = None) -> None:
        """This process has started."""

    def run(self, jobs: Iterable[Job], most: int | None = None) -> Iterator[Any]:
        """The results of the jobs, in their order."""
        del most
        return (job.run() for job in jobs)


@dataclass(frozen=True, slots=True)
class Conversion:
    """A source, and how it is to be converted."""

    source: str
    reading: Reading
    settings: Settings
    output: Path | None = None
    """The file of sound; None for a dry run, which speaks with silence and writes nothing."""

    def run(self) -> Result:
        """Convert it in this process alone."""
        return self.convert(Inline(), lambda _done, _total: None)

    def title(self) -> str:
        """What it is called when it has to be reported."""
        return self.source

    def convert(self, pool: Runner, progress: Progress, stream: IO[bytes] | None = None) -> Result:
        """Convert it; the file of sound goes to `stream` where one is given.

        Raises NarrateError, which names the source or the segment that failed.
        """
        began = time.perf_counter()
        result = self._convert(pool, progress, stream)
        return replace(result, took=round(time.perf_counter() - began, 3))

    def _convert(self, pool: Runner, progress: Progress, stream: IO[bytes] | None) -> Result:
        if is_url(self.source):
            pool.start()  # they load what they need while the page is on its way
        raw = load(self.source, allow_private=self.reading.allow_private)
        kept = self.settings.kept if self.output and not stream else None
        name = self._key(raw) if kept else ""
        found = kept.get(name) if kept else None
        if found is not None and self.output:
            return _restored(found, self.source, self.output)
        seen = bool(kept and kept.has(self._trace()))
        pool.start(1 if seen else max(1, len(raw.body) // _WORTH_A_WORKER))
        script, voice = script_from(raw, self.reading)
        if self.output is None and stream is None:
            voice = replace(voice, engine="silence", kind="silent")
        settings = replace(self.settings, seen=seen)
        if settings.signing:
            settings = replace(settings, page_sha256=sha256(raw.body).hexdigest())
        maker = Maker(pool, settings)
        edition = maker.make(script, voice, stream or self.output or BytesIO(), progress)
        result = _result(self.source, edition)
        if kept:
            _keep(kept, name, result)
            kept.put(self._trace(), b"")
        return result

    def _trace(self) -> str:
        """The cache's key of the fact that this source was converted, as it was then."""
        place = self.source if is_url(self.source) else str(Path(self.source).resolve())
        return cache.key("trace", place)

    def _key(self, raw: Raw) -> str:
        """The cache's key of the whole: the page, how it is read, and all that may speak it."""
        from narrate.voices import find_folders, fingerprint

        known = fingerprint(find_folders(self.reading.voices_folder))
        settings = replace(self.settings, kept=None, cover=None)
        files = (settings.intro, settings.outro, *self.reading.lexicons)
        contents = [path.read_bytes() if path and path.is_file() else b"" for path in files]
        parts = (raw.body, self.settings.cover or b"", *contents)
        return cache.key(
            "edition",
            _FORMAT,
            cache.maker(),
            [sha256(part).hexdigest() for part in parts],
            Path(raw.source).name if raw.url is None else raw.url,
            raw.content_type,
            repr(self.reading),
            repr(settings),
            known,
            cache.installed(),
        )


def _result(source: str, edition: Edition) -> Result:
    script = edition.script
    return Result(
        source=source,
        title=script.metadata.title,
        language=script.language,
        voice=script.voice,
        segments=len(script.segments),
        words=sum(len(segment.text.split()) for segment in script.segments),
        duration=edition.heard.duration,
        loudness=edition.loudness,
        output=edition.output,
        files=edition.files,
    )


def _keep(kept: Cache, name: str, result: Result) -> None:
    """Keep an edition's files as one entry: what is known of them, then the files."""
    if not result.output or result.output.stat().st_size > _LARGEST:
        return
    files = result.files.paths | {"output": result.output}
    known = asdict(replace(result, output=None))
    del known["output"], known["files"]
    contents = [path.read_bytes() for path in files.values()]
    sizes = dict(zip(files, map(len, contents), strict=True))
    known |= {"sizes": sizes, "name": result.output.name, "kinds": result.files.kinds}
    head = json.dumps(known).encode()
    kept.put(name, b"".join([_SIZE.pack(len(head)), head, *contents]))


def _restored(entry: bytes, source: str, output: Path) -> Result:
    """Write a kept edition's files, the sound last, under the names that are wanted now."""
    from narrate.publish.atomic import write
    from narrate.publish.beside import beside

    at = _SIZE.size + _SIZE.unpack_from(entry)[0]
    known = json.loads(entry[_SIZE.size : at])
    contents: dict[str, Any] = {}
    for name, size in known.pop("sizes").items():
        contents[name] = memoryview(entry)[at : at + size]
        at += size
    files = beside(output, known.pop("kinds"))
    if output.name != known.pop("name"):
        contents["timeline"] = renamed(str(contents["timeline"], "utf-8"), output, files).encode()
    for name, path in (files.paths | {"output": output}).items():
        if not _is_there(path, contents[name]):
            write(path, contents[name])
    return Result(**known | {"source": source}, output=output, files=files)


def _is_there(path: Path, data: bytes | memoryview) -> bool:
    """Whether a file holds these bytes already: reading is sooner done than writing safely."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def renamed(timeline: str, output: Path, files: Beside) -> str:
    """A manifest where the file of sound and those beside it are called otherwise than it says."""
    from narrate.publish.companions import address, links
    from narrate.publish.timeline import moved

    return moved(timeline, address(output), links(files, None))
