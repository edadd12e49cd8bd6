import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.languages import nearest


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en-GB-scotland", ("en-gb-scotland", "en-gb", "en")),
        ("zh_Hant_HK", ("zh-hant-hk", "zh-hant", "yue", "zh")),
        ("zh-HK", ("zh-hk", "yue", "zh-hant", "zh")),
        ("cmn-TW", ("zh-tw", "zh-hant", "yue", "zh")),
        ("yue-HK", ("yue-hk", "yue", "zh-hant")),
        ("prs", ("fa",)),
        ("", ("",)),
    ],
)
def test_the_nearest_comes_first(tag, expected):
    assert nearest(tag) == expected


@given(st.text("abcDEF-_19", max_size=20))
def test_any_tag_has_its_own_and_none_twice(tag):
    found = nearest(tag)

    assert found[0] == tag.lower().replace("_", "-")
    assert len(set(found)) == len(found)
