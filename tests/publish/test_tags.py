import re
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import PublishError
from narrate.model import Cue, Metadata, Script, Segment, Timeline, Voice
from narrate.publish.tags import LARGEST_COVER, PADDING, id3, transcript

JPEG = b"\xff\xd8\xff\xe0" + bytes(200)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def read(tag):
    from mutagen.id3 import ID3

    return ID3(BytesIO(tag))


def mp3(seconds):
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(22050)
    encoder.set_bit_rate(64)
    return bytes(encoder.encode(bytes(int(seconds * 44100))) + encoder.flush())


def ffmpeg(*arguments):
    from imageio_ffmpeg import get_ffmpeg_exe

    command = [get_ffmpeg_exe(), "-hide_banner", "-v", "error", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True)


def test_says_what_the_article_is(script, timeline, voice):
    tag = read(id3(script, timeline, voice))

    assert tag.version == (2, 4, 0)
    assert tag["TIT2"].text == ["Bridge & river"]
    assert tag["TPE1"].text == ["Ann Example", "Bo Beispiel"]
    assert tag["TALB"].text == tag["TPUB"].text == ["The Daily Sample"]
    assert [str(date) for date in tag["TDRC"].text] == ["2026-11-22 04:30:00"]
    assert tag["TDRL"].text == tag["TDRC"].text
    assert tag["TLAN"].text == ["eng"]
    assert tag["TLEN"].text == ["30000"]
    assert tag["TCON"].genres == ["Podcast", "Speech"]
    assert tag["WOAF"].url == tag["WOAS"].url == "https://example.org/bridge"
    assert tag["TXXX:SOURCE-URL"].text == ["https://example.org/bridge"]
    assert re.fullmatch(r"narrate \d\S* \(pyttsx3 anna\)", tag["TSSE"].text[0])


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        ("formant", "algorithmicMedia"),
        ("neural", "trainedAlgorithmicMedia"),
        ("recorded", "compositeSynthetic"),
    ],
)
def test_says_that_the_voice_is_a_machines_even_where_it_is_not_spoken(
    script, timeline, voice, kind, term
):
    silent_about_it = replace(timeline, cues=timeline.cues[1:])

    tag = read(id3(script, silent_about_it, replace(voice, kind=kind)))

    assert tag["COMM::eng"].text == tag["TXXX:AI-DISCLOSURE"].text == [voice.disclaimer]
    assert tag["TXXX:DIGITAL-SOURCE-TYPE"].text == [
        f"http://cv.iptc.org/newscodes/digitalsourcetype/{term}"
    ]


def test_the_notice_is_in_the_voices_language(script, timeline, voice):
    spanish = replace(voice, language="es-419", disclaimer="La voz está generada por IA.")

    unsaid = replace(script, segments=script.segments[1:])

    tag = read(id3(unsaid, timeline, spanish))

    assert tag["COMM::spa"].text == ["La voz está generada por IA."]


def test_chapters_are_the_headings_in_the_order_of_time(script, timeline, voice):
    tag = read(id3(script, timeline, voice))

    assert tag["CTOC:toc"].child_element_ids == ["chp0", "chp1"]
    assert int(tag["CTOC:toc"].flags) == 3
    first, second = tag["CHAP:chp0"], tag["CHAP:chp1"]
    assert (first.start_time, first.end_time, second.start_time, second.end_time) == (
        *(0, 14000),
        *(14000, 30000),
    )
    assert [part.sub_frames["TIT2"].text for part in (first, second)] == [
        ["Bridge & river"],
        ["What next?"],
    ]


def test_more_chapters_than_a_tag_can_list_end_in_a_long_one(script, voice):
    cues = tuple(
        Cue(Segment("heading", f"Part {at}", "x", block=at), at, at + 0.5) for at in range(1, 400)
    )

    tag = read(id3(script, Timeline(500.0, cues), voice))

    assert len(tag["CTOC:toc"].child_element_ids) == len(tag.getall("CHAP")) == 255
    assert tag["CHAP:chp254"].end_time == 500_000


def test_the_lyrics_are_the_transcript(script, timeline, voice):
    tag = read(id3(script, timeline, voice))

    assert tag["USLT::eng"].text == transcript(script)
    assert transcript(script).split("\n\n") == [
        "Voice is AI-generated. Inconsistencies may occur.",
        "Bridge & river",
        f"{timeline.cues[2].segment.text} Drivers wait.",
        "What next?",
        "Work begins.",
    ]


def test_sentences_of_a_script_without_spaces_are_joined_without(script):
    cells = tuple(Segment("paragraph", text, text, block=0) for text in ("一。", "二。"))

    assert transcript(replace(script, language="ja-JP", segments=cells)) == "一。二。"


