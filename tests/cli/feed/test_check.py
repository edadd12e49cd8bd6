import json

import pytest

from narrate.feed.documents import documents
from narrate.feed.guid import channel_guid
from narrate.feed.model import Channel


@pytest.fixture
def folder(tmp_path):
    address = "https://audio.example.org/"
    about = Channel("T", address, "https://b.example/", "D", "en", "A", channel_guid(address))
    for document in documents(about, []):
        (tmp_path / document.name).write_bytes(document.data)
    return tmp_path


def test_findings_are_said(narrate, folder):
    said = narrate("feed", "check", folder)

    assert said.code == 1
    assert "error: feed.xml, line 3: there is no <itunes:image> (add a square cover" in said.out
    assert said.out.endswith("2 pieces of advice\n")


def test_findings_as_json(narrate, folder):
    said = narrate("feed", "check", "--json", folder / "feed.xml")

    assert said.code == 1
    assert {"where", "what", "mend", "level", "line"} == json.loads(said.out)[0].keys()


def test_a_page_whose_feed_has_no_address_is_told_of(tmp_path, narrate):
    page = tmp_path / "index.html"
    page.write_text("<html><link rel=alternate type=application/rss+xml href='http://['></html>")

    said = narrate("feed", "check", page)

    assert (said.code, "this is a web page and no feed" in said.err) == (1, True)


def test_a_page_names_its_feed(narrate, folder):
    said = narrate("feed", "check", folder / "index.html")

    assert said.code == 1
    assert said.err.count("\n") == 1
    assert f"this is a web page and no feed (its feed is {folder}/feed.xml)" in said.err


def test_no_feed(narrate, folder):
    said = narrate("feed", "check", folder / "feed.rss")

    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "no such file" in said.err
