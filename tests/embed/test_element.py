from dataclasses import replace

import pytest
from lxml import html

from narrate.embed import element, head
from narrate.errors import PublishError


def test_the_element_is_what_the_player_takes(narration, near):
    made = html.fragment_fromstring(element(narration, near))

    assert made.tag == "narrate-player"
    assert made.get("src") == "episode.json"
    assert made.get("duration") == "30.000"
    audio = made.find("audio")
    assert (audio.get("src"), audio.get("preload")) == ("a%20b.mp3", "none")
    assert "controls" in audio.attrib


def test_the_notice_is_seen_without_a_script(narration, near):
    made = html.fragment_fromstring(element(narration, near))

    assert made.findtext("p/small") == "Voice is AI-generated. Inconsistencies may occur."


def test_the_script_is_a_module(near, far):
    assert head(near) == '<script type="module" src="player/narrate-player.js"></script>\n'
    assert 'src="https://cdn.example.net/player/narrate-player.js"' in head(far)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:audio/mpeg,", "https://a;script-src *;/x.mp3", "http://["],
)
def test_what_is_no_web_address_is_refused(narration, near, address):
    hostile = replace(narration, audio=replace(narration.audio, url=address))

    with pytest.raises(PublishError, match=r"is no (web )?address"):
        element(hostile, near)


def test_an_episode_without_sound_is_refused(narration, near):
    with pytest.raises(PublishError, match="doesn't tell of its file of sound"):
        element(replace(narration, audio=None), near)
