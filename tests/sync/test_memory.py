from datetime import UTC, datetime

import pytest

from narrate.errors import PublishError
from narrate.sync.listing import Entry
from narrate.sync.memory import Seen, memory

URL = "https://news.example/1"


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


def test_a_file_that_may_not_be_opened(tmp_path):
    (tmp_path / "sync.db").mkdir()

    with pytest.raises(PublishError, match="can't be opened"), memory(tmp_path / "sync.db"):
        pass
