from hypothesis import given
from hypothesis import strategies as st

from narrate.spoken import realign

WORDS = st.lists(st.sampled_from(["a", "the", "$2m", "Xi", "two", "million"]), max_size=8)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_any_two_texts_can_be_aligned(text, spoken):
    said = realign(text, spoken, "en-US")

    assert said.spoken == spoken
    assert [text[t.start : t.end] for t in said.tokens] == text.split()
    assert (
        not text
        or " ".join(
            spoken[t.said_start : t.said_end] for t in said.tokens if t.said_end > t.said_start
        )
        == spoken
    )
