import pytest

from narrate.extract.metadata.dateline import marked
from narrate.extract.tree import parse


def day(body: str, language: str = "en") -> str | None:
    page = f'<html lang="{language}"><body>{body}</body></html>'
    return marked(parse(page), "Stone")


@pytest.mark.parametrize(
    ("element", "language"),
    [
        ('<span class="post-date">May 6, 2026</span>', "en"),
        ('<p class="entry-meta">Von Ann Lee am 6. Mai 2026</p>', "de"),
        ('<div class="publishDate">06.05.2026</div>', "de"),
        ('<p class="fecha">6 de mayo de 2026</p>', "es"),
        ("<time>6 mai 2026</time>", "fr"),
        ('<div class="dateline">2026年5月6日</div>', "zh"),
    ],
)
def test_a_date_is_read_where_the_page_marks_it_beside_the_headline(element, language):
    assert day(f"<h1>Stone</h1>{element}<p>Text</p>", language) == "2026-05-06"


@pytest.mark.parametrize(
    "element",
    [
        '<p class="date">Updated May 6, 2026</p>',
        '<p class="updated-date">May 6, 2026</p>',
        '<p>Last updated: <time datetime="2026-05-06">May 6, 2026</time></p>',
        '<p class="date">5/6/2026</p>',
        '<p class="event-date">May 6, 2026</p>',
        '<figure><span class="date">May 6, 2026</span></figure>',
        '<div class="comment"><time datetime="2026-05-06">May 6</time></div>',
        "<p>On May 6, 2026 it rained.</p>",
        '<a class="issue-publish-date">May 6, 2026</a>',
        "<p>Text.</p>" * 500 + '<p class="date">May 6, 2026</p>',
    ],
)
def test_another_date_is_not_believed(element):
    assert day(f"<h1>Stone</h1>{element}") is None


def test_the_date_behind_the_headline_goes_before_one_above_it():
    above, behind = '<p class="date">May 1, 2026</p>', '<p class="date">May 6, 2026</p>'

    assert day(f"{above}<h1>Stone</h1>{behind}") == "2026-05-06"
    assert day(f"{above}<h1>Stone</h1>") == "2026-05-01"
    assert day(f"{above}<p>{'Old news. ' * 30}</p><h1>Stone</h1>") is None


def test_the_headline_is_the_heading_with_the_title():
    found = day(
        '<h1>The Post</h1><p class="date">May 1, 2026</p><h2>Stone</h2><p class="date">May 6, 2026'
    )

    assert found == "2026-05-06"


def test_times_elsewhere_are_believed_when_all_name_one_day():
    far = "<h1>Stone</h1>" + "<p>Text of the article.</p>" * 200
    once = far + '<time datetime="2026-05-06T07:08">6 May</time>'

    assert day(once) == "2026-05-06T07:08:00"
    assert day(once + '<time datetime="2026-05-07">7 May</time>') is None
