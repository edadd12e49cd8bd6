from dataclasses import replace

import pytest
from lxml import html

from narrate.embed.transcript import transcript_page


@pytest.fixture
def read(narration):
    return html.fromstring(transcript_page(narration))


def heard(read):
    return [each.text_content() for each in read.xpath("//time/following-sibling::p")]


def test_all_that_is_heard_is_there(narration, read):
    told = [cue.segment.text for cue in narration.timeline.cues]

    assert " ".join(heard(read)) == " ".join(told)
    assert [time.text for time in read.iter("time")][:3] == ["0:00", "0:01", "0:02"]


def test_sentences_of_a_block_stand_together(read):
    assert "The bridge stays shut, it said. Drivers wait <b>for ever</b>." in heard(read)


def test_it_says_once_that_a_machine_reads(narration, read):
    told = replace(narration.disclosure, said=(), elsewhere=True)

    silent = html.fromstring(transcript_page(replace(narration, disclosure=told)))

    assert read.findtext(".//cite") == "anna (AI-generated voice)"
    assert read.find(".//p[@role='note']") is None
    assert heard(read)[0] == "Voice is AI-generated. Inconsistencies may occur."
    assert silent.find(".//p[@role='note']").text == heard(read)[0]


def test_what_is_in_another_language_says_so(read):
    assert read.find(".//span[@lang='fr']").text == "Tout va bien."


def test_right_to_left(narration):
    script = replace(narration.script, language="ar")

    got = html.fromstring(transcript_page(replace(narration, script=script)))

    assert got.get("dir") == "rtl"
