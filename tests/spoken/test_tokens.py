from hypothesis import given
from hypothesis import strategies as st

from narrate.spoken.draft import Draft, Edit
from narrate.spoken.tokens import utterance


@st.composite
def drafts(draw):
    draft = Draft(draw(st.text("ab $1.\n", max_size=30)))
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(draft.now)), max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        draft.edit([Edit(a, b, draw(st.sampled_from(["", "x", "one two"]))) for a, b in pairs])
    return draft


@given(drafts())
def test_every_written_word_is_in_exactly_one_token_and_every_said_word_too(draft):
    said = utterance(draft)

    written = [i for token in said.tokens for i in range(token.start, token.end)]
    spoken = [i for token in said.tokens for i in range(token.said_start, token.said_end)]
    assert written == sorted(set(written))
    assert spoken == sorted(set(spoken))
    assert all(draft.text[i].isspace() for i in set(range(len(draft.text))) - set(written))
    if said.tokens:
        left = set(range(len(draft.now))) - set(spoken)
        assert all(draft.now[i].isspace() for i in left)


@given(drafts())
def test_what_nothing_changed_stands_for_itself(draft):
    at = shift = 0
    for span in draft.spans:
        assert draft.text[at : span.start] == draft.now[at + shift : span.said_start]
        at, shift = span.end, span.said_end - span.end
    assert draft.text[at:] == draft.now[at + shift :]


def test_a_final_span_is_left_alone():
    draft = Draft("Xi said")
    draft.edit([Edit(0, 2, "Shee")], final=True)

    changed = draft.edit([Edit(0, 4, "She"), Edit(5, 9, "spoke")])

    assert changed
    assert draft.now == "Shee spoke"
