from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from narrate.cli.outputs import Outputs

TITLES = st.lists(
    st.sampled_from(["Rain", "rain!", "RAIN", "Sun", "Sun 2", "", "../x", "sun"]), max_size=8
)


@given(TITLES)
def test_no_two_articles_share_a_name(titles):
    outputs = Outputs("out/", many=True)

    paths = [outputs.path(f"https://example.org/{n}", title) for n, title in enumerate(titles)]

    assert len({str(path).casefold() for path in paths}) == len(titles)
    assert all(path.parent == Path("out") and path.suffix == ".mp3" for path in paths)


def test_a_name_that_was_given_is_kept():
    assert Outputs("x/Story.MP3", many=False).path("a.html", "Rain") == Path("x/Story.MP3")


def test_a_page_of_the_web_is_called_after_its_title_when_that_is_known():
    outputs = Outputs(None, many=False)

    assert outputs.path("https://example.org/story.html", None) is None
    assert outputs.path("https://example.org/story.html", "Rain") == Path("rain.mp3")
    assert outputs.path("-", "Rain") == Path("rain-2.mp3")
    assert outputs.path("monday/story.html", None) == Path("story.mp3")
