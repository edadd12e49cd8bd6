"""How near the word times come to where the words are heard, by forced alignment.

The finished MP3 is decoded, and each tried sentence aligned with its words as they are spoken one
by one. That has its own errors: what is swallowed in a sentence is not where it is by itself.
"""

from collections.abc import Iterator

import numpy as np

from narrate.engines import find
from narrate.model import Cue, Voice
from narrate.pipeline import Edition, Maker, workers
from narrate.reading import Reading, script_of

from .alignment import Floats, aligned, spoken
from .bench import Bench, Rows
from .listening import decoded
from .table import Row

_WORDS = 10_000  # an hour
_SENTENCES = 60
_LEAST = 200  # samples: less is no word to be found again


def words(bench: Bench) -> Rows:
    """Every so manyth sentence of an hour, and the first and last quarter of it by themselves."""
    page, text = bench.pair("words", _WORDS)
    script, voice = script_of(str(page), Reading())
    with workers() as pool:
        edition = Maker(pool).make(script, voice, text.with_suffix(".mp3"), lambda *_: None)
    assert edition.output is not None
    sound = decoded(edition.output.read_bytes())
    found = np.array(list(errors(edition, sound, voice)))
    quarter = edition.heard.duration / 4
    parts = {
        "an hour": found,
        "its first quarter": found[found[:, 0] < quarter],
        "its last quarter": found[found[:, 0] >= 3 * quarter],
    }
    for name, part in parts.items():
        off = 1000 * np.abs(part[:, 1])
        work = f"{name}: {len(off)} words"
        yield Row(work, "word times off, median", "ms", (float(np.median(off)),), "", (), "≤ 40")
        limit = float(np.percentile(off, 95))
        yield Row(work, "word times off, 95 %", "ms", (limit,), "", (), "≤ 120")


def errors(edition: Edition, sound: Floats, voice: Voice) -> Iterator[tuple[float, float]]:
    """For each word tried, when it is said to begin, and how much later it is heard; seconds."""
    rate, known = voice.sample_rate, dict[str, Floats]()
    cues = [cue for cue in edition.heard.cues if cue.words]
    for cue in cues[:: max(1, len(cues) // _SENTENCES)]:
        heard = sound[round(cue.start * rate) : round(cue.end * rate)]
        within = spoken(heard)
        said = list(_said(cue, voice, known))
        if not said:
            continue
        starts = aligned(heard[within], [clip for _, clip in said], rate)
        for (told, _), start in zip(said, starts, strict=True):
            yield told, cue.start + within.start / rate + start - told


def _said(cue: Cue, voice: Voice, known: dict[str, Floats]) -> Iterator[tuple[float, Floats]]:
    """When each word is said to begin, and its sound by itself."""
    segment = cue.segment
    tokens = {
        (token.start, token.end): segment.spoken[token.said_start : token.said_end]
        for token in segment.tokens
    }
    for word in cue.words:
        text = tokens.get((word.text_start, word.text_end), "")
        if text not in known:
            pcm = find(voice.engine).speak(text, voice).pcm if text else b""
            clip = np.frombuffer(pcm, "<i2") / 32768
            known[text] = clip[spoken(clip)]
        if len(known[text]) > _LEAST:
            yield word.start, known[text]
