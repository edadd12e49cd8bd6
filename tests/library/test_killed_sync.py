"""kill -9 at any moment of a sync: what is served is whole, and the next sync finishes the work.

NARRATE_KILLS=100 kills at as many steps, and a tenth as often by the clock.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from newssite import news_site

from narrate.library.check import check
from narrate.library.place import library
from narrate.sync.memory import memory

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("NARRATE_KILLS", "10"))
BY_THE_CLOCK = max(4, KILLS // 10)
_SCRIPT = Path(__file__).with_name("killed.py")
_STEPS = 170
"""About as many as there are; a number past the end is a run that nobody kills."""
_CHANCE = random.Random(20261122)  # noqa: S311 - it picks moments, and keeps no secret
_MOMENTS = [_CHANCE.randint(1, _STEPS) for _ in range(KILLS)]
_DELAYS = [round(_CHANCE.uniform(0.0, 0.8), 2) for _ in range(BY_THE_CLOCK)]
_TITLES = ["hail", "rain", "snow", "wind"]
_LONGER = "It rained unceasingly."


@pytest.fixture(scope="module")
def news():
    with news_site() as site:
        yield site


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A place for a library that is made once and copied for each test."""
    return tmp_path_factory.mktemp("kept") / "audio"


@pytest.fixture
def command(folder, news, kept, page_of):
    """A sync that has an article to replace, one to leave alone, two to add, and a twin."""

    def publish(*names):
        links = [f"{news.url}/{name}" for name in names]
        news.feed("/feed.xml", links)
        for name, link in zip(names, links, strict=True):
            text = _LONGER if name == "rain" and len(names) > 2 else f"About {name}."
            title, address = name.removesuffix("-amp"), link.removesuffix("-amp")
            page = page_of(title, text)
            news.put(
                f"/{name}",
                page.replace("</head>", f'<link rel="canonical" href="{address}"></head>'),
            )

    options = ["--allow-private", "--pause", "0", "--recheck", "0", "--jobs", "1"]
    made = ["feed", "sync", str(folder), "--from", f"{news.url}/feed.xml", *options]
    if not kept.exists():
        publish("rain", "snow")
        assert _finish(made) == (0, "")
        shutil.copytree(folder, kept)
        publish("hail-amp", "rain", "snow", "hail", "wind")
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    return made


def _run(command, **options):
    return subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options
    )


def _finish(command):
    with _run(["-m", "narrate", *command]) as process:
        said = process.stderr.read().decode()
        return process.wait(300), said


@pytest.mark.parametrize("step", _MOMENTS)
def test_a_kill_at_any_step_is_survived(step, command, folder, look, news):
    before = look()

    with _run([_SCRIPT, str(folder), str(step), *command]) as process:
        process.wait(300)

    assert process.returncode in (0, -signal.SIGKILL)
    _survived(command, folder, look, before, news)


@pytest.mark.parametrize("delay", _DELAYS)
def test_a_kill_at_any_time_is_survived(delay, command, folder, look, news):
    before = look()
    news.asked.clear()

    with _run(["-m", "narrate", *command]) as process:
        while not news.asked and process.poll() is None:
            time.sleep(0.005)
        time.sleep(delay)
        process.kill()

    _survived(command, folder, look, before, news)


def _survived(command, folder, look, before, news):
    """Nothing is lost now; the next sync does what is left to do, and leaves nothing behind."""
    assert before.keys() <= look().keys()

    done = _finish(command)

    after = look()
    assert done == (0, "")
    assert sorted(after.values()) == _TITLES
    assert before.keys() <= after.keys()
    assert sum('"unceasingly."' in text for text in _spoken(folder)) == 1
    assert _remembered(folder, news) == {"taken": 4, "duplicate": 1}
    assert [found for found in check(library(folder)) if not _is_unfinished(found)] == []


def _spoken(folder):
    """The transcripts of the editions that are served."""
    for manifest in folder.glob("episodes/*/episode.json"):
        told = json.loads(manifest.read_text("utf-8"))
        yield (manifest.parent / told["links"]["transcript"]).read_text("utf-8")


def _remembered(folder, news):
    """What the sync remembers of the addresses that are listed."""
    with memory(library(folder).state / "sync.db") as known:
        listed = known.listed(f"{news.url}/feed.xml", further=False)
        return Counter(known.seen(entry.url).state for entry in listed)


def _is_unfinished(found):
    """A temporary file beside a document, which no reader sees: `check --mend` removes it."""
    return found.fault == "left over" and found.path.endswith(".part")
