"""The preview in a real browser: the publisher's page, and none of its scripts."""

import pytest
from browser import stage

from narrate.embed.episode import load
from narrate.model import Page
from narrate.preview.site import Preview
from narrate.server.local import serving

pytestmark = pytest.mark.slow

HOSTILE = (
    "<script>document.title = 'inline'</script>"
    "<img src=x.png onerror=\"document.title = 'handler'\">"
    "<svg onload=\"document.title = 'svg'\"></svg>"
)


@pytest.fixture
def preview(browser, newsroom):
    """The article's page in a preview."""
    text = stage.page().replace("<p>The ferry", f"{HOSTILE}<p>The ferry", 1)
    page = Page(text, str(newsroom / "source.html"))
    episode = load(newsroom / "story.mp3")
    context = browser.new_context(viewport={"width": 900, "height": 700})
    with serving(lambda address: Preview(page, episode, address)) as server:
        tab = context.new_page()
        tab.goto(f"{server.address}/")
        yield tab
        context.close()


def test_the_words_light_up_in_the_publishers_page(preview):
    player = stage.Player(preview).ready()
    player.play()

    preview.wait_for_function(
        "() => document.querySelector('article').textContent.includes("
        "[...(CSS.highlights.get('narrate-word') ?? [])].map(String).join('') || 'nothing')"
    )


def test_the_page_looks_as_it_does(preview):
    looks = "() => getComputedStyle(document.body).maxWidth"

    assert preview.evaluate(looks) == "680px"


def test_seeking_asks_for_a_part_of_the_sound(preview):
    player = stage.Player(preview).ready()
    player.play()

    preview.evaluate("() => { document.querySelector('narrate-player').currentTime = 30 }")

    player.until("host.currentTime >= 30 && !host.audio.seeking && host.audio.readyState > 2")


def test_nothing_of_the_page_runs(preview):
    stage.Player(preview).ready()

    assert preview.title() == stage.TITLE
