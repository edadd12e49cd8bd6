from narrate.model import Gloss
from narrate.spoken import Entry, Lexicon, normalise

WHO = Gloss(4, 7, "World Health Organization")


def _pairs(said):
    return [
        (said.text[t.start : t.end], said.spoken[t.said_start : t.said_end]) for t in said.tokens
    ]


def test_the_page_s_own_reading_is_said_for_what_is_written():
    said = normalise("The WHO met.", "en-US", glosses=(WHO,))

    assert _pairs(said) == [("The", "The"), ("WHO", "World Health Organization"), ("met.", "met.")]


def test_a_reading_is_said_as_any_other_text_would_be():
    said = normalise("It cost 5 g.", "en-US", glosses=(Gloss(8, 11, "$5,000 or [[so]]"),))

    assert said.spoken == "It cost five thousand dollars or [so]."


def test_ruby_is_said_in_place_of_the_characters():
    said = normalise("蛍が飛ぶ。", "ja", glosses=(Gloss(0, 1, "ほたる"),))

    assert said.spoken == "ほたるが飛ぶ。"


def test_the_publication_s_lexicon_comes_first():
    lexicon = Lexicon.of([Entry("WHO", alias="W.H.O")])

    said = normalise("The WHO met.", "en-US", lexicon=lexicon, glosses=(WHO,))

    assert said.spoken == "The W.H.O met."


def test_what_is_meant_for_machines_is_not_said():
    for data in ("2024-05-03T12:00", "https://example.org/who", "", "x" * 200):
        said = normalise("The WHO met.", "en-US", glosses=(Gloss(4, 7, data),))

        assert said == normalise("The WHO met.", "en-US")


def test_characters_that_the_voice_s_language_lacks_are_not_put_in():
    said = normalise("Die 蛍 fliegt.", "de", glosses=(Gloss(4, 5, "ほたる"),))

    assert said.spoken == "Die 蛍 fliegt."
