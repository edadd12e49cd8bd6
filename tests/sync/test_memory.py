import subprocess
import sys
from datetime import UTC, datetime

import pytest

from narrate.errors import PublishError
from narrate.sync.listing import Entry
from narrate.sync.memory import Seen, memory

URL = "https://news.example/1"
_KILLED = """
import os, signal, sys
from pathlib import Path

from narrate.sync.listing import Entry
from narrate.sync.memory import memory

def kill(statement):
    if statement == "COMMIT":
        os.kill(os.getpid(), signal.SIGKILL)

with memory(Path(sys.argv[1])) as known:
    known.database.execute("PRAGMA cache_size = 10")  # more than that goes to the file at once
    known.database.set_trace_callback(kill)
    rows = [(Entry(f"https://news.example/{n}", "Rain" * 50), False) for n in range(2000)]
    known.keep_listing("feed", ("new", ""), rows)
"""


def test_what_was_seen_is_there_again(tmp_path):
    seen = Seen(URL, "taken", "https://news.example/story", '"1"', first=5.0, checked=6.0)
    entry = Entry(URL, "Rain", datetime(2026, 3, 1, tzinfo=UTC))
    with memory(tmp_path / "new" / "sync.db") as known:
        known.keep(seen)
        known.keep_listing("feed", ('"2"', "today"), [(entry, False), (Entry("map"), True)])

    with memory(tmp_path / "new" / "sync.db") as known:
        assert known.seen(URL) == seen
        assert known.seen("https://news.example/2") == Seen("https://news.example/2")
        assert known.owner("https://news.example/story") == URL
        assert known.validators("feed") == ('"2"', "today")
        assert known.validators("other") == ("", "")
        assert known.listed("feed", further=False) == (entry,)
        assert known.listed("feed", further=True) == (Entry("map"),)


def test_a_damaged_file_is_set_aside(tmp_path):
    path = tmp_path / "sync.db"
    path.write_bytes(b"not a database" * 500)

    with memory(path) as known:
        assert known.seen(URL).state == ""

    assert path.with_suffix(".damaged").is_file()


def test_a_kill_while_a_listing_is_written_leaves_the_one_before(tmp_path):
    path = tmp_path / "sync.db"
    with memory(path) as known:
        known.keep_listing("feed", ("old", ""), [(Entry(URL), False)])
    size = path.stat().st_size

    subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False)

    assert path.stat().st_size > size  # it was in the middle of it
    with memory(path) as known:
        assert known.validators("feed") == ("old", "")
        assert known.listed("feed", further=False) == (Entry(URL),)


def test_a_file_that_may_not_be_opened(tmp_path):
    (tmp_path / "sync.db").mkdir()

    with pytest.raises(PublishError, match="can't be opened"), memory(tmp_path / "sync.db"):
        pass