@pytest.mark.parametrize(("cover", "mime"), [(JPEG, "image/jpeg"), (PNG, "image/png")])
def test_carries_the_cover(script, timeline, voice, cover, mime):
    picture = read(id3(script, timeline, voice, cover=cover))["APIC:"]

    assert (picture.mime, picture.type, picture.data) == (mime, 3, cover)


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "neither JPEG nor PNG"),
        (b"", "neither JPEG nor PNG"),
        (JPEG + bytes(LARGEST_COVER), r"8\.0 MiB \(8 MiB are the most"),
    ],
)
def test_refuses_a_cover_that_players_cannot_show(script, timeline, voice, cover, told):
    with pytest.raises(PublishError, match=told):
        id3(script, timeline, voice, cover=cover)


@pytest.mark.parametrize(
    ("published", "written"),
    [
        ("2026", ["2026"]),
        ("2026-11-21", ["2026-11-21"]),
        ("2026-11-21T23:30", ["2026-11-21 23:30:00"]),
        ("2026-11-21T23:30:00Z", ["2026-11-21 23:30:00"]),
        ("0001-01-01T00:00:00+14:00", []),
        ("yesterday", []),
        (None, []),
    ],
)
def test_dates_are_in_utc_or_left_out(script, timeline, voice, published, written):
    dated = replace(script, metadata=replace(script.metadata, published=published))

    tag = read(id3(dated, timeline, voice))

    assert [str(date) for frame in tag.getall("TDRL") for date in frame.text] == written


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://exämple.org:8080/ä b?x=1&y=ü#z", "https://xn--exmple-cua.org:8080/%C3%A4%20b"),
        ("https://example.org/%C3%A4", "https://example.org/%C3%A4"),
        ("javascript:alert(1)", None),
        ("https://[::1", None),
        ("/bridge", None),
        (None, None),
    ],
)
def test_addresses_are_ascii_or_left_out(script, timeline, voice, url, written):
    moved = replace(script, metadata=replace(script.metadata, url=url))

    tag = read(id3(moved, timeline, voice))

    assert [frame.url.partition("?")[0] for frame in tag.getall("WOAF")] == [written][
        : bool(written)
    ]


def test_what_is_not_known_is_left_out(timeline, voice):
    bare = Script(Metadata("Title"), "anna", "x-klingon", ())

    tag = read(id3(bare, timeline, voice))

    assert not {"TPE1", "TALB", "TPUB", "TDRC", "TDRL", "TLAN", "WOAF"} & set(tag)


def test_the_site_is_the_artist_where_nobody_signs(script, timeline, voice):
    unsigned = replace(script, metadata=replace(script.metadata, authors=(" ",)))

    assert read(id3(unsigned, timeline, voice))["TPE1"].text == ["The Daily Sample"]


def test_the_same_episode_has_the_same_bytes(script, timeline, voice):
    first, second = (id3(script, timeline, voice, cover=PNG) for _ in range(2))

    assert first == second
    assert first.endswith(bytes(PADDING))
    assert first.index(b"chp0\x00\x00") < first.index(b"chp1\x00\x00")


WORDS = st.text(max_size=60)
FORBIDDEN = re.compile("[\x01-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@given(WORDS, st.lists(WORDS, max_size=3), WORDS, st.lists(WORDS, max_size=5))
def test_any_text_comes_back_without_control_characters(title, authors, site, headings):
    cues = tuple(
        Cue(Segment("heading", text, text, block=at), at + 1.0, at + 2.0)
        for at, text in enumerate(headings)
    )
    metadata = Metadata(title, tuple(authors), site=site, url=f"https://example.org/{title}")
    script = Script(metadata, "v", "en", tuple(cue.segment for cue in cues))

    data = id3(script, Timeline(10.0, cues), Voice("v", site, "e", "i", title, kind="neural"))

    tag = read(data)
    texts = [str(frame) for kind in ("TIT2", "TPE1", "TALB") for frame in tag.getall(kind)]
    assert not any(FORBIDDEN.search(text) for text in [*texts, tag.getall("USLT")[0].text])
    parts = sorted(tag.getall("CHAP"), key=lambda part: part.start_time)
    assert (parts[0].start_time, parts[-1].end_time) == (0, 10_000)
    assert all(left.end_time == right.start_time for left, right in pairwise(parts))


def test_a_decoder_reads_tag_and_sound(tmp_path, script, timeline, voice):
    path = tmp_path / "a.mp3"
    path.write_bytes(id3(script, timeline, voice) + mp3(30))

    decoded = ffmpeg("-i", path, "-f", "s16le", "-")
    described = ffmpeg("-i", path, "-f", "ffmetadata", "-").stdout.decode()

    assert decoded.stderr == b""
    assert 29.9 < len(decoded.stdout) / 44100 < 30.2
    assert re.findall(r"START=(\d+)\nEND=(\d+)\ntitle=(.*)", described) == [
        ("0", "14000", "Bridge & river"),
        ("14000", "30000", "What next?"),
    ]
    assert "comment=Voice is AI-generated. Inconsistencies may occur." in described
    assert "AI-DISCLOSURE=Voice is AI-generated. Inconsistencies may occur." in described
    assert "title=Bridge & river" in described
