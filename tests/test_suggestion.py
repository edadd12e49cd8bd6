import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import ConfigError
from narrate.reading import Reading
from narrate.spoken import load_lexicon
from narrate.suggestion import Suggestion, as_toml, suggest

EXTRA = "Only Ngozi Okonjo had an umbrella. “I had two,” Okonjo said at Miami airport."


@pytest.fixture
def page(tmp_path, page_of):
    path = tmp_path / "page.html"
    path.write_text(page_of(extra=EXTRA), "utf-8")
    return str(path)


def test_the_names_that_nothing_knows_the_most_frequent_first(page):
    found = suggest([page], Reading())

    assert [(one.name, one.count) for one in found] == [("Okonjo", 2), ("Ngozi", 1)]
    assert found[0].language == "en-GB"
    assert "k" in found[0].said
    assert "Okonjo" in found[0].context


def test_several_articles_count_together(page):
    assert suggest([page, page], Reading())[0].count == 4


def test_what_the_lexicon_has_is_settled(page, tmp_path):
    path = tmp_path / "names.toml"
    path.write_text('[words]\nOkonjo = "Oh konjo"\n')

    found = suggest([page], Reading(lexicons=(path,)))

    assert [one.name for one in found] == ["Ngozi"]


def test_a_language_may_be_given(page):
    assert {one.language for one in suggest([page], Reading(), "fr")} == {"fr-FR"}


def test_the_byline_is_said_too(tmp_path, page_of):
    path = tmp_path / "page.html"
    author = '<meta name="author" content="Zadie Quorn">'
    path.write_text(page_of().replace("</head>", f"{author}</head>"), "utf-8")

    assert [one.name for one in suggest([str(path)], Reading())] == ["Zadie", "Quorn"]


def test_a_lexicon_that_is_none(page, tmp_path):
    with pytest.raises(ConfigError, match=r"none\.toml"):
        suggest([page], Reading(lexicons=(tmp_path / "none.toml",)))


def test_what_is_printed_is_a_lexicon_to_fill_in(page, tmp_path):
    path = tmp_path / "names.toml"
    text = as_toml(suggest([page], Reading()))

    path.write_text(text, "utf-8")
    assert load_lexicon(path).entries == ()
    path.write_text(text.replace('# "Ngozi" = ""', '"Ngozi" = "In gozy"'), "utf-8")
    (entry,) = load_lexicon(path).entries
    assert (entry.grapheme, entry.alias, entry.language) == ("Ngozi", "In gozy", "en")


def test_a_name_taken_up_without_its_saying_is_refused(page, tmp_path):
    path = tmp_path / "names.toml"
    path.write_text(as_toml(suggest([page], Reading())).replace('# "Ngozi"', '"Ngozi"'), "utf-8")

    with pytest.raises(ConfigError, match="not a word"):
        load_lexicon(path)


def test_of_two_languages_none_is_named():
    rows = [Suggestion("A", 1, "en-GB", None, "A"), Suggestion("B", 1, "fr-FR", None, "B")]

    assert "language" not in tomllib.loads(as_toml(rows))


def test_no_names_are_said_to_be_none():
    assert "none" in as_toml([]).splitlines()[-1]


WORDS = st.text(st.characters(categories=("L", "Mn", "Pd", "Po")), min_size=1)


ROWS = st.builds(Suggestion, WORDS, st.just(1), st.just("en"), st.none(), WORDS)


@given(st.lists(ROWS, max_size=5, unique_by=lambda row: row.name))
def test_any_name_is_toml(rows):
    filled = as_toml(rows).replace('\n# "', '\n"')

    assert tomllib.loads(filled)["words"].keys() == {row.name for row in rows}
