import pytest

from narrate.extract.metadata.byline import marked
from narrate.extract.tree import parse


def byline(body: str) -> tuple[str, ...]:
    return marked(parse(f"<html><body>{body}</body></html>"))


def test_every_name_of_a_list_of_links_is_taken():
    found = byline(
        '<div class="who"><address>By <a rel="author">Ann Lee</a></address>'
        '<address><a rel="author">Bo Ek</a></address></div>'
    )

    assert found == ("Ann Lee", "Bo Ek")


@pytest.mark.parametrize(
    "beside",
    [
        '<ol><li class="comment"><p class="author">Cy Orr</p></li></ol>',
        '<figure><p>The square.</p><span class="author">Cy Orr</span></figure>',
        '<div class="image-text"><span class="author">Cy Orr</span></div>',
        '<aside><p class="author">Cy Orr</p></aside>',
        '<nav><a rel="author">Cy Orr</a></nav>',
        f'<a href="/b"><h3>Rain</h3><p>{"It rained. " * 9}</p><p class="author">Cy Orr</p></a>',
    ],
)
def test_who_wrote_what_stands_beside_the_article_is_not_its_author(beside):
    assert byline(beside) == ()
    assert byline(beside + '<p class="author">Ann Lee</p>') == ("Ann Lee",)


@pytest.mark.parametrize("text", ["Lee writes", "5 AM", "Reading time: Long", "Fact Checked by"])
def test_other_words_in_a_byline_are_no_names(text):
    found = byline(f'<div class="byline"><p>Ann van der Lee</p><p>{text}</p></div>')

    assert found == ("Ann van der Lee",)


def test_the_byline_behind_the_headline_goes_before_one_above_it():
    above, behind = '<p class="byline">By Cy Orr</p>', '<p class="byline">By Ann Lee</p>'

    assert byline(f"{above}<h1>Stone</h1>{behind}") == ("Ann Lee",)
    assert byline(f"{behind}<h1>Stone</h1>") == ("Ann Lee",)


def test_the_byline_of_another_article_on_the_page_is_not_taken():
    other = '<article><h2>Rain</h2><a rel="author">Cy Orr</a></article>'

    assert byline(f"<article><h1>Stone</h1></article>{other}") == ()


def test_the_account_of_a_publishing_system_is_nobody():
    link = '<a rel="author" href="https://post.example/author/admin/">Post Desk</a>'

    assert byline(f"{link}<p class=author>{link}</p>") == ()


def test_a_creator_by_rdfa_is_an_author():
    assert byline('<span rel="sioc:has_creator"><a href="/ann">Ann Lee</a></span>') == ("Ann Lee",)
