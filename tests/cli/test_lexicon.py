import json

import pytest


@pytest.fixture
def article(tmp_path, page_of):
    path = tmp_path / "article.html"
    path.write_text(page_of(extra="Then Ngozi met Okonjo. Nobody else met Okonjo."), "utf-8")
    return path


def test_names_are_listed_to_be_filled_in(narrate, article):
    said = narrate("lexicon", "suggest", article)

    assert (said.code, said.err) == (0, "")
    okonjo, ngozi = said.out.splitlines()[-2:]
    assert okonjo.startswith('# "Okonjo" = ""  # 2; [')
    assert ngozi.endswith("]; Then Ngozi met Okonjo.")


def test_what_was_filled_in_is_not_asked_for_again(narrate, article, tmp_path):
    listed = narrate("lexicon", "suggest", article).out
    filled = tmp_path / "names.toml"
    filled.write_text(listed.replace('# "Ngozi" = ""', '"Ngozi" = "In gozy"'), "utf-8")

    again = narrate("lexicon", "suggest", article, "--lexicon", filled).out
    script = narrate("script", "--text", article, "--lexicon", filled).out

    assert 'Ngozi" =' not in again
    assert "In gozy" in script


def test_as_json_and_by_a_language(narrate, article):
    said = narrate("lexicon", "suggest", article, article, "--lang", "fr", "--json")

    rows = json.loads(said.out)
    assert {"name": "Okonjo", "count": 4, "language": "fr-FR"}.items() <= rows[0].items()
    assert rows[0].keys() == {"name", "count", "language", "said", "context"}


def test_a_folder_stands_for_its_articles(narrate, article):
    assert "Okonjo" in narrate("lexicon", "suggest", article.parent).out


@pytest.mark.parametrize("source", ["none.html", "http://127.0.0.1:1/"])
def test_a_source_that_can_t_be_read(narrate, source):
    said = narrate("lexicon", "suggest", source)

    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
