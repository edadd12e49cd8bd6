"""Does the player do, in a real browser, what it is there for?"""

import pytest

pytestmark = pytest.mark.slow


def test_it_plays_and_pauses(player):
    story = player().ready()

    story.play()
    story.button("Pause").click()

    story.until("host.paused")
    assert story.button("Play").is_visible()
