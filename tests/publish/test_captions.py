import html
import re
import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Cue, Segment, Timeline
from narrate.publish.captions import Head, captions, srt, vtt, vtt_words
from narrate.publish.plain import encodable, one_line

TIME = r"(\d{2,}):([0-5]\d):([0-5]\d)[.,](\d{3})"


def blank(char):
    """White space that parts words, and control characters; told apart from the code's way."""
    parts = char.isspace() and char not in "\u00a0\u2007\u202f"
    return parts or unicodedata.category(char) == "Cc"


def seconds(text):
    hours, minutes, whole, thousandths = map(int, re.fullmatch(TIME, text).groups())
    return hours * 3600 + minutes * 60 + whole + thousandths / 1000


def milliseconds(text):
    return round(seconds(text) * 1000)


def read_vtt(text):
    """A strict reader: every block is the head, a comment or a cue, in good form."""
    head, *blocks = text.removesuffix("\n").split("\n\n")
    assert head == "WEBVTT"
    cues = []
    for block in blocks:
        first, *lines = block.split("\n")
        if first.startswith("NOTE"):
            assert "-->" not in block
            continue
        start, arrow, end = first.split(" ")
        assert arrow == "-->"
        assert lines
        assert not any("-->" in line or not line.strip() for line in lines)
        assert not re.search(r"&(?!amp;|lt;|gt;)", "\n".join(lines))
        cues.append((milliseconds(start), milliseconds(end), lines))
    return cues


def read_srt(text):
    assert text == "" or text.endswith("\n\n")
    cues = []
    for number, block in enumerate(text.split("\n\n")[:-1], start=1):
        index, times, *lines = block.split("\n")
        start, arrow, end = times.split(" ")
        assert (index, arrow) == (str(number), "-->")
        assert lines
        assert not any("-->" in line or not line.strip() for line in lines)
        cues.append((milliseconds(start), milliseconds(end), lines))
    return cues


def untagged(lines):
    return [html.unescape(re.sub(r"<[^>]*>", "", line)) for line in lines]


def letters(texts):
    return "".join(char for char in encodable("".join(texts)) if not blank(char))


def said(timeline):
    return letters(cue.segment.text for cue in timeline.cues)


def test_a_sentence_is_a_cue(timeline):
    text = vtt(captions(timeline), Head("en-GB", "Voice is AI-generated.", "Narrator"))

    assert text.startswith(
        "WEBVTT\n\nNOTE Language: en-GB\n\nNOTE\nVoice is AI-generated.\n\n"
        "00:00:00.000 --> 00:00:03.000\n<v Narrator>Voice is AI-generated.\n"
        "Inconsistencies may occur.\n\n"
        "00:00:04.000 --> 00:00:05.000\n<v Narrator>Bridge &amp; river\n\n"
    )


def test_a_long_sentence_changes_captions_where_its_word_begins(timeline):
    third, fourth = captions(timeline)[2:4]

    assert (third.start, third.end, fourth.start, fourth.end) == (6000, 8406, 8406, 11500)
    assert " ".join(third.lines).endswith("said,")


def test_words_carry_the_times_at_which_they_begin(timeline):
    text = vtt_words(captions(timeline), Head("en-GB", "x"))

    assert "Bridge <00:00:04.333>&amp; <00:00:04.667>river\n" in text


def test_comments_cannot_end_early():
    text = vtt((), Head("", "a\n\n00:00 --> 00:01\nb"))

    assert text == "WEBVTT\n\nNOTE\na 00:00 → 00:01 b\n"


def test_a_passage_in_another_language_is_marked():
    timeline = Timeline(2.0, (Cue(Segment("paragraph", "Où ?", "Où ?", language="fr"), 0, 1),))

    assert "<lang fr>Où ?</lang>" in vtt(captions(timeline), Head("en", ""))


def test_what_nobody_says_has_no_caption():
    timeline = Timeline(2.0, (Cue(Segment("paragraph", "* * *", "* * *"), 1.0, 1.0),))

    assert captions(timeline) == ()


def test_srt_holds_no_markup():
    text = "<b>R&D</b> is 1 < 2 {\\an8} --> x"
    timeline = Timeline(3601.5, (Cue(Segment("paragraph", text, text), 3600.0, 3601.5),))

    assert srt(captions(timeline)) == (
        "1\n01:00:00,000 --> 01:00:01,500\n‹b>R&D‹/b> is 1 < 2 (\\an8} → x\n\n"
    )


@given(st.data())
def test_captions_tile_the_speech(any_timeline, data):
    timeline = data.draw(any_timeline)

    found = captions(timeline)

    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(caption.start < caption.end for caption in found)
    for cue in timeline.cues:
        own = [caption for caption in found if caption.cue is cue]
        assert all(left.end == right.start for left, right in pairwise(own))
        if own:
            assert own[0].start == round(cue.start * 1000)
            assert own[-1].end == round(cue.end * 1000)
        else:
            assert not one_line(cue.segment.text)


@given(st.lists(st.floats(0, 0.01), max_size=8), st.text("ab ", min_size=100, max_size=200))
def test_captions_never_overlap_where_speech_takes_no_time(pauses, text):
    now = 0.0
    cues = [Cue(Segment("paragraph", text, text), now := now + pause, now) for pause in pauses]

    found = captions(Timeline(now, tuple(cues)))

    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(caption.start < caption.end for caption in found)


@given(st.data())
def test_files_parse_back_with_every_word_once_and_in_order(any_timeline, data):
    timeline = data.draw(any_timeline)
    times = [(caption.start, caption.end) for caption in captions(timeline)]

    plain = read_vtt(vtt(captions(timeline), Head("x-->y", "a\n\nb", "A & B > C")))
    timed = read_vtt(vtt_words(captions(timeline), Head("en", "a")))
    lines = read_srt(srt(captions(timeline)))

    assert [cue[:2] for cue in plain] == [cue[:2] for cue in timed] == times
    assert [cue[:2] for cue in lines] == times
    assert letters(line for cue in plain for line in untagged(cue[2])) == said(timeline)
    assert [untagged(cue[2]) for cue in plain] == [untagged(cue[2]) for cue in timed]
    assert letters(line for cue in lines for line in cue[2]).translate(
        {ord("‹"): "<", ord("("): "{"}
    ) == said(timeline).replace("-->", "→").translate({ord("‹"): "<", ord("("): "{"})
    assert all(len(line) <= 42 for cue in lines for line in cue[2])


@given(st.data())
def test_timestamps_rise_strictly_inside_their_cue(any_timeline, data):
    timeline = data.draw(any_timeline)

    for start, end, lines in read_vtt(vtt_words(captions(timeline), Head("en", "a"))):
        stamps = [milliseconds(found) for found in re.findall(r"<(\d[\d:.]+)>", "".join(lines))]
        times = [start, *stamps, end]
        assert all(left < right for left, right in pairwise(times))
