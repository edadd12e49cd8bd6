"""Does axe find anything wrong with the player, in any of its states?"""

from pathlib import Path

import pytest
from browser.stage import element, page

pytestmark = pytest.mark.slow

AXE = "axe.run({include: [['narrate-player']]}, {resultTypes: ['violations', 'incomplete']})"


@pytest.fixture(scope="session")
def axe():
    import axe_playwright_python

    return Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")


def playing(story):
    story.play()
    story.until("CSS.highlights.has('narrate-word')")


def menu(story):
    story.button("More").click()
    story.part("chapter").first.wait_for()


def transcript(story):
    playing(story)
    story.button("Transcript").click()
    story.part("sentence").first.wait_for()


def search(story):
    transcript(story)
    story.part("search").fill("ferry")


def error(story):
    story.part("play").click()
    story.part("message").wait_for()
    story.forgive()


def small(story):
    playing(story)
    story.tab.mouse.wheel(0, 3000)
    story.until("shadow.querySelector('.mini')")


def idle(story):
    story.tab.mouse.move(0, 0)


STATES = [idle, playing, menu, transcript, search, error, small]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(player, axe, state, scheme):
    audio = "nowhere.mp3" if state is error else "story.mp3"
    story = player(page(element("sticky", audio=audio)), color_scheme=scheme).ready()

    state(story)

    assert complaints(story, axe) == []


@pytest.mark.parametrize("width", [320, 900])
def test_axe_finds_nothing_from_right_to_left(player, axe, width):
    html = page(element(), lang="ar", direction="rtl")
    story = player(html, viewport={"width": width, "height": 700}).ready()
    story.part("more").click()
    story.part("chapter").first.wait_for()

    assert complaints(story, axe) == []


def test_axe_finds_nothing_in_forced_colours(player, axe):
    story = player(forced_colors="active").ready()
    menu(story)

    assert complaints(story, axe) == []


def complaints(story, axe):
    """What axe is sure of, with the elements concerned."""
    story.tab.evaluate(axe)
    found = story.tab.evaluate(AXE)
    story.forgive()  # axe writes styles of its own, which the page's policy refuses
    return [
        (each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]
    ]


def test_it_would_be_found(player, axe):
    story = player().ready()

    story.ask(
        "shadow.querySelector('.play').removeAttribute('aria-label') ?? "
        "shadow.querySelector('.play').removeAttribute('title')"
    )

    assert [name for name, _ in complaints(story, axe)] == ["button-name"]


def test_the_sliders_say_where_they_are(player):
    story = player().ready()
    story.play()
    story.part("seek").fill("12")

    said = story.part("seek").get_attribute("aria-valuetext")

    assert said.startswith("0:12 / 1:")
