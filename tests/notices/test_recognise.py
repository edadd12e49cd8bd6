import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.notices import is_notice, is_told, languages, tells, wording_for

CASES = json.loads(Path(__file__).with_name("cases.json").read_text("utf-8"))


@pytest.mark.parametrize("text", CASES["notices"])
def test_a_notice_is_known(text):
    assert is_notice(text)
    assert is_told(text)
    assert tells(text)


@pytest.mark.parametrize("text", CASES["sentences of a story"])
def test_a_sentence_of_a_story_is_none(text):
    assert not is_notice(text)
    assert text.startswith(("The recording was", "It is")) or not is_told(text)


@pytest.mark.parametrize("language", languages())
def test_every_wording_of_ours_is_known(language):
    wording = wording_for(language)

    assert is_notice(wording.notice)
    assert tells(wording.notice)
    assert not is_told(wording.people)
    assert not is_told(wording.machine_help)


@pytest.mark.parametrize("text", ["", " ", "?", "“", ".", "AI", "voice", "\ud800"])
def test_what_says_nothing_is_no_notice(text):
    assert not is_told(text)


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text):
    assert is_told(text) or not is_notice(text)
