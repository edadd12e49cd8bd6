import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.spoken import sentences
from narrate.spoken.clauses import LONGEST

CASES = [
    case
    for name in ("sentences", "news_sentences")
    for case in json.loads((Path(__file__).parent / "cases" / f"{name}.json").read_text("utf-8"))
]
PIECES = [
    "Dr. Lee ",
    "won. ",
    '"Yes!" ',
    "5 p.m. ",
    "the U.S. ",
    "$1.2bn",
    "……",
    "。",
    "\n\n",
    "¿Qué? ",
]


def _marked(case):
    known = case["label"] == "known failure"
    return pytest.param(case, marks=pytest.mark.xfail(strict=True) if known else ())


@pytest.mark.parametrize(
    "case", [_marked(case) for case in CASES], ids=lambda case: case["parts"][0][:40]
)
def test_a_paragraph_falls_into_its_sentences(case):
    text = case.get("text") or case.get("joint", " ").join(case["parts"])

    found = sentences(text, case["language"])

    assert list(found) == case["parts"]


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_no_character_is_lost_and_the_order_kept(text):
    found = sentences(text, "en-US")

    at = 0
    for sentence in found:
        at = text.index(sentence, at) + len(sentence)
    assert "".join("".join(found).split()) == "".join(text.split())


@settings(max_examples=15)
@given(
    st.lists(st.sampled_from(["rain", "and", "fell,", "Ann Lee", "1,200", "x" * 500])).map(" ".join)
)
def test_no_sentence_is_longer_than_a_voice_can_say(text):
    found = sentences(text * 20, "en-US")

    assert all(0 < len(sentence) <= LONGEST for sentence in found)


@pytest.mark.parametrize("piece", ["x", "9", "[", ".", '"', "Dr. ", "1. ", "字", "😀", "? …", "a."])
def test_hostile_text_is_taken_apart_and_none_of_it_lost(piece):
    text = piece * (20_000 // len(piece))  # a rule that looks back from each would take minutes

    found = sentences(text, "en-US")

    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_long_sentence_is_cut_at_a_clause():
    text = f"{'It rained on the town ' * 12}and went on; {'the people stayed at home ' * 12}then."

    found = sentences(text, "en-US")

    assert [sentence[-8:] for sentence in found] == ["went on;", "me then."]
