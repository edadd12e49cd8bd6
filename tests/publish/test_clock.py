from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.clock import in_turn, milliseconds, rounded, spread, stamp

TIMES = st.floats(0, 1e6)


def test_stamps_go_on_past_99_hours():
    assert stamp(360_000_001, ",") == "100:00:00,001"


@given(TIMES, TIMES)
def test_rounding_keeps_order_and_happens_once(one, other):
    assert (milliseconds(one) <= milliseconds(other)) or one > other
    assert rounded(rounded(one)) == rounded(one)
    assert milliseconds(rounded(one)) == milliseconds(one)


@given(st.lists(st.integers(0, 200), min_size=2, max_size=30))
def test_spread_bounds_rise_and_keep_their_ends(bounds):
    found = spread(bounds)

    assert all(left < right for left, right in pairwise(found))
    assert found[0] == bounds[0]
    assert found[-1] == max(bounds[-1], bounds[0] + len(bounds) - 1)


@given(st.lists(st.tuples(TIMES, TIMES), max_size=20))
def test_spans_in_turn_never_meet(spans):
    found = in_turn(spans)

    assert all(start < end for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
