import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.containers import find, for_suffix, names
from narrate.errors import ConfigError
from narrate.master.samples import Samples

from .programme import COVER, LENGTH, NOTICE, RATE, STARTS, clicks

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"


@pytest.mark.parametrize("name", names())
def test_sound_is_heard_where_the_timeline_says(name, write, ffmpeg):
    raw, complaints = ffmpeg("-v", "error", "-i", write(name), "-ar", RATE, "-f", "s16le", "-")
    heard = np.frombuffer(raw, "<i2")

    assert complaints == ""
    assert len(heard) / RATE == pytest.approx(LENGTH, abs=0.06)
    meant = np.frombuffer(clicks(), "<i2").astype(float)
    for start in STARTS:
        at = round(start * RATE)
        click = meant[at : at + 400]
        near = heard[max(0, at - 2000) : at + 2400].astype(float)
        found = int(np.argmax(np.correlate(near, click))) + max(0, at - 2000)
        assert abs(found - at) <= 1, f"{name}: off by {found - at} samples"


@pytest.mark.parametrize("name", names())
def test_every_container_tells_what_it_is(name, write):
    said = _tags(write(name))

    assert said["title"] == "Bridge & river"
    assert said["notice"] == NOTICE
    assert said["source type"] == SOURCE_TYPE


def _tags(path):
    """What mutagen reads, under names of our own."""
    import mutagen

    tags = mutagen.File(path).tags
    if path.suffix in {".mp3", ".wav"}:
        own = {frame.desc: frame.text[0] for frame in tags.getall("TXXX")}
        title = tags["TIT2"].text[0]
    elif path.suffix in {".m4a", ".m4b"}:
        own = {
            key.rpartition(":")[2]: value[0].decode()
            for key, value in tags.items()
            if "----" in key
        }
        title = tags["\xa9nam"][0]
    else:
        own = {key.upper(): value[0] for key, value in tags.as_dict().items()}
        title = own["TITLE"]
    return {
        "title": title,
        "notice": own["AI-DISCLOSURE"],
        "source type": own["DIGITAL-SOURCE-TYPE"],
    }


@pytest.mark.parametrize("name", ["opus", "flac", "m4b"])
def test_chapters_are_read_by_ffmpeg(name, write, ffmpeg):
    said, _ = ffmpeg("-v", "error", "-i", write(name), "-f", "ffmetadata", "-")

    _, *found = said.decode().split("[CHAPTER]")
    titles = [part.split("title=")[1].splitlines()[0] for part in found]
    assert titles == ["Bridge & river", "One\\; two \\= 3", "Zwei ✓"]


@pytest.mark.parametrize("name", names())
def test_the_cover_is_seen_by_ffmpeg(name, write, ffmpeg):
    picture, _ = ffmpeg("-v", "error", "-i", write(name), "-f", "image2pipe", "-c", "copy", "-")

    assert picture == COVER


@pytest.mark.parametrize("name", names())
def test_the_same_programme_is_the_same_file(name, write):
    first, second = (write(name).read_bytes() for _ in range(2))

    assert first == second


@given(st.binary(max_size=300).map(lambda data: data[: len(data) // 2 * 2]), st.integers(0, 200))
def test_samples_are_left_as_they_are(pcm, content):
    frames = Samples(8000).encode(pcm, content)

    assert frames.data.startswith(pcm)
    assert frames.count == max(content, len(pcm) // 2) == len(frames.data) // 2


def test_an_unknown_format_is_named_with_those_that_are_known():
    with pytest.raises(ConfigError, match=r"ogg: .*opus"):
        find("ogg")

    assert for_suffix("x.ogg") is None
