"""`python -m tests.bench.marking`: how often our mark is found, where it is and where it isn't.

Editions of several voices are made as `narrate convert` makes them, with the mark and without.
Each is treated in one of the ways that sound meets on its way, cut to half a minute at any place,
and looked at. Takes a quarter of an hour; needs ffmpeg. `--part` measures less than all.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np
import numpy.typing as npt

from narrate.watermarks import search as ours
from narrate.watermarks.spread import SpreadWatermark

from .hearing import masking

Floats = npt.NDArray[np.float32]

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
KEY = b"the key of this measurement, 1"
RATE = 22_050
SECONDS = 30.0
LENGTH = 75
"""Seconds of each edition that are treated."""

EDITIONS: dict[str, tuple[str, ...]] = {
    "en-us": ("news-report",),
    "en-gb": ("interview",),
    "en-scotland": ("list-article",),
    "de": ("german-table",),
    "fr": ("list-article",),
    "es-es": ("spanish-news",),
    "it": ("news-report",),
    "pt-br": ("list-article",),
    "nl": ("live-blog",),
    "sv": ("live-blog",),
    "pl": ("news-report",),
    "ru": ("news-report",),
    "ar": ("arabic-news",),
    "hi": ("news-report",),
    "zh": ("news-report",),
    "en-us fast, high": ("news-report", "--rate", "250", "--pitch", "75"),
    "en-gb slow, low": ("interview", "--rate", "120", "--pitch", "25"),
    "en-us 44.1 kHz": ("live-blog", "--sample-rate", "44100"),
    "de 16 kHz": ("german-table", "--sample-rate", "16000"),
}
"""The voice and the sample; options of `narrate convert`."""


class Way(NamedTuple):
    """What happens to a file: ffmpeg's arguments of an encoder, of a filter, seconds that stay."""

    codec: tuple[str, ...] = ("-f", "wav")
    filter: str = "anull"
    seconds: float = SECONDS


USUAL = "MP3 at 64 kbit/s again"


def _mp3(rate: int) -> tuple[str, ...]:
    return ("-c:a", "libmp3lame", "-b:a", f"{rate}k", "-f", "mp3")


WAYS = {
    "as published": Way(),
    USUAL: Way(_mp3(64)),
    "the same, 15 s": Way(_mp3(64), seconds=15),
    "the same, 10 s": Way(_mp3(64), seconds=10),
    "MP3 at 48 kbit/s": Way(_mp3(48)),
    "MP3 at 32 kbit/s": Way(_mp3(32)),
    "AAC at 48 kbit/s": Way(("-c:a", "aac", "-b:a", "48k", "-f", "adts")),
    "Opus at 32 kbit/s": Way(("-c:a", "libopus", "-b:a", "32k", "-f", "ogg")),
    "Opus at 16 kbit/s": Way(("-c:a", "libopus", "-b:a", "16k", "-f", "ogg")),
    "44.1 kHz, MP3 at 128": Way(_mp3(128), "aresample=44100"),
    "compressor": Way(filter="acompressor=threshold=-30dB:ratio=4:makeup=4"),
    "low-pass at 4 kHz": Way(filter="lowpass=f=4000:p=2,lowpass=f=4000:p=2"),
    "telephone, 8 kHz": Way(filter="highpass=f=300,lowpass=f=3400,aresample=8000"),
    "noise, 30 dB under": Way(filter="noise30"),
    "noise, 20 dB under": Way(filter="noise20"),
    "echo of a room": Way(filter="aecho=0.8:0.6:23|41|67:0.3|0.2|0.1"),
    "0.2 % faster": Way(filter="asetrate=RATE*1.002,aresample=RATE"),
    "1 % faster": Way(filter="asetrate=RATE*1.01,aresample=RATE"),
    "2 % faster, same pitch": Way(filter="atempo=1.02"),
    "3 % higher, same speed": Way(filter="asetrate=RATE*1.03,aresample=RATE,atempo=0.9709"),
}


