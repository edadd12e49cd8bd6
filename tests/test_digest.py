from itertools import pairwise

import pytest

from narrate.digest import BETWEEN, digest, edition
from narrate.errors import NarrateError, ScriptError
from narrate.frame import Frame
from narrate.model import Article, Block, Metadata
from narrate.phrases import phrases_for
from narrate.reading import Reading

PAGE = (
    "<html lang={language}><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}"
)


@pytest.fixture
def page_of(tmp_path):
    def write(title, language="en", text="The rain fell on the square all day. "):
        path = tmp_path / f"{title}.html"
        body = f"<p>{text * 9}</p><h2>Later</h2><p>{text * 8}</p>"
        path.write_text(PAGE.format(language=language, title=title, body=body))
        return str(path)

    return write


def test_articles_follow_a_list_of_their_titles(page_of):
    found = digest([page_of("Rain"), page_of("Snow")], Reading(), "Monday")

    said = [(segment.kind, segment.text) for segment in found.script.segments]
    kinds = [kind for kind, _ in said]
    assert kinds[0] == "disclaimer"
    assert said[kinds.index("title")] == ("title", "Monday")
    assert [text for kind, text in said if kind == "list_item"] == ["Rain", "Snow"]
    assert [text for kind, text in said if kind == "heading"] == ["Rain", "Snow"]
    assert said[-1] == ("end", "End of the edition.")
    assert ("paragraph", "Later") in said
    assert kinds.count("disclaimer") == 2  # two sentences, said once


def test_the_notice_may_be_said_in_each_article_too(page_of):
    sources = [page_of(title) for title in ("Rain", "Snow", "Hail")]
    whole = digest(sources, Reading(), "Monday").script.segments

    segments = digest(sources, Reading(frame=Frame(parts=True)), "Monday").script.segments

    notice = list(segments[:2])
    places = [at + 1 for at, one in enumerate(segments) if one.text in {"Snow", "Hail"}][2:]
    assert [list(segments[at : at + 2]) for at in places] == [notice, notice]
    assert [one for one in segments if one.kind != "disclaimer"] == list(whole[2:])
    assert sum(one.kind == "disclaimer" for one in segments) == 6


def test_a_longer_silence_comes_before_each_article(page_of):
    segments = digest([page_of("Rain"), page_of("Snow")], Reading()).script.segments

    before = [one.pause for one, after in pairwise(segments) if after.kind == "heading"]
    assert before == [BETWEEN, BETWEEN]


def test_what_can_t_be_taken_is_told_and_the_rest_is_made(page_of, tmp_path):
    lost = str(tmp_path / "lost.html")
    other = page_of("Lluvia", "es", "La lluvia cayó sobre la plaza todo el día. ")

    found = digest([lost, page_of("Rain"), other], Reading())

    assert [error.subject for error in found.refused] == [lost, other]
    assert "another language (es)" in str(found.refused[1])
    assert [one.text for one in found.script.segments if one.kind == "heading"] == ["Rain"]


def test_a_language_may_go_by_any_of_its_names(page_of):
    text = "Det regnet på torget hele dagen, og ingen gikk for å se kampen der. "
    sources = [page_of("Regn", "no", text), page_of("Snø", "nb", text)]

    assert digest(sources, Reading()).refused == ()


def test_without_an_article_the_first_error_is_raised(tmp_path):
    with pytest.raises(NarrateError, match=r"lost\.html"):
        digest([str(tmp_path / "lost.html")], Reading())


def test_an_edition_is_named_after_its_latest_day():
    articles = [
        Article(Metadata(title, ("Ann Example",), published=day, site="Sample"), ())
        for title, day in (("Rain", "2026-05-01T22:00:00Z"), ("Snow", "2026-05-02"))
    ]

    made = edition(articles, phrases_for("en-GB"))

    assert made.metadata.title == "The edition of 2 May 2026"
    assert made.metadata.authors == ("Ann Example",)
    assert made.metadata.site == "Sample"
    assert made.metadata.description == "Rain · Snow"


def test_nothing_leads_into_pages_that_it_is_not_about(page_of):
    found = digest([page_of("Rain")], Reading())

    assert all(segment.anchor is None for segment in found.script.segments)


def test_omitted_blocks_stay_omitted():
    article = Article(
        Metadata("Rain"), (Block("caption", "A puddle.", "caption"), Block("paragraph", "Wet."))
    )

    made = edition([article], phrases_for("en"))

    assert [block.text for block in made.blocks if block.omitted] == ["A puddle."]


def test_a_title_alone_is_no_article(tmp_path):
    path = tmp_path / "empty.json"
    path.write_text('{"title": "Rain", "blocks": []}')

    with pytest.raises(ScriptError):
        digest([str(path)], Reading())
