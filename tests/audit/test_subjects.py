"""What can be looked at: folders, feeds, pages and sound files, here and on the web."""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from narrate.audit import Wanted, audit
from narrate.cli import run
from narrate.errors import NarrateError

BASE = "https://audio.example.org/"
HERE = Wanted(allow_private=True)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def served(library):
    """The library on a server of this machine; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(library)))
    address = f"http://127.0.0.1:{server.server_port}/"
    feed = library / "feed.xml"
    text = feed.read_text("utf-8").replace(BASE, address)
    item = text.index("<podcast:contentLink")
    transcript = f'<podcast:transcript url="{address}episodes/rain/audio.vtt" type="text/vtt"/>'
    feed.write_text(text[:item] + transcript + text[item:], "utf-8")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


def surfaces(checks):
    return {check.surface for check in checks}


def test_a_feed_on_the_web_is_looked_at_with_its_sound_and_captions(served):
    found = audit((f"{served}feed.xml",), HERE)

    assert found.gaps == ()
    assert surfaces(found.checks) >= {"feed", "tags", "captions", "note in the captions"}


def test_gaps_on_the_web_are_found(served, library):
    (library / "episodes" / "rain" / "audio.vtt").write_text("WEBVTT\n")
    sound = library / "episodes" / "rain" / "audio.mp3"
    sound.write_bytes(sound.read_bytes().replace(b"AI-generated", b"loud-and-dry"))

    found = audit((f"{served}feed.xml",), HERE)

    assert surfaces(found.gaps) == {
        "tags", "tags for programs", "text in the tags", "captions", "note in the captions",
    }  # fmt: skip


def test_a_file_that_the_web_has_lost_is_a_gap(served, library):
    (library / "episodes" / "rain" / "audio.mp3").unlink()

    found = audit((f"{served}feed.xml",), HERE)

    assert [(gap.surface, "404" in gap.what) for gap in found.gaps] == [("sound", True)]


def test_as_many_sound_files_are_fetched_as_are_asked_for(served):
    found = audit((f"{served}feed.xml",), Wanted(files=0, allow_private=True))

    assert "tags" not in surfaces(found.checks)


def test_a_feed_in_a_file_is_looked_at_by_itself(library):
    found = audit((str(library / "feed.xml"),))

    assert surfaces(found.checks) == {
        "feed", "feed for programs", "episode in the feed", "episode in the feed for programs",
        "narrator in the feed",
    }  # fmt: skip


def test_a_page_is_looked_at_by_itself(library):
    found = audit((str(library / "episodes" / "rain" / "index.html"),))

    assert found.gaps == ()
    assert surfaces(found.checks) == {"page", "player", "data in the page"}


@pytest.mark.parametrize(
    ("title", "told"), [("Rain. Voice is AI-generated.", True), ("Rain", False)]
)
def test_a_page_with_a_frame_has_the_notice_in_its_title(tmp_path, title, told):
    page = tmp_path / "article.html"
    frame = f'<iframe src="https://a.example/rain/frame.html" title="{title}"></iframe>'
    page.write_text(f"<html><body><p>It rained.</p>{frame}</body></html>")

    found = audit((str(page),))

    assert [(check.surface, check.told) for check in found.checks] == [("frame", told)]


def test_the_same_sound_in_another_form_goes_with_the_same_manifest(sound):
    sound.with_suffix(".timeline.json").rename(sound.with_name("episode.json"))
    other = shutil.copy(sound, sound.with_name("small.mp3"))
    with other.open("ab") as file:
        file.write(b"\0")

    found = audit((str(other),))

    assert found.gaps == ()
    assert {"opening", "captions"} <= surfaces(found.checks)


def test_a_wav_tells_in_its_chunks_too(whole, tmp_path):
    voice = ["--voices-folder", str(whole.parent), "--voice", "hush", "--jobs", "1", "--no-cache"]
    path = tmp_path / "rain.wav"
    assert run(["convert", str(whole.parent / "page.html"), "-o", str(path), *voice]) == 0
    data = path.read_bytes()

    checks = {}
    for name, old, new in (
        ("whole", b"", b""),
        ("ICMT", b"ICMT", b"JUNK"),
        ("NOTE", b"<NOTE>Voice", b"<NOTE>Noise"),
        ("xml", b"<NOTE>", b"<NOTE<"),
    ):
        path.write_bytes(data.replace(old, new, 1))
        found = {check.surface: check for check in audit((str(path),)).checks}
        checks[name] = found["chunks of the WAV"]

    assert {name: check.told for name, check in checks.items()} == {
        "whole": True, "ICMT": False, "NOTE": False, "xml": False,
    }  # fmt: skip
    assert "ICMT" in checks["ICMT"].what
    assert "NOTE" in checks["NOTE"].what


def test_every_sound_file_may_have_to_be_signed(sound):
    found = audit((str(sound),), Wanted(signed=True))

    assert [(gap.surface, "unsigned" in gap.what) for gap in found.gaps] == [("credentials", True)]


def test_one_that_is_signed_passes(sound, tmp_path):
    assert run(["keys", "dev", str(tmp_path / "keys")]) == 0
    pair = [f"--{name}={tmp_path / 'keys' / name}.pem" for name in ("certificate", "key")]
    assert run(["sign", str(sound), *pair]) == 0

    found = audit((str(sound),), Wanted(signed=True))

    assert "credentials" in surfaces(found.checks)
    assert "credentials" not in surfaces(found.gaps)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("gone.mp3", None, "no such file"),
        ("gone.html", None, "no such file"),
        ("notes.docx", "x", "nothing that can be audited"),
        ("atom.xml", "<feed/>", "no RSS feed"),
        ("bad.xml", "<rss>", "no RSS feed"),
        ("bad.html", "", "page"),
        ("folder/readme.md", "x", "no sound file and no feed"),
    ],
)
def test_what_can_t_be_looked_at_is_an_error(tmp_path, name, content, told):
    path = tmp_path / name
    if content is not None:
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)

    with pytest.raises(NarrateError, match=told):
        audit((str(path.parent if "/" in name else path),))
