from narrate.library.begin import begin


def test_who_asks_without_a_hub_learns_how(narrate, tmp_path):
    about = {
        "title": "Rain", "address": "https://audio.example/", "link": "https://example.org/",
        "description": "All of it.", "language": "en", "author": "The Courier",
    }  # fmt: skip
    begin(tmp_path / "audio", {("", name): value for name, value in about.items()})

    said = narrate("feed", "ping", tmp_path / "audio")

    assert said.code == 1
    assert 'write one into narrate.toml, as hub = "https://hub.example/"' in said.err


def test_a_hub_of_this_network_is_refused(narrate, tmp_path):
    about = {
        "title": "Rain", "address": "https://audio.example/", "link": "https://example.org/",
        "description": "All of it.", "language": "en", "author": "The Courier",
        "hub": "http://127.0.0.1:9/",
    }  # fmt: skip
    begin(tmp_path / "audio", {("", name): value for name, value in about.items()})
    (tmp_path / "audio" / "feed.xml").write_bytes(b"")

    said = narrate("feed", "ping", tmp_path / "audio")

    assert said.code == 1
    assert "127.0.0.1" in said.err
