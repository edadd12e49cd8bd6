"""Pages made of several short articles."""

from narrate.extract import extract
from narrate.model import Page

NAMES = ("Rain", "Wind", "Snow", "Fog")


def told(name: str) -> str:
    return (
        f"The {name.lower()} came to the valley on the first of the month, and nobody there had "
        f"seen so much of it. The {name.lower()} stayed for nine days, and on the tenth the old "
        "people of the village said that they had known it all along."
    )


def page(title: str) -> Page:
    articles = "".join(f"<article><h2>{name}</h2><p>{told(name)}</p></article>" for name in NAMES)
    return Page(f"<title>{title}</title><main>{articles}</main>", "x.html")


def test_the_article_under_the_headline_is_read_and_not_its_neighbours():
    assert extract(page("Snow")).text == told("Snow")


def test_a_page_whose_headline_is_over_none_of_them_is_read_whole():
    text = extract(page("Nine days of weather")).text

    assert all(told(name) in text for name in NAMES)
