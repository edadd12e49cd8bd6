from dataclasses import replace

import numpy as np
import pytest

from bench.alignment import HOP, aligned
from bench.words import errors
from narrate.conversion import Inline
from narrate.pipeline import Maker
from narrate.reading import Reading, script_of

RATE = 16000


def hum(pitch, seconds):
    """A sound with overtones, which a vowel has too."""
    time = np.arange(round(seconds * RATE)) / RATE
    return sum(np.sin(2 * np.pi * pitch * part * time) / part for part in (1, 2, 3, 5)) / 5


def test_words_are_found_where_they_are_said_faster_and_after_a_pause():
    words = [hum(pitch, 0.3) for pitch in (220, 410, 760)]
    pause = np.zeros(round(0.2 * RATE))
    sound = np.concatenate([hum(220, 0.2), hum(410, 0.25), pause, hum(760, 0.2)])

    starts = aligned(sound, words, RATE)

    assert starts == pytest.approx([0.0, 0.2, 0.65], abs=4 * HOP)


@pytest.mark.slow
def test_words_of_real_speech_are_heard_when_the_timeline_says(samples, tmp_path, ffmpeg):
    script, voice = script_of(str(samples / "news-report" / "source.html"), Reading())
    part = replace(script, segments=script.segments[5:9])
    edition = Maker(Inline()).make(part, voice, tmp_path / "a.mp3", lambda *_: None)

    sound = ffmpeg.decode(edition.output).samples / 32768

    off = [1000 * abs(late) for _, late in errors(edition, sound, voice)]

    assert len(off) > 60
    assert np.median(off) <= 40
    assert np.percentile(off, 95) <= 120