def _ffmpeg(*arguments: str, data: bytes | None = None) -> bytes:
    command = ("ffmpeg", "-v", "error", "-nostdin", *arguments)
    if data is not None:
        command = ("ffmpeg", "-v", "error", *arguments)
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def _decoded(data: bytes) -> Floats:
    raw = _ffmpeg("-i", "-", "-f", "f32le", "-ac", "1", "-ar", str(RATE), "-", data=data)
    return np.frombuffer(raw, np.float32)


def treated(path: Path, way: Way) -> Floats:
    """A file after what happens to it, decoded."""
    noise = way.filter.startswith("noise")
    chain = "anull" if noise else way.filter.replace("RATE", str(_rate(path)))
    sound = _decoded(_ffmpeg("-t", str(LENGTH), "-i", str(path), "-af", chain, *way.codec, "-"))
    if not noise:
        return sound
    level = np.sqrt((sound**2).mean()) * 10 ** (-int(way.filter[5:]) / 20)
    return sound + np.random.default_rng(5).normal(0, level, len(sound)).astype(np.float32)


def _rate(path: Path) -> int:
    said = _ffmpeg("-i", str(path), "-f", "wav", "-t", "0.1", "-")
    return int.from_bytes(said[24:28], "little")


def cuts(sound: Floats, seconds: float, count: int, seed: int) -> Iterator[Floats]:
    """So many stretches of it, from anywhere."""
    chance = np.random.default_rng(seed)
    size = round(seconds * RATE)
    for _ in range(count):
        start = int(chance.integers(0, max(1, len(sound) - size)))
        yield sound[start : start + size]


