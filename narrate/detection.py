"""Is a mark in a file of sound? It is decoded and looked through, half a minute at a time."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from narrate.errors import EncodeError, WatermarkError
from narrate.watermarks import Detection, find

if TYPE_CHECKING:
    from narrate.watermarks import Floats

WINDOW = 30.0
"""Seconds that are looked at together; the last window holds what is left over too."""
_RATE = 16_000  # samples a second that ffmpeg is asked for
LEAST = 5.0
"""Seconds under which nothing can be said."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a file: the window where the mark stands out most."""

    file: str
    best: Detection
    start: float
    """Seconds at which that window begins."""
    windows: int
    """How many were looked at: so many times a false alarm could be raised."""
    marked: int
    """In how many the mark was found."""


def detect(path: Path, key: bytes, name: str = "spread") -> Found:
    """Look for a key's mark in a file: MP3, WAV and FLAC, and others with ffmpeg.

    Raises WatermarkError for a file that can't be decoded or is too short.
    """
    watermark = find(name)
    results: list[tuple[float, Detection]] = []
    for start, samples, rate in _windows(path):
        results.append((start, watermark.detect(samples, rate, key)))
    if not results:
        raise WatermarkError(
            f"is too short to look for a mark in: {LEAST:.0f} s are the least", subject=str(path)
        )
    start, best = max(results, key=lambda result: result[1].score)
    marked = sum(detection.found for _, detection in results)
    return Found(str(path), best, round(start, 1), len(results), marked)


def _windows(path: Path) -> "Iterator[tuple[float, Floats, int]]":
    """The sound in windows, one channel; only one or two of them are in memory."""
    import numpy as np

    rate, stream = _opened(path)
    start, held = 0, next(stream)
    for following in stream:
        if len(following) < WINDOW * rate / 2:
            held = np.concatenate((held, following))
            break
        yield start / rate, held, rate
        start, held = start + len(held), following
    if len(held) >= LEAST * rate:
        yield start / rate, held, rate


def _opened(path: Path) -> "tuple[int, Iterator[Floats]]":
    """The file's sample rate, and its sound as it is decoded, a window at a time.

    Raises WatermarkError for what can't be decoded.
    """
    try:
        import miniaudio
    except ImportError as error:
        raise WatermarkError(
            "looking for a mark takes miniaudio", mend="pip install 'narrate[watermark]'"
        ) from error
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise WatermarkError(f"can't be read: {error.strerror}", subject=str(path)) from error
    try:
        rate = miniaudio.get_file_info(str(path)).sample_rate
        form = (miniaudio.SampleFormat.FLOAT32, 1, rate, round(WINDOW * rate))
        stream = miniaudio.stream_file(str(path), *form)
        return rate, map(_floats, chain([next(stream)], stream))  # what is wrong shows at once
    except (miniaudio.DecodeError, StopIteration):
        return _RATE, _by_ffmpeg(path)


def _floats(samples: Any) -> "Floats":
    import numpy as np

    return np.frombuffer(samples, np.float32)


def _by_ffmpeg(path: Path) -> "Iterator[Floats]":
    """What miniaudio doesn't know; AAC and Opus for two."""
    from narrate.containers.ffmpeg import program

    form = ("-f", "f32le", "-ac", "1", "-ar", str(_RATE), "-")
    try:
        command = [program(), "-v", "error", "-i", f"file:{path}", *form]
    except EncodeError as error:
        raise WatermarkError("takes ffmpeg to be decoded", subject=str(path)) from error
    said = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - no shell; the path is one argument
    if said.returncode or not said.stdout:
        raise WatermarkError("is no sound that can be decoded", subject=str(path))
    size = round(WINDOW * _RATE) * 4
    return (_floats(said.stdout[at : at + size]) for at in range(0, len(said.stdout), size))
