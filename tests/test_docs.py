"""Every command that the README or a command's help shows is run as it stands there."""

import math
import os
import re
import shutil
import struct
import subprocess
import sys
import threading
import wave
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from narrate.cli import COMMANDS, group
from narrate.cli.feed import FEED_COMMANDS
from narrate.cli.library import LIBRARY_COMMANDS
from narrate.library.begin import begin

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("narrate")
STANDINS = {"curl": "cat article.html", "jq": "cat", "pw-play": "cat >/dev/null"}
"""What needn't be on a machine that runs the tests."""


def _helped(*words: str) -> str:
    return CliRunner().invoke(group, [*words, "--help"], terminal_width=100).output


@cache
def shown() -> list[str]:
    """The commands, each once, without the comments behind them."""
    fenced = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    feeds = (f"feed {name}" for name in FEED_COMMANDS)
    nested = (
        "lexicon suggest",
        "keys dev",
        "keys watermark",
        *feeds,
        *(f"library {name}" for name in LIBRARY_COMMANDS),
    )
    helped = [_helped(), *(_helped(*name.split()) for name in (*COMMANDS, *nested))]
    lines = [line.strip() for text in (*fenced, *helped) for line in text.splitlines()]
    commands = [line for line in lines if re.match(r"(narrate|echo|curl) ", line)]
    return list(dict.fromkeys(re.split(r"\s{2,}#|\s# ", line)[0].strip() for line in commands))


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the commands speak of."""
    folder = tmp_path_factory.mktemp("newsroom")
    shutil.copytree(ROOT / "samples", folder / "samples")
    (folder / "monday").mkdir()
    for name, sample in (("article", "news-report"), ("monday/one", "spanish-news")):
        shutil.copy(ROOT / "samples" / sample / "source.html", folder / f"{name}.html")
    (folder / "notes.md").write_text("# A walk\n\nIt rained for three days.\n")
    (folder / "lines.txt").write_text("Am 3. Mai kamen 1.200 Gäste.\n")
    (folder / "cover.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    (folder / "names.toml").write_text('language = "en"\n[words]\nKyiv = "Keev"\n')
    for name in ("jingle", "sting"):
        _jingle(folder / f"{name}.wav")
    listed = "<item><link>/story</link></item>"
    (folder / "feed.xml").write_text(f"<rss version='2.0'><channel>{listed}</channel></rss>")
    _made_before(folder)
    return folder


def _jingle(path: Path) -> None:
    tone = (round(9000 * math.sin(n / 8)) for n in range(22050))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 22050, 0, "NONE", ""))
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in tone))


_PAIR = ("--certificate", "keys/certificate.pem", "--key", "keys/key.pem")


def run(folder: Path, *arguments: str) -> None:
    subprocess.run([PROGRAM, *arguments], cwd=folder, check=True, capture_output=True)


def _made_before(folder: Path) -> None:
    """What an earlier line of the documents has written for a later one."""
    about = {
        "title": "Rain", "address": "https://audio.example/", "link": "https://example.org/",
        "description": "All of it.", "language": "en", "author": "The Courier",
    }  # fmt: skip
    begin(folder / "audio", {("", name): value for name, value in about.items()})
    for title in ("Old story", "Withdrawn story"):
        (folder / f"{title}.md").write_text(f"# {title}\n\nIt rained for three days.\n")
        run(folder, "feed", "add", "audio", f"{title}.md")
    run(folder, "library", "remove", "audio", "withdrawn-story")
    run(folder, "keys", "dev", "keys")
    run(folder, "say", "Rain.", "-o", "edition.mp3")
    run(folder, "say", "Rain.", "-o", "signed.mp3")
    run(folder, "sign", "signed.mp3", *_PAIR, "--source-type", "algorithmicMedia")
    run(folder, "keys", "watermark", "secret.key")
    run(folder, "convert", "article.html", "-o", "marked.mp3", "--watermark", "secret.key")
    for stage, name in (("extract", "article.json"), ("script", "story.json")):
        with (folder / name).open("wb") as file:
            subprocess.run([PROGRAM, stage, folder / "article.html"], stdout=file, check=True)
    subprocess.run([PROGRAM, "convert", "notes.md", "-o", "story.mp3"], cwd=folder, check=True)


@pytest.fixture(scope="module")
def site(newsroom: Path):
    """The folder on loopback, where the documents speak of a site; it is the feed's hub too."""

    class Page(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return str(newsroom / ("feed.xml" if path == "/feed.xml" else "article.html"))

        def do_POST(self) -> None:
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is said of each request."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        settings = newsroom / "audio" / "narrate.toml"
        text = settings.read_text("utf-8")
        settings.write_text(re.sub("(?m)^# hub = .*", f'hub = "{address}/"', text), "utf-8")
        run(newsroom, "feed", "build", "audio")
        yield address
        server.shutdown()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which the stand-ins come first."""
    folder = tmp_path_factory.mktemp("bin")
    for name, body in STANDINS.items():
        (folder / name).write_text(f"#!/bin/sh\n{body}\n")
        (folder / name).chmod(0o755)
    return os.pathsep.join((str(folder), str(PROGRAM.parent), os.environ["PATH"]))


LASTING = "narrate preview "
"""What runs until it is ended."""


@pytest.mark.slow
@pytest.mark.parametrize("command", [one for one in shown() if one.startswith(LASTING)])
def test_a_shown_command_that_lasts_serves_until_it_is_ended(command, newsroom, path):
    words = [PROGRAM, *command.split()[1:], "--no-browser"]
    with subprocess.Popen(
        words, cwd=newsroom, env={**os.environ, "PATH": path}, stdout=subprocess.PIPE, text=True
    ) as process:
        address = process.stdout.readline()

        process.terminate()

    assert address.startswith("http://127.0.0.1:")
    assert process.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("command", [one for one in shown() if not one.startswith(LASTING)])
def test_a_shown_command_does_what_it_says(command, newsroom, site, path):
    line = command
    if "narrate" in command.partition("https://")[0]:
        story, feed = f"{site}/story --allow-private", f"{site}/feed.xml --allow-private"
        line = command.replace("https://example.org/feed.xml", feed)
        if " init " not in line:  # what is only written down is not asked for
            line = re.sub(r"https://example\.org\S*", story, line)
        line = line.replace("feed ping audio/", "feed ping audio/ --allow-private")

    said = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        cwd=newsroom,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 0, said.stderr
    assert said.stderr == ""


def test_there_are_commands_to_run():
    assert len(shown()) > 20
