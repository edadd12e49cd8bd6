from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Mark, Token
from narrate.spoken import normalise, word_times

RATE = 22050
MARKS = st.lists(
    st.builds(
        Mark,
        position=st.integers(-5, 80),
        length=st.integers(0, 20),
        sample=st.integers(-100, 60_000),
    ),
    max_size=12,
)


@given(st.text(max_size=60), MARKS, st.integers(0, 50_000))
def test_every_word_is_heard_once_in_order_and_inside_the_clip(text, marks, samples):
    tokens = normalise(text, "en-US").tokens

    times = word_times(tokens, marks, samples, RATE)

    assert [(w.text_start, w.text_end) for w in times] == [(t.start, t.end) for t in tokens]
    edges = [edge for word in times for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= samples / RATE for edge in edges)


def test_words_that_are_fused_share_the_time_by_their_length():
    tokens = [Token(0, 2, 0, 2), Token(3, 4, 3, 4), Token(5, 9, 5, 9)]  # 'of a kind'

    times = word_times(tokens, [Mark(0, 4, 0), Mark(5, 4, 900)], 2000, 1000)

    assert [w.start for w in times] == [0.0, 0.6, 0.9]
    assert times[-1].end == 2.0


def test_several_marks_on_one_token_count_once():
    tokens = [Token(0, 5, 0, 23), Token(6, 9, 24, 27)]  # '$1.2m net'

    times = word_times(tokens, [Mark(0, 3, 10), Mark(4, 5, 200), Mark(24, 3, 700)], 1000, 1000)

    assert [(w.start, w.end) for w in times] == [(0.01, 0.7), (0.7, 1.0)]


def test_a_word_that_is_not_said_takes_no_time():
    tokens = [Token(0, 1, 0, 0), Token(2, 7, 1, 6), Token(8, 9, 7, 7)]

    times = word_times(tokens, [Mark(1, 5, 100)], 500, 1000)

    assert [(w.start, w.end) for w in times] == [(0.1, 0.1), (0.1, 0.5), (0.5, 0.5)]


def test_without_marks_the_clip_is_shared_out():
    tokens = [Token(0, 4, 0, 4), Token(5, 9, 5, 9)]

    times = word_times(tokens, [], 1000, 1000)

    assert [(w.start, w.end) for w in times] == [(0.0, 0.5), (0.5, 1.0)]
