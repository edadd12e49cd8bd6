from dataclasses import replace

import pytest

from narrate.model import Segment
from narrate.publish.disclosure import (
    Disclosure,
    disclosure,
    machine,
    schema_term,
    sentence,
    short,
)

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def told(*kinds, **known):
    return Disclosure("A machine reads.", "en", kinds, "anna", "trial", **known)


@pytest.mark.parametrize(
    ("kinds", "recordings", "term"),
    [
        (("formant",), False, "algorithmicMedia"),
        (("silent",), False, "algorithmicMedia"),
        (("neural",), False, "trainedAlgorithmicMedia"),
        (("formant", "neural"), False, "trainedAlgorithmicMedia"),
        (("recorded",), False, "compositeSynthetic"),
        (("neural",), True, "compositeSynthetic"),
        (("formant",), True, "compositeSynthetic"),
    ],
)
def test_the_source_type_is_that_of_what_really_sounds(kinds, recordings, term):
    found = told(*kinds, recordings=recordings)

    assert found.source_type == IPTC + term
    assert schema_term(found).casefold() == f"https://schema.org/{term}DigitalSource".casefold()


def test_the_notice_is_what_is_said_not_what_the_voice_would_say(script, voice):
    other = replace(voice, disclaimer="Other words.")

    found = disclosure(script, other)

    assert found.notice == voice.disclaimer
    assert found.said == ("start",)
    assert not found.elsewhere


def test_without_an_opening_the_voices_own_notice_is_told_and_the_promise(script, voice):
    found = disclosure(replace(script, segments=script.segments[1:]), voice)

    assert found.notice == voice.disclaimer
    assert found.said == ()
    assert found.elsewhere
    assert dict(machine(found))["AI-DISCLOSED-ELSEWHERE"] == "true"


def test_a_notice_in_another_language_keeps_it(script, voice):
    notice = Segment("disclaimer", "Voice is AI-generated.", "Voice is AI-generated.")
    segments = (replace(notice, language="en"), *script.segments[1:])

    found = disclosure(replace(script, language="gsw", segments=segments), voice)

    assert found.language == "en"


def test_sentences_of_a_notice_are_joined_as_their_language_does(script, voice):
    parts = [
        Segment("disclaimer", text, text) for text in ("本语音由人工智能生成。", "可能不准确。")
    ]
    chinese = replace(script, language="zh-CN", segments=(*parts, *script.segments[1:]))

    assert short(disclosure(chinese, voice)) == "本语音由人工智能生成。可能不准确。"


def test_tells_each_place_where_it_is_said(script, voice):
    notice, *rest = script.segments
    segments = (notice, *rest, notice, *rest, notice)

    assert disclosure(replace(script, segments=segments), voice).said == ("start", "parts", "end")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de-CH", "A machine reads. Der Text wurde von Menschen geschrieben."),
        ("zh-CN", "A machine reads.文字由人撰写。"),
        ("tlh", "A machine reads. The text was written by people."),
    ],
)
def test_how_the_text_came_about_is_told_in_the_notices_language(language, expected):
    found = replace(told("formant", text_by="people"), language=language)

    assert sentence(found) == expected
    assert sentence(replace(found, text_by="unknown")) == "A machine reads."


def test_programs_read_who_spoke_and_who_wrote():
    assert dict(machine(told("neural", text_by="people"))) == {
        "AI-DISCLOSURE": "A machine reads.",
        "DIGITAL-SOURCE-TYPE": f"{IPTC}trainedAlgorithmicMedia",
        "AI-VOICE": "anna (neural, trial)",
        "AI-TEXT": "people",
    }
