"""How near the MP3 comes to the sound that was encoded, at each setting of the encoder.

Two measures, both after the ear. The spectral distance is over Bark bands (Zwicker), where what
lies 50 dB under the rest of its frame counts as masked: decibels, less is nearer. The segmental
signal-to-noise ratio is over frames of 20 ms with speech in them: decibels, more is nearer.
"""

import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt

from narrate.engines import find
from narrate.master.limiter import limited
from narrate.master.mp3 import SCALE_DB, Encoding, encode, info_frame
from narrate.master.pieces import CEILING, as_pcm, floats
from narrate.reading import Reading, script_of, voice_for

from .bench import Bench, Rows
from .table import Row

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_PAGES = {
    "en-us": "news-report",
    "es-es": "spanish-news",
    "de": "german-table",
    "ar": "arabic-news",
}
_PEER, _OURS = 5, 7
_MASKED = 1e-5
_SPEECH = 1e-4
_FRAME, _HOP = 512, 220  # samples: 23 and 10 ms

Floats = npt.NDArray[np.float64]


def listening(bench: Bench) -> Rows:
    """Quality 7 against quality 5, on the samples."""
    del bench
    for voice, page in _PAGES.items():
        sound = _speech(voice, SAMPLES / page / "source.html")
        ours, peers = (_measures(sound, quality) for quality in (_OURS, _PEER))
        for place, (measure, wanted) in enumerate((("Bark distance", "≤ 1 ×"), ("SNR", "≥ 1 ×"))):
            yield Row(
                f"{voice}, 64 kbit/s, quality {_OURS}", measure, "dB",
                (ours[place],), f"quality {_PEER}", (peers[place],), wanted,
            )  # fmt: skip


def _speech(name: str, page: Path) -> npt.NDArray[np.float32]:
    """A minute or two of a voice, as loud as it is when it is encoded."""
    voice = voice_for(None, Reading(voice=name))
    script, _ = script_of(str(page), Reading(voice=name))
    engine = find(voice.engine)
    pcm = b"".join(
        engine.speak(segment.spoken, voice).pcm + bytes(2 * 4410)
        for segment in script.segments[:30]
    )
    gain = 10 ** (((voice.gain or 0.0) - SCALE_DB) / 20)
    return limited(floats(pcm) * np.float32(gain), voice.sample_rate, CEILING)


def _measures(sound: npt.NDArray[np.float32], quality: int) -> tuple[float, float]:
    encoding = Encoding(quality=quality)
    frames = encode(as_pcm(sound), len(sound), encoding)
    head = info_frame(frames.count, len(frames.data), encoding)
    heard = decoded(head + frames.data)[: len(sound)]
    meant = sound[: len(heard)].astype(np.float64) * 10 ** (SCALE_DB / 20)
    return bark_distance(meant, heard), segmental_snr(meant, heard)


def decoded(mp3: bytes) -> Floats:
    """The samples of an MP3, of full scale 1, as ffmpeg decodes it."""
    command = ("ffmpeg", "-v", "error", "-f", "mp3", "-i", "-", "-f", "s16le", "-")
    pcm = subprocess.run(command, input=mp3, capture_output=True, check=True).stdout
    return np.frombuffer(pcm, "<i2").astype(np.float64) / 32768


def bark_distance(meant: Floats, heard: Floats) -> float:
    """The mean distance of the levels in Bark bands, over frames with speech in them; dB."""
    first, second = _bands(meant), _bands(heard)
    loud = first.sum(axis=1) > _SPEECH * first.sum(axis=1).max()
    first, second = first[loud], second[loud]
    masked = first.sum(axis=1, keepdims=True) * _MASKED
    return float(np.abs(10 * np.log10((first + masked) / (second + masked))).mean())


def _bands(sound: Floats) -> Floats:
    frames = np.lib.stride_tricks.sliding_window_view(sound, _FRAME)[::_HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_FRAME), axis=1)) ** 2
    frequency = np.arange(_FRAME // 2 + 1) * 22050 / _FRAME
    bark = 13 * np.arctan(0.00076 * frequency) + 3.5 * np.arctan((frequency / 7500) ** 2)
    bands = [power[:, bark.astype(int) == band].sum(axis=1) for band in range(int(bark.max()) + 1)]
    return np.stack(bands, axis=1)


def segmental_snr(meant: Floats, heard: Floats) -> float:
    """The mean signal-to-noise ratio of frames of 20 ms with speech in them; dB, 0 to 50."""
    size = len(meant) // 441 * 441
    signal = (meant[:size].reshape(-1, 441) ** 2).sum(axis=1)
    noise = ((meant - heard)[:size].reshape(-1, 441) ** 2).sum(axis=1)
    loud = signal > _SPEECH * signal.max()
    ratio = 10 * np.log10(signal[loud] / np.maximum(noise[loud], 1e-12))
    return float(np.clip(ratio, 0, 50).mean())
