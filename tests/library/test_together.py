"""Several processes at one library."""

import logging
import os
import subprocess
import sys
import threading

import pytest

from narrate.library.check import check
from narrate.library.lock import held, locked
from narrate.library.place import library


@pytest.mark.slow
def test_two_processes_add_at_once(folder, page, look):
    sources = ([page("rain"), page("snow")], [page("hail"), page("rain")])
    command = [sys.executable, "-m", "narrate", "feed", "add", str(folder)]

    together = [
        subprocess.Popen([*command, *some, "--jobs", "1"], stderr=subprocess.PIPE)
        for some in sources
    ]
    said = [process.communicate(timeout=120)[1].decode() for process in together]

    assert [process.returncode for process in together] == [0, 0], said
    assert sorted(look().values()) == ["hail", "rain", "snow"]
    assert check(library(folder)) == []


def test_who_waits_says_so(tmp_path, caplog):
    path = tmp_path / "lock"
    went = threading.Event()

    def wait():
        with locked(path, "audio"):
            went.set()

    with caplog.at_level(logging.WARNING, "narrate"), locked(path, "audio"):
        thread = threading.Thread(target=wait)
        thread.start()
        while not caplog.records:
            thread.join(0.01)
        waited = not went.is_set()
    thread.join(60)

    assert waited
    assert went.is_set()
    assert caplog.messages == ["waiting for another narrate that is at work on audio"]


def test_a_lock_whose_holder_was_killed_blocks_nobody(tmp_path):
    path = tmp_path / "lock"
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from narrate.library.lock import held\n"
        "held(Path(sys.argv[1]))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)

    handle = held(path)

    assert path.exists()
    assert handle is not None
    os.close(handle)
