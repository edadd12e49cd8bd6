"""kill -9 at any moment: what is served is whole, and the next run finishes the work.

NARRATE_KILLS=100 kills as many times as that, instead of two dozen times.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from narrate.library.check import check
from narrate.library.place import library

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("NARRATE_KILLS", "24"))
_SCRIPT = Path(__file__).with_name("killed.py")
_LONGER = "It rained for three days, and on the fourth day it stopped."


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A place for a library that is made once and copied for each test."""
    return tmp_path_factory.mktemp("kept") / "audio"


@pytest.fixture
def press(folder, page, added, kept):
    """A library with two episodes, and every kind of work that can be broken off."""
    if not kept.exists():
        added(page("rain"), page("snow"))
        shutil.copytree(folder, kept)
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    settings = folder / "narrate.toml"

    def add():
        return ["feed", "add", str(folder), page("hail"), page("wind"), "--jobs", "1"]

    def replace():
        return ["feed", "add", str(folder), page("rain", text=_LONGER), "--jobs", "1"]

    def build():
        text = settings.read_text("utf-8")
        settings.write_text(text.replace("read aloud", "spoken"), "utf-8")
        return ["feed", "build", str(folder), "--pages"]

    def remove():
        return ["library", "remove", str(folder), "snow"]

    return {"add": add, "replace": replace, "build": build, "remove": remove}


_TITLES = {
    "add": ["hail", "rain", "snow", "wind"],
    "replace": ["rain", "snow"],
    "build": ["rain", "snow"],
    "remove": ["rain"],
}
_STEPS = {"add": 105, "replace": 83, "build": 21, "remove": 38}
"""About as many as there are; a number past the end is a run that nobody kills."""


def moments(count):
    """Kinds of work, each with a step at which it is killed; the same ones in every run."""
    chance = random.Random(20261122)  # noqa: S311 - it picks moments, and keeps no secret
    kinds = list(_STEPS)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        yield pytest.param(kind, chance.randint(1, _STEPS[kind]), id=f"{kind}-{number}")


def _run(command, **options):
    return subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options
    )


@pytest.mark.parametrize(("kind", "step"), list(moments(KILLS)))
def test_a_kill_at_any_step_is_survived(kind, step, press, folder, look):
    command = press[kind]()
    before = look()

    with _run([_SCRIPT, str(folder), str(step), *command]) as process:
        process.wait(300)

    assert process.returncode in (0, -signal.SIGKILL)
    assert before.keys() - look().keys() <= ({_guid(before, "snow")} if kind == "remove" else set())
    _finished(kind, command, folder, look, before)


@pytest.mark.parametrize("kind", list(_STEPS))
def test_a_kill_at_any_time_is_survived(kind, press, folder, look):
    command = press[kind]()
    before = look()
    chance = random.Random(kind)  # noqa: S311 - as above

    for _ in range(max(2, KILLS // 16)):
        with _run(["-m", "narrate", *command]) as process:
            time.sleep(chance.uniform(0.2, 1.2))
            process.kill()
        look()

    _finished(kind, command, folder, look, before)


def _guid(found, title):
    return next(guid for guid, known in found.items() if known == title)


def _finished(kind, command, folder, look, before):
    """The next run does what is left to do, and leaves nothing behind."""
    with _run(["-m", "narrate", *command]) as process:
        said = process.stderr.read().decode()
        code = process.wait(300)

    after = look()
    assert (code, said) == (0, "")
    assert sorted(after.values()) == _TITLES[kind]
    assert {guid for guid, title in before.items() if title in after.values()} <= after.keys()
    left = [found for found in check(library(folder)) if not _is_unfinished_write(found)]
    assert left == []


def _is_unfinished_write(found):
    """A temporary file beside a document, which no reader sees: `check --mend` removes it."""
    return found.fault == "left over" and found.path.endswith(".part")
