from dataclasses import replace

import pytest
from lxml import html

from narrate.errors import ConfigError
from narrate.feed.index import index, style
from narrate.feed.pages import pages


def page(channel, *items):
    return index(channel, pages(items)[0])


def test_every_episode_can_be_played_and_read(channel, item_of):
    root = html.fromstring(page(channel, item_of(1), item_of(2)))

    players = root.findall(".//audio")
    assert [player.get("src") for player in players] == [
        "episodes/story-2/audio.mp3",
        "episodes/story-1/audio.mp3",
    ]
    assert {player.get("preload") for player in players} == {"none"}
    assert all(player.get("controls") is not None for player in players)
    links = {link.get("href") for link in root.iter("a")}
    assert {"https://courier.example/story-1", "episodes/story-1/", "feed.xml"} <= links
    assert channel.notice in root.find(".//header").text_content()
    assert channel.url == root.findtext(".//code")


def test_nothing_stands_inline(channel, item_of):
    hostile = item_of(title="<script>alert(1)</script>", lead='" onload="x', slug='a"b')

    made = page(replace(channel, title="<style>*{}</style>"), hostile)

    root = html.fromstring(made)
    assert not root.findall(".//script")
    assert not root.findall(".//style")
    assert not [node for node in root.iter() if node.get("style") or node.get("onload")]
    policy = root.find(".//meta[@http-equiv]").get("content")
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert "unsafe" not in policy


def test_files_from_elsewhere_are_allowed_by_name(channel, item_of):
    near = item_of(1)
    far = replace(near.files[0], url="https://cdn.example/1.mp3")

    policy = html.fromstring(page(channel, replace(near, files=(far,)))).find(
        ".//meta[@http-equiv]"
    )

    assert policy.get("content").endswith("media-src 'self' https://cdn.example")


def test_languages_have_their_direction(channel, item_of):
    arabic = replace(channel, language="ar")

    root = html.fromstring(page(arabic, item_of(language="en", notice="A voice.")))

    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    entry = root.find(".//li[@id]")
    assert (entry.get("lang"), entry.get("dir")) == ("en", "ltr")
    assert "A voice." in entry.text_content()


def test_pages_lead_to_each_other(channel, item_of):
    first, second, last = pages([item_of(number) for number in range(450)])

    ways = [
        [(link.get("rel"), link.get("href")) for link in html.fromstring(made).findall(".//nav/a")]
        for made in (index(channel, each) for each in (first, second, last))
    ]

    assert ways == [
        [("next", "index-0002.html")],
        [("prev", "index.html"), ("next", "index-0001.html")],
        [("prev", "index-0002.html")],
    ]


def test_an_empty_feed_says_so(channel):
    assert b"There are no episodes yet." in page(channel)


def test_the_colour_is_one_that_can_be_read(channel):
    sheet = style(replace(channel, colour="#ffee00")).decode()

    assert "#ffee00" in sheet  # on dark paper
    assert "ACCENT" not in sheet
    assert sheet.count("#ffee00") == 1

    with pytest.raises(ConfigError):
        style(replace(channel, colour="url(x)"))
