import pytest

from narrate.errors import ConfigError
from narrate.feed.colour import BLACK, WHITE, colour, contrast, ink, readable
from narrate.feed.cover import draw_cover
from narrate.feed.picture import cover_faults, read_picture


@pytest.mark.slow
@pytest.mark.parametrize(
    "title", ["The Marlow Courier", "صوت المدينة", "ニュース 日本", "", "word" * 60, "\x00🏟️"]
)
def test_every_title_gets_a_cover_that_directories_take(title):
    made = draw_cover(title, "#7a1f2b", "en")

    assert cover_faults(made) == ()
    assert read_picture(made).width == 3000


@pytest.mark.slow
def test_the_same_title_gives_the_same_cover():
    first, again = (draw_cover("The Courier", "#123") for _ in range(2))

    assert first == again
    assert first != draw_cover("The Mercury", "#123")


def test_a_title_is_drawn():
    made = draw_cover("The Courier", "#123")

    assert cover_faults(made) == ()
    assert len(made) > len(draw_cover("", "#123"))


def test_what_is_no_colour_is_said():
    with pytest.raises(ConfigError, match="write it as #1a2b3c"):
        draw_cover("The Courier", "crimson")


@pytest.mark.parametrize("text", ["#000", "#fff", "#7a1f2b", "#ffcc00", "#777777"])
def test_what_is_written_can_be_read(text):
    paper = colour(text)

    assert contrast(ink(paper), paper) >= 4.5
    assert contrast(readable(paper, WHITE), WHITE) >= 4.5
    assert contrast(readable(paper, BLACK), BLACK) >= 4.5
