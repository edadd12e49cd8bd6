from datetime import UTC, datetime

from narrate.sync.choice import Choice
from narrate.sync.listing import Entry


def entry(name, day=None):
    return Entry(
        f"https://news.example/{name}",
        published=datetime(2026, 3, day, tzinfo=UTC) if day else None,
    )


ENTRIES = [entry("sport/a", 3), entry("b", 1), entry("sport/c"), entry("d", 5)]


def chosen(**choice):
    return [one.url.rpartition("/")[2] for one in Choice(**choice).choose(ENTRIES)]


def test_all_of_them_the_oldest_first():
    assert chosen() == ["c", "b", "a", "d"]


def test_the_latest():
    assert chosen(latest=2) == ["a", "d"]


def test_since():
    assert chosen(since=datetime(2026, 3, 3, tzinfo=UTC)) == ["a", "d"]


def test_patterns():
    assert chosen(include=("*/sport/*",)) == ["c", "a"]
    assert chosen(exclude=("/sport/", "*d")) == ["b"]
    assert chosen(include=("/sport/",), exclude=("*a",)) == ["c"]
