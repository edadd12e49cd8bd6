"""What stands behind the article's own element, in a part that is made otherwise."""

from narrate.extract import extract
from narrate.model import Page

STORY = "".join(
    f"<p>In the year {year} the ferry carried more people than it had carried in any year before, "
    "and the town that it serves began to think about building a second landing stage.</p>"
    for year in range(1990, 2000)
)
OFFER = (
    "<h2>Ready to plan a crossing?</h2><p>Our team of travel planners knows every line on the "
    "coast and will be glad to find the right ferry for you and for all of your family, for the "
    "day on which you want to cross.</p>"
)


def read(behind: str) -> str:
    page = f"<body><main><div class=story>{STORY}</div>{behind}</main></body>"
    article = extract(Page(page, "page.html"))
    return " ".join(block.text for block in article.blocks if block.omitted is None)


def test_a_part_of_another_make_behind_the_article_is_left_out():
    text = read(f"<section class=banner-wide>{OFFER}</section>")

    assert "year 1999" in text
    assert "travel planners" not in text


def test_a_part_of_the_same_make_is_the_articles_next_chapter():
    assert "travel planners" in read(f"<div class='story last'>{OFFER}</div>")


def test_a_long_part_is_a_chapter_whatever_its_make():
    assert "year 1990" in read(f"<div class=extra>{OFFER}{STORY[: len(STORY) // 2]}</div>")
    assert "travel planners" in read(f"<div class=extra>{OFFER}{STORY[: len(STORY) // 2]}</div>")
