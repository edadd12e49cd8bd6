"""The order of the later stages: a script is spoken, stitched, mastered and published.

What stands before the script is in `reading.py`.
"""

import logging
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from narrate.cache import Cache
from narrate.containers import About, Container, Sound, find
from narrate.master.coding import Coding
from narrate.master.loudness import TARGET
from narrate.model import Script, Segment, TextBy, Timeline, Voice
from narrate.piece import Calibration, Jingle, Made, Piece, cut
from narrate.programme import Programme
from narrate.publish.beside import COMPANIONS, Beside, Companion
from narrate.watermarks import Marking
from narrate.workers import Workers, cores

if TYPE_CHECKING:
    from narrate.credentials.signers import Signing
    from narrate.finish import Sign
    from narrate.publish.narration import Narration

LOG = logging.getLogger(__name__)

Job = Piece | Jingle | Calibration
Pool = Workers[Job, Any]


class Runner(Protocol):
    """What does jobs: a pool of workers, or this process."""

    def start(self, count: int | None = None) -> None:
        """Make ready for jobs to come: `count` workers, or all."""
        ...

    def run(self, jobs: Iterable[Job], most: int | None = None) -> Iterator[Any]:
        """The results of the jobs, in their order; `most` workers are worth starting for them."""
        ...


Progress = Callable[[int, int], None]
"""Told how many characters have been made, of how many."""

TOLERANCE = 0.45
"""LU that a programme may be off before it is made again with another gain. Programmes of one
voice were seen to lie within 0.4 LU of each other; what is published is within 0.5 LU."""

_ATTEMPTS = 4
_WORTH_A_WORKER = 600
"""Characters that are spoken and encoded in the time in which a worker starts: 0.13 s."""
_CALIBRATION = 1500  # characters, about a minute and a half
_SHORTEST = 3.0  # seconds: there is no programme loudness to speak of in less


@dataclass(frozen=True, slots=True)
class Settings:
    """How a script is made into a file of sound."""

    format: str = "mp3"
    """The container's name."""
    bitrate: int | None = None
    """Kilobits a second; None for what is usual in the container."""
    sample_rate: int | None = None
    """Samples a second; None for the voice's own."""
    quality: int = 7
    """LAME's, 2 (slowest) to 7 (fastest)."""
    intro: Path | None = None
    outro: Path | None = None
    between: Path | None = None
    """Played before each heading of the first level: the articles of a digest."""
    cover: bytes | None = None
    text_by: TextBy = "unknown"
    """How the text came about, as the publisher says."""
    captions: tuple[Companion, ...] = COMPANIONS
    """Which files are written beside the file of sound and its manifest."""
    signing: "Signing | None" = None
    """Who signs the file; None: it is not signed."""
    marking: Marking | None = None
    """The mark in the sound; None: there is none."""
    page_sha256: str | None = None
    """Of the page's bytes, for the signature."""
    phrase: bool = False
    """Whether it is a phrase that is only tried: no edition, so nobody promised a notice."""
    kept: Cache | None = None
    seen: bool = False
    """Whether most of the script's pieces are likely to be in the cache already."""

    @property
    def container(self) -> Container:
        """What the programme is written into."""
        return find(self.format)

    def coding(self, voice: Voice) -> Coding:
        """What that voice's pieces are made into: at its own rate, or the next that there is."""
        rate = self.sample_rate or self.container.rate(voice.sample_rate)
        return self.container.coding(rate, self.bitrate, self.quality)


@dataclass(frozen=True, slots=True)
class Edition:
    """What was made of a script."""

    output: Path | None
    """The file of sound; None where it went to standard output."""
    script: Script
    heard: Timeline
    loudness: float
    """LUFS, single-channel measure."""
    files: Beside = field(default_factory=Beside)
    """Those beside it."""


def warm() -> None:
    """What a worker loads before it has a job."""
    import lameenc  # noqa: F401 - loaded for later

    from narrate.engines import find
    from narrate.master import pieces  # noqa: F401 - as above
    from narrate.stitch import audio_segment

    audio_segment()
    find("pyttsx3").version()


def run(job: Job) -> Any:
    """Do a job, in whichever process this is."""
    return job.run()


def title(job: Job) -> str:
    """What a job is called in a report."""
    return job.title()


def workers(count: int | None = None) -> Pool:
    """Processes that make pieces; started early, they serve many articles."""
    return Workers(run, warm, title, count or cores())


