import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.slug import slug


@given(st.text(max_size=300) | st.text("aé ßİﬁ한国ع\u0301\0/\\.-_", max_size=300))
def test_it_is_a_file_name_everywhere(title):
    name = slug(title)

    assert name
    assert not re.search(r'[\s/\\:*?"<>|.\x00-\x1f]', name)
    assert not name.startswith("-")
    assert not name.endswith("-")
    assert len(name.encode()) <= 200


@given(st.text(max_size=300))
def test_a_slug_s_slug_is_itself(title):
    assert slug(slug(title)) == slug(title)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The ‘new’ bridge: what’s next?", "the-new-bridge-what-s-next"),
        ("ÜBER ALLE BERGE", "uber-alle-berge"),
        ("Straße № 5", "strasse-no-5"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("東京都は火曜日", "東京都は火曜日"),
        ("", "article"),
        ("--- !!! ---", "article"),
        ("Con", "con-article"),
        ("LPT1", "lpt1-article"),
    ],
)
def test_titles(title, name):
    assert slug(title) == name


def test_a_long_title_without_spaces_is_cut_to_fit():
    name = slug("東京都は橋を春まで閉鎖すると発表した" * 5)

    assert name.startswith("東京都は橋を春まで")
    assert len(name.encode()) <= 160


def test_a_long_title_ends_with_a_whole_word():
    name = slug("a very long headline " * 20)

    assert len(name) <= 80
    assert name.endswith(("a", "very", "long", "headline"))
