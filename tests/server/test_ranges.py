import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.server.ranges import asked


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("bytes=0-", range(10)),
        ("bytes=2-5", range(2, 6)),
        ("bytes=2-99", range(2, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
        ("bytes=10-", range(0)),
        ("bytes=-0", range(0)),
        (None, None),
        ("", None),
        ("bytes=-", None),
        ("bytes=5-2", None),
        ("bytes=0-1,4-5", None),
        ("items=0-1", None),
        ("bytes=a-b", None),
        ("bytes=" + "9" * 40 + "-", None),
    ],
)
def test_what_a_header_asks_for(header, wanted):
    assert asked(header, 10) == wanted


@given(st.text("bytes=-0123456789, ", max_size=30), st.integers(0, 1 << 40))
def test_no_header_asks_for_what_is_not_there(header, size):
    found = asked(header, size)

    assert found is None or not found or 0 <= found.start < found.stop <= size