@dataclass
class Maker:
    """Makes editions of scripts, with the workers of a pool."""

    pool: Runner
    settings: Settings = field(default_factory=Settings)

    def make(
        self, script: Script, voice: Voice, output: Path | IO[bytes], progress: Progress
    ) -> Edition:
        """Speak a script and write its file of sound; beside it, captions and timeline too.

        Files are written under temporary names and renamed when all is well. Raises
        EngineError when a segment can't be spoken, PublishError when a file can't be written,
        CredentialsError when it is to be signed and can't be: before anything is spoken, mostly.
        """
        narration, sign = self._stated(script, voice)
        programme = self._levelled(script, voice, progress)
        try:
            return self._publish(programme, narration, output, sign)
        finally:
            programme.close()

    def _levelled(self, script: Script, voice: Voice, progress: Progress) -> Programme:
        """The programme, made again while it is too loud or too quiet.

        Once is enough where the gain was nearly right; with one that is far off, the limiter
        gives less than is asked of it.
        """
        gain = voice.gain if voice.gain is not None else self._measured(script, voice)
        for _ in range(_ATTEMPTS - 1):
            programme = self._programme(script, replace(voice, gain=gain), progress)
            off = programme.loudness() - TARGET
            audible = math.isfinite(off) and programme.timeline().duration > _SHORTEST
            if not audible or abs(off) <= TOLERANCE:
                return programme
            LOG.info("made again: %.1f LU off with a gain of %.1f dB", off, gain)
            programme.close()
            gain = round(gain - off, 1)
        return self._programme(script, replace(voice, gain=gain), progress)

    def _measured(self, script: Script, voice: Voice) -> float:
        """The gain of a voice whose file gives none."""
        if voice.kind == "silent":
            return 0.0
        some: list[Segment] = []
        for segment in script.segments:
            some.append(segment)
            if sum(len(one.spoken) for one in some) > _CALIBRATION:
                break
        return float(next(self.pool.run([Calibration(tuple(some), voice, self.settings.kept)])))

    def _programme(self, script: Script, voice: Voice, progress: Progress) -> Programme:
        coding = self.settings.coding(voice)
        jobs = self._jobs(script, voice, coding)
        sizes = [
            sum(len(one.spoken) for one in job.segments) if isinstance(job, Piece) else 0
            for job in jobs
        ]
        programme = Programme(coding)
        try:
            most = max(1, sum(sizes) // _WORTH_A_WORKER)
            for made, size in zip(self._made(jobs, most), sizes, strict=True):
                programme.add(made)
                progress(size, sum(sizes))
        except BaseException:
            programme.close()
            raise
        return programme

    def _made(self, jobs: list[Job], most: int) -> Iterator[Made]:
        """The finished pieces, in order; what is kept is read here, the rest made in the pool."""
        if not self.settings.seen:
            yield from self.pool.run(jobs, most)
            return
        kept = [isinstance(job, Piece) and job.is_kept() for job in jobs]
        missing = [job for job, known in zip(jobs, kept, strict=True) if not known]
        made = self.pool.run(missing, most)
        for job, known in zip(jobs, kept, strict=True):
            yield job.run() if isinstance(job, Piece) and known else next(made)

    def _jobs(self, script: Script, voice: Voice, coding: Coding) -> list[Job]:
        settings = self.settings
        intro, outro, between = (
            [Jingle(path, coding)] if path else []
            for path in (settings.intro, settings.outro, settings.between)
        )
        gain = voice.gain or 0.0
        jobs: list[Job] = [*intro]
        for part in cut(script.segments):
            opens = part[0].kind == "heading" and part[0].level == 1
            piece = Piece(part, voice, gain, coding, settings.kept, settings.marking)
            jobs += [*(between if opens else []), piece]
        return [*jobs, *outro]

    def _publish(
        self,
        programme: Programme,
        narration: "Narration",
        output: Path | IO[bytes],
        sign: "Sign | None",
    ) -> Edition:
        from narrate.finish import finish
        from narrate.publish.narration import Audio

        script, heard, loudness = narration.script, programme.timeline(), programme.loudness()
        narration = replace(narration, timeline=heard)
        container, settings = self.settings.container, self.settings
        bitrate = settings.bitrate or container.bitrate or 0
        about = About(container.name, bitrate, narration, settings.cover)
        sound = Sound(programme.coding, programme.frames, programme.size, programme.sound)
        if not isinstance(output, Path):
            finish(container, sound, about, output, sign)
            return Edition(None, script, heard, loudness)
        from narrate.publish.atomic import replacing
        from narrate.publish.companions import address, write_beside

        with replacing(output) as file:
            finished = finish(container, sound, about, file, sign)
            # Only now, when the sound is on the disk: what fails before leaves all old files.
            size, digest = finished.bytes, finished.sha256
            audio = Audio(address(output), size, digest, container.media_type)
            files = write_beside(output, replace(narration, audio=audio), self.settings.captions)
        return Edition(output, script, heard, loudness, files)

    def _stated(self, script: Script, voice: Voice) -> "tuple[Narration, Sign | None]":
        """What is said of the script and its voice before it is heard, and what will sign it."""
        from narrate.publish.disclosure import disclosure
        from narrate.publish.narration import Narration

        settings = self.settings
        recordings = bool(settings.intro or settings.outro or settings.between)
        told = disclosure(script, voice, text_by=settings.text_by, recordings=recordings)
        if settings.phrase:
            told = replace(told, elsewhere=False)
        narration = Narration(script, Timeline(0.0, ()), voice, told)
        if settings.signing is None:
            return narration, None
        from narrate.signature import claim, signature

        stated = claim(script, voice, told, settings.page_sha256)
        return narration, signature(stated, settings.container.media_type, settings.signing)
