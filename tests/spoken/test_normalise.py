import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.spoken import Entry, Lexicon, explain, normalise

FOLDER = Path(__file__).parent / "cases"
LANGUAGES = st.sampled_from(["en-US", "en-GB", "es", "fr", "de", "ar"])
PIECES = st.sampled_from((
    "1", "9", "0", "$", "£", "€1", "A", "B.", "a.", "é", "U.S.", "St.", "Dr.", "-", "–",
    "/", ":", ".", ",", "%", "°", "m", "km", "II", "XIV", "@", "#", "www.", "com", "&", "*",
    "[[", "(", ")", "'", "’s", "s", "th", "bn", "pm", "p.m.", "Jan", "May", "2024", "12",
    "½", "+", "=", "<", "CEO", "NATO", "İ", "²", "१", "million", "D-", "Calif.", "5'",
    "\x00", "…",
))  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.just(" ")), max_size=20).map("".join)


def _cases(name):
    for case in json.loads((FOLDER / name).read_text("utf-8")):
        known = case["label"] == "known failure"
        yield pytest.param(
            case, marks=pytest.mark.xfail(strict=True) if known else (), id=case["written"][:50]
        )


@pytest.mark.parametrize("case", [*_cases("english.json"), *_cases("languages.json")])
def test_a_sentence_is_said_as_a_newsreader_would(case):
    said = normalise(case["written"], case.get("language", "en-US"))

    assert said.spoken == case["spoken"]


@given(TEXTS, LANGUAGES)
def test_normalising_twice_changes_nothing(text, language):
    once = normalise(text, language).spoken

    twice = normalise(once, language).spoken

    assert twice == once


@given(TEXTS, LANGUAGES)
def test_every_written_word_keeps_its_spoken_words(text, language):
    said = normalise(text, language)

    written = [i for token in said.tokens for i in range(token.start, token.end)]
    assert written == sorted(set(written))
    assert "".join("".join(text[i] for i in written).split()) == "".join(text.split())
    spoken = "".join(said.spoken[t.said_start : t.said_end] for t in said.tokens)
    assert not said.tokens or "".join(spoken.split()) == "".join(said.spoken.split())


@given(st.text(max_size=80), LANGUAGES)
def test_nothing_reaches_a_voice_that_it_would_take_as_a_command(text, language):
    spoken = normalise(text, language).spoken

    assert "[[" not in spoken
    assert not {"Cc", "Cs"} & {unicodedata.category(character) for character in spoken}


HOSTILE = ("X", "9", "[", "a.", "$1", "$1 ", "Jan. 3 ", "Dr. ", "A. ", "1-2 ")


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_said_all_the_same(piece):
    text = piece * (8_000 // len(piece))  # a rule that looks back from each would take minutes

    said = normalise(text, "en-US")

    assert said.spoken
    assert said.tokens[-1].end == len(text.rstrip())


def test_a_date_keeps_a_token_for_each_word():
    said = normalise("On Sept. 11, 2001, it cost $1.2 billion *", "en-US")

    pairs = [
        (said.text[t.start : t.end], said.spoken[t.said_start : t.said_end]) for t in said.tokens
    ]
    assert pairs == [
        ("On", "On"),
        ("Sept.", "September"),
        ("11,", "eleventh,"),
        ("2001,", "two thousand one,"),
        ("it", "it"),
        ("cost", "cost"),
        ("$1.2 billion", "one point two billion dollars"),
        ("*", ""),
    ]


def test_explaining_tells_the_same_story():
    text = "Gov. Xi paid $5 in 1984\n"
    lexicon = Lexicon.of([Entry("Xi", alias="Shee")])

    changes = explain(text, "en-US", lexicon=lexicon)

    assert [change.step for change in changes] == ["safety", "lexicon", "money", "year", "title"]
    assert changes[0].before == text
    assert changes[-1].after == normalise(text, "en-US", lexicon=lexicon).spoken


def test_emoji_are_said_only_when_asked_for():
    assert normalise("Well done 👏🏽 Ann", "en-US").spoken == "Well done Ann"
    assert normalise("Well done 👏🏽 Ann", "en-US", emoji=True).spoken == "Well done 👏🏽 Ann"
