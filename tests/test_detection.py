import numpy as np
import pytest

from narrate.detection import detect
from narrate.errors import WatermarkError
from narrate.master.pieces import as_pcm, floats
from narrate.watermarks.spread import SpreadWatermark

KEY = b"a key that nobody has"


@pytest.fixture(scope="module")
def files(tmp_path_factory, ffmpeg, speech):
    """Forty seconds of speech, of which all is marked, in several kinds of file."""
    folder = tmp_path_factory.mktemp("marked")
    samples = np.tile(floats(speech.pcm), 3)[: 40 * speech.rate]
    marked = SpreadWatermark().mark(samples, speech.rate, KEY)
    raw = ("-f", "s16le", "-ar", str(speech.rate), "-ac", "1", "-i", "-")
    for name, codec in (("a.mp3", "libmp3lame"), ("a.flac", "flac"), ("a.m4a", "aac")):
        made = folder / name
        ffmpeg("-v", "error", *raw, "-c:a", codec, "-b:a", "64k", made, data=as_pcm(marked))
    ffmpeg("-v", "error", *raw, folder / "plain.wav", data=as_pcm(samples))
    ffmpeg("-v", "error", *raw, "-t", "3", folder / "short.wav", data=as_pcm(samples))
    return folder


@pytest.mark.parametrize("name", ["a.mp3", "a.flac", "a.m4a"])
def test_a_mark_is_found_in_any_file(files, name):
    found = detect(files / name, KEY)

    assert found.best.found
    assert found.marked == found.windows == 1  # ten seconds left over are looked at with the rest


def test_a_file_is_known_by_what_is_in_it(files, tmp_path):
    (tmp_path / "named.mp3").write_bytes((files / "a.m4a").read_bytes())

    assert detect(tmp_path / "named.mp3", KEY).best.found


def test_there_is_none_where_none_was_put(files):
    found = detect(files / "plain.wav", KEY)

    assert not found.best.found
    assert found.marked == 0


def test_what_cannot_be_looked_at_is_told(files, tmp_path):
    (tmp_path / "text.mp3").write_text("Not sound at all.")

    for path, reason in (
        (files / "short.wav", "too short to look for a mark in"),
        (tmp_path / "text.mp3", "no sound that can be decoded"),
        (tmp_path / "none.mp3", "can't be read"),
        (tmp_path, "can't be read"),
    ):
        with pytest.raises(WatermarkError, match=reason):
            detect(path, KEY)
