import http.client
import signal
import subprocess
import sys
from contextlib import closing
from urllib.parse import urlsplit

import pytest


@pytest.fixture
def preview(page, tmp_path):
    """`narrate preview` in a process of its own; it is ended with the test."""
    command = [sys.executable, "-m", "narrate", "preview", str(page), "--no-browser"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    ) as process:
        yield process
        process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_ended_and_leaves_nothing(preview, tmp_path, ending):
    before = {path.name for path in tmp_path.iterdir()}
    address = preview.stdout.readline().strip()

    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)) as way:
        way.request("GET", "/")
        text = way.getresponse().read().decode()
    preview.send_signal(ending)
    _, err = preview.communicate(timeout=20)

    assert "<narrate-player" in text
    assert (preview.returncode, err) == (0, "")
    assert {path.name for path in tmp_path.iterdir()} == before


def test_a_source_that_is_not_there_is_told(narrate):
    said = narrate("preview", "gone.html", "--no-browser")

    assert said.code == 1
    assert said.err.startswith("narrate: gone.html: ")
