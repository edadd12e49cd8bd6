import json
from pathlib import Path

import pytest

from narrate.feed import words
from narrate.feed.words import direction, words_for
from narrate.phrases import languages


@pytest.mark.parametrize("language", languages())
def test_every_language_that_is_spoken_has_its_words(language):
    english = words_for("en")

    got = words_for(language)

    assert got.voice.format(name="ana")
    assert language.startswith("en") or got != english


def test_all_rows_are_whole():
    table = json.loads(Path(words.__file__).with_suffix(".json").read_text("utf-8"))

    assert {len(row) for row in table.values()} == {10}


def test_kin():
    assert words_for("zh-Hant-TW") == words_for("yue") != words_for("zh-CN")
    assert words_for("xx") == words_for("en")
    assert (direction("ar-EG"), direction("en")) == ("rtl", "ltr")
