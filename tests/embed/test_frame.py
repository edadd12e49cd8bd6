import json
from dataclasses import replace

import pytest
from lxml import html

from narrate.embed import discovery, frame_page, frame_tag, oembed
from narrate.errors import PublishError


def test_the_tag_is_sandboxed_and_says_what_it_is(narration, far):
    tag = html.fragment_fromstring(frame_tag(narration, far))

    assert tag.get("src") == "https://audio.example.org/bridge/frame.html"
    assert "allow-top-navigation" not in tag.get("sandbox")
    assert tag.get("title") == (
        "Bridge & <river>. Voice is AI-generated. Inconsistencies may occur."
    )


def test_the_page_in_the_frame_has_the_player_alone(narration, near):
    root = html.document_fromstring(frame_page(narration, near))

    assert root.xpath("//narrate-player/@article") == ["none"]
    assert root.xpath("//h1/a/@href") == ["https://example.org/bridge?a=1&b=2"]
    assert root.xpath("//script/@src") == ["player/narrate-player.js", "player/narrate-frame.js"]
    assert "frame-src" not in root.xpath("//meta[@http-equiv]/@content")[0]


def test_oembed_is_rich(narration, far):
    document = json.loads(oembed(narration, far))

    assert (document["version"], document["type"]) == ("1.0", "rich")
    assert document["html"] == frame_tag(narration, far)
    assert document["provider_name"] == "The Daily Sample"
    assert document["provider_url"] == "https://audio.example.org"
    assert (document["width"], document["height"]) == (640, 190)


def test_the_document_is_discovered(narration, far):
    link = html.fragment_fromstring(discovery(narration, far))

    assert link.get("href") == "https://audio.example.org/bridge/oembed.json"
    assert link.get("title") == "Bridge & <river>"


@pytest.mark.parametrize("frame", [None, "frame.html", "javascript:alert(1)"])
def test_what_others_cant_find_is_refused(narration, far, frame):
    with pytest.raises(PublishError):
        frame_tag(narration, replace(far, frame=frame))
