"""What each stage costs, in one process on one core."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from narrate import engines
from narrate.fetch import decode, load
from narrate.master import loudness
from narrate.master.limiter import limited
from narrate.master.mp3 import SCALE_DB, Encoding, encode
from narrate.master.pieces import CEILING, as_pcm, floats
from narrate.model import Script, Segment, Voice
from narrate.phrases import phrases_for
from narrate.piece import Made, cut
from narrate.programme import Programme
from narrate.publish.atomic import replacing
from narrate.publish.beside import COMPANIONS
from narrate.publish.companions import write_beside
from narrate.publish.disclosure import disclosure
from narrate.publish.narration import Narration
from narrate.publish.tags import id3
from narrate.reading import Reading, voice_for
from narrate.speak import speak
from narrate.stitch import stitch


@dataclass
class Stopwatch:
    """Adds up the CPU time of what is done under each name."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        began = time.process_time()
        try:
            yield
        finally:
            spent = time.process_time() - began
            self.seconds[name] = self.seconds.get(name, 0.0) + spent


def by_stage(page: Path, output: Path) -> dict[str, float]:
    """CPU seconds of each stage that turns this page into an MP3 with its files beside it.

    The time of loading modules is in the first call alone.
    """
    stage = Stopwatch()
    script, voice = _script(page, stage)
    programme = Programme(Encoding(voice.sample_rate))
    engine = engines.find(voice.engine)
    for segments in cut(script.segments):
        made = _made(segments, voice, engine, stage)
        with stage("join"):
            programme.add(made)
    _publish(programme, script, voice, output, stage)
    programme.close()
    return stage.seconds


def _script(page: Path, stage: Stopwatch) -> tuple[Script, Voice]:
    from narrate.extract import extract
    from narrate.script import write as write_script

    with stage("fetch"):
        found = decode(load(str(page)))
    with stage("extract"):
        article = extract(found)
    with stage("choose the voice"):
        voice = voice_for(article.metadata.language, Reading())
    with stage("script and spoken forms"):
        return write_script(article, voice, phrases_for(voice.language)), voice


def _made(
    segments: tuple[Segment, ...], voice: Voice, engine: engines.Engine, stage: Stopwatch
) -> Made:
    with stage("speak"):
        spoken = [(segment, speak(segment, voice, engine)) for segment in segments]
    with stage("stitch"):
        track = stitch(spoken, voice.sample_rate)
        pcm, content = track.pcm, round(track.cues[-1].end * track.rate)
    with stage("limiter"):
        scale = np.float32(10 ** (((voice.gain or 0.0) - SCALE_DB) / 20))
        loud = limited(floats(pcm) * scale, track.rate, CEILING)
    with stage("loudness"):
        energies = tuple(map(float, loudness.energies(loud, track.rate)))
    with stage("encode"):
        frames = encode(as_pcm(loud), content, Encoding(track.rate))
    return Made(frames, energies, track.cues)


def _publish(
    programme: Programme, script: Script, voice: Voice, output: Path, stage: Stopwatch
) -> None:
    with stage("loudness"):
        programme.loudness()
    with stage("captions"):
        heard = programme.timeline()
        narration = Narration(script, heard, voice, disclosure(script, voice))
        write_beside(output, narration, COMPANIONS)
    with stage("tags"):
        tag = id3(script, heard, voice)
    with stage("write"), replacing(output) as file:
        programme.write(file, tag)