def made(folder: Path, name: str, *, marked: bool) -> Path:
    """An edition, as the command makes it."""
    sample, *options = EDITIONS[name]
    path = (
        folder / f"{name.replace(' ', '-').replace(',', '')}-{'marked' if marked else 'plain'}.mp3"
    )
    (folder / "key").write_bytes(KEY)
    mark = ("--watermark", str(folder / "key")) if marked else ()
    command = [
        sys.executable, "-m", "narrate", "convert", str(SAMPLES / sample / "source.html"),
        "--voice", name.split(maxsplit=1)[0], "-o", str(path), "--captions", "none", "--jobs", "1",
        "--no-cache", *options, *mark,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return path


def scores(job: tuple[Path, str, int]) -> dict[str, list[float]]:
    """The scores of a marked edition, for each way."""
    folder, name, count = job
    path = made(folder, name, marked=True)
    mark, found = SpreadWatermark(), {}
    for way, how in WAYS.items():
        some = 4 * count if way == USUAL else count
        clips = cuts(treated(path, how), how.seconds, some, hash_of(name + way))
        found[way] = [mark.detect(clip, RATE, KEY).score for clip in clips]
    return found


def hash_of(text: str) -> int:
    """A number that is the same in every process."""
    return int.from_bytes(text.encode(), "big") % 2**31


def false_scores(job: tuple[Path, str, int, int]) -> list[float]:
    """The scores of keys that are not in an edition, which has another mark or none."""
    folder, name, count, keys = job
    found: list[float] = []
    for marked in (False, True):
        sound = treated(made(folder, name, marked=marked), WAYS[USUAL])
        for number, cut in enumerate(cuts(sound, SECONDS, count, hash_of(name))):
            seed = b"wrong %d %d" % (marked, number)
            found += _wrong_scores(ours.seen(ours.resampled(cut, RATE)), seed, keys)
    return found


def _wrong_scores(seen: Floats, seed: bytes, keys: int) -> Iterator[float]:
    fits = [ours.fit(seen, ours.template(b"narrate decoy %d" % n)) for n in range(ours.DECOYS)]
    mean, spread = float(np.mean(fits)), float(np.std(fits))
    for number in range(keys):
        # Each is used once: keeping them all would fill the memory.
        template = ours.template.__wrapped__(b"%b %d" % (seed, number))
        yield (ours.fit(seen, template) - mean) / spread


PARTS = ("found", "false", "heard", "cost")


@click.command()
@click.option(
    "--clips",
    default=4,
    show_default=True,
    help="Of each edition, for each way; four times as many for the usual one.",
)
@click.option(
    "--wrong", default=100, show_default=True, help="Wrong keys to look for in each clip."
)
@click.option("--jobs", default=2, show_default=True, help="Processes.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write all scores here, as JSON.")
@click.option(
    "--part", "parts", multiple=True, type=click.Choice(PARTS), default=PARTS, help="Repeat."
)
def main(clips: int, wrong: int, jobs: int, keep: Path | None, parts: tuple[str, ...]) -> None:
    """Print how often the mark was found, and how often where it isn't."""
    with (
        tempfile.TemporaryDirectory(prefix="narrate-marking-") as name,
        ProcessPoolExecutor(jobs) as pool,
    ):
        folder, kept = Path(name), {}
        work = [(folder, name, clips) for name in EDITIONS]
        if "found" in parts:
            kept["found"] = dict(zip(EDITIONS, pool.map(scores, work), strict=True))
            _tell(_found(kept["found"]), keep, kept)
        if "false" in parts:
            looks = pool.map(false_scores, [(*job, wrong) for job in work])
            kept["false"] = [score for some in looks for score in some]
            _tell(_false(kept["false"]), keep, kept)
        if "heard" in parts:
            _tell(_heard(folder), keep, kept)
        if "cost" in parts:
            _tell(_cost(folder), keep, kept)


def _tell(lines: Iterator[str], path: Path | None, kept: dict[str, Any]) -> None:
    """Print a part when it is there, and keep what is known so far: all of it takes a while."""
    click.echo("\n".join(lines))
    if path:
        path.write_text(json.dumps(kept))


def _found(found: dict[str, dict[str, list[float]]]) -> Iterator[str]:
    yield "| what happened to it | clips | found | lowest score | median |"
    yield "|---|---|---|---|---|"
    for way in WAYS:
        all_of = [score for one in found.values() for score in one[way]]
        share = 100 * np.mean([score >= ours.THRESHOLD for score in all_of])
        low, middle = min(all_of), np.median(all_of)
        yield f"| {way} | {len(all_of)} | {share:.1f} % | {low:.1f} | {middle:.1f} |"
    worst = min(found, key=lambda name: min(found[name][USUAL]))
    yield f"lowest at 64 kbit/s: {worst}"


def _false(false: list[float]) -> Iterator[str]:
    for limit in (3.0, 4.0, 5.0, 6.0, 7.0):
        over = sum(score >= limit for score in false)
        yield f"no mark: {over} of {len(false)} at {limit} or more"
    yield f"no mark: highest {max(false):.2f}"


def _heard(folder: Path) -> Iterator[str]:
    """What the mark adds to what the encoder adds, against what the voice masks."""
    for name in ("en-us", "de", "ar", "zh"):
        sound = _decoded(made(folder, name, marked=False).read_bytes())[: 60 * RATE]
        mark = SpreadWatermark().mark(sound, RATE, KEY)
        raw = ("-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "-")
        again = _decoded(_ffmpeg(*raw, *_mp3(64), "-", data=sound.tobytes()))[1105:]
        size = min(len(sound), len(again))
        ours_, coder = masking(sound, mark, RATE), masking(sound[:size], again[:size], RATE)
        snr = 10 * np.log10((sound**2).mean() / ((mark - sound) ** 2).mean())
        yield f"{name}: mark {ours_}, {snr:.1f} dB under the voice; MP3 at 64 kbit/s {coder}"


def _cost(folder: Path) -> Iterator[str]:
    """CPU of marking against CPU of encoding, for a minute of speech."""
    from narrate.master.mp3 import Encoding, encode
    from narrate.master.pieces import as_pcm

    sound = _decoded(made(folder, "en-us", marked=False).read_bytes())[: 60 * RATE]
    mark, pcm = SpreadWatermark(), as_pcm(sound)
    for label, act in (
        ("marking", lambda: mark.mark(sound, RATE, KEY)),
        ("encoding", lambda: encode(pcm, len(sound), Encoding())),
        ("detecting in 30 s", lambda: mark.detect(sound[: 30 * RATE], RATE, KEY)),
    ):
        act()
        began = time.process_time()
        act()
        yield f"{label}: {time.process_time() - began:.3f} s of CPU"


if __name__ == "__main__":
    main()
