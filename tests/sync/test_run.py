from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from narrate.errors import FetchError
from narrate.fetch.raw import Limits
from narrate.sync.choice import Choice
from narrate.sync.memory import memory
from narrate.sync.run import Sync

HOUR = 3600.0


@dataclass
class Clock:
    now: float = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def impatient(guest):
    """Gives a page up after five seconds."""
    return replace(guest, limits=Limits(seconds=5.0))


@pytest.fixture
def turn(news, guest, shelf, clock, tmp_path):
    """One turn of a sync; what became of each path."""

    def take(path="/feed.xml", by=guest, **choice):
        sync = Sync(news.url + path, Choice(**choice), by, now=clock)
        with memory(tmp_path / "sync.db") as known:
            outcomes = list(sync.turn(known, shelf))
        return {one.url.removeprefix(news.url): one.became for one in outcomes}

    return take


def test_articles_come_once(news, shelf, turn):
    for name in "ab":
        news.article(f"/{name}")
    news.feed("/feed.xml", [f"{news.url}/a", f"{news.url}/b?utm_source=rss#top"])

    first, again = turn(), turn()

    assert first == {"/a": "added", "/b": "added"}
    assert again == {}
    assert len(shelf.episodes) == 2
    assert news.asked[-1] == ("/feed.xml", 304)


def test_a_page_comes_with_the_date_of_its_listing(news, shelf, turn):
    news.article("/a")
    news.article("/b")
    news.feed("/feed.xml", [f"{news.url}/a"], ["Sun, 01 Mar 2026 07:30:00 GMT"])
    news.sitemap("/sitemap.xml", [(f"{news.url}/b", "2026-03-01")])

    turn()
    turn("/sitemap.xml")

    assert shelf.dates == {
        f"{news.url}/a": datetime(2026, 3, 1, 7, 30, tzinfo=UTC),
        f"{news.url}/b": None,
    }


def test_the_oldest_is_taken_first(news, turn):
    for n in range(3):
        news.article(f"/{n}")
    dates = [f"Sun, 0{day} Mar 2026 07:30:00 GMT" for day in (2, 3, 1)]
    news.feed("/feed.xml", [f"{news.url}/{n}" for n in range(3)], dates)

    turn()

    assert [path for path, _ in news.asked] == ["/feed.xml", "/2", "/0", "/1"]


def test_a_changed_article_is_taken_again(news, turn, clock, shelf):
    news.article("/a")
    news.feed("/feed.xml", [f"{news.url}/a"])
    turn()
    news.article("/a", text="It rained on Wednesday.")

    assert turn() == {}  # it was looked at a moment ago

    clock.now += HOUR
    assert turn() == {"/a": "replaced"}
    clock.now += HOUR
    assert turn() == {"/a": "unchanged"}
    assert news.asked[-1] == ("/a", 304)
    clock.now += 200 * HOUR
    assert turn() == {}  # no longer fresh
    assert shelf.takes == 2


def test_what_the_listing_says_is_believed(news, turn, clock):
    news.article("/a")
    news.sitemap("/map.xml", [(f"{news.url}/a", "2026-03-01")])
    turn("/map.xml")
    clock.now += HOUR

    assert turn("/map.xml") == {}

    news.article("/a", text="It rained on Wednesday.")
    news.sitemap("/map.xml", [(f"{news.url}/a", "2026-03-02")])
    assert turn("/map.xml") == {"/a": "replaced"}


def test_one_article_under_several_addresses(news, turn, shelf):
    canonical = f"{news.url}/story"
    for path in ("/story", "/amp/story", "/story?page=1"):
        news.article(path, canonical=canonical)
    news.put("/old", b"", status=301, headers={"Location": "/story"})
    paths = ("/story", "/amp/story", "/old", "/story?page=1")
    news.feed("/feed.xml", [news.url + path for path in paths])

    got = turn()

    assert Counter(got.values()) == {"added": 1, "duplicate": 3}
    assert list(shelf.episodes) == [canonical]


def test_a_twin_whose_article_was_never_taken_is_asked_for_again(news, turn, shelf):
    """As after a kill, or where the other address fails and is listed no more."""
    for path in ("/story", "/amp"):
        news.article(path, canonical=f"{news.url}/story")
    news.feed("/feed.xml", [f"{news.url}/amp", f"{news.url}/story"])
    shelf.broken = True
    assert turn() == {"/story": "failed", "/amp": "duplicate"}
    shelf.broken = False
    news.feed("/feed.xml", [f"{news.url}/amp"])

    got = turn()

    assert got == {"/amp": "added"}
    assert turn() == {}
    assert list(shelf.episodes) == [f"{news.url}/story"]


def test_what_may_not_be_in_the_feed_is_handed_on_again(news, turn, shelf):
    news.article("/a")
    news.feed("/feed.xml", [f"{news.url}/a"])
    shelf.stopped = True
    with pytest.raises(KeyboardInterrupt):
        turn()
    shelf.stopped = False

    assert turn() == {"/a": "unchanged"}
    assert turn() == {}
    assert shelf.takes == 1


def test_an_article_that_is_listed_under_a_new_address_goes_on(news, turn, shelf):
    news.article("/a", canonical=f"{news.url}/a")
    news.feed("/feed.xml", [f"{news.url}/a"])
    turn()
    news.article("/new", canonical=f"{news.url}/a", text="It rained on Wednesday.")
    news.feed("/feed.xml", [f"{news.url}/new"])

    assert turn() == {"/new": "replaced"}
    assert len(shelf.episodes) == 1


def test_a_page_that_is_gone_keeps_its_episode(news, turn, clock, shelf):
    news.article("/a")
    news.feed("/feed.xml", [f"{news.url}/a"])
    turn()
    del news.pages["/a"]
    clock.now += HOUR

    assert turn() == {"/a": "vanished"}
    clock.now += HOUR
    assert turn() == {}
    assert len(shelf.episodes) == 1


def test_one_bad_article_stops_nothing(news, turn, clock, shelf):
    for path in ("/good", "/also-good"):
        news.article(path)
    news.put("/empty", "<html></html>")
    news.put("/broken", b"x" * 100, cut=True)
    news.put("/down", b"", status=500)
    news.put("/picture", b"\x89PNG", kind="image/png")
    bad = ("/empty", "/broken", "/down", "/picture", "/missing")
    links = [news.url + path for path in ("/good", *bad, "/also-good")]
    news.feed("/feed.xml", links)

    first = turn()

    assert first == dict.fromkeys(("/good", "/also-good"), "added") | dict.fromkeys(bad, "failed")
    news.article("/down")
    assert turn()["/down"] == "added"
    for _ in range(3):
        turn()
    assert turn() == {}  # five times is enough for a day
    clock.now += 24 * HOUR
    assert turn().keys() == set(bad) - {"/down"} | {"/good", "/also-good", "/down"}
    assert len(shelf.episodes) == 3


def test_what_was_taken_down_does_not_come_back(news, turn, shelf, clock):
    news.article("/a")
    shelf.taken_down.add(f"{news.url}/a")
    news.feed("/feed.xml", [f"{news.url}/a"])

    assert turn() == {"/a": "removed"}
    clock.now += HOUR
    assert turn() == {}


def test_a_choice_holds_for_what_was_listed_before(news, turn):
    for n in range(4):
        news.article(f"/{n}")
    news.feed("/feed.xml", [f"{news.url}/{n}" for n in range(4)])

    assert list(turn(latest=1)) == ["/0"]
    assert list(turn(latest=2)) == ["/1"]  # though the feed answers 304


def test_a_host_that_asks_for_it_is_left_alone(news, turn):
    news.article("/b")
    news.put("/a", b"", status=429, headers={"Retry-After": "120"})
    news.feed("/feed.xml", [f"{news.url}/b", f"{news.url}/a"])

    got = turn()

    assert got == {"/a": "failed", "/b": "postponed"}
    assert [path for path, _ in news.asked] == ["/feed.xml", "/a"]


def test_an_index_of_packed_sitemaps(news, turn):
    import gzip

    for n in range(4):
        news.article(f"/{n}")
    for n in (0, 2):
        news.sitemap(f"/{n}.xml", [(f"{news.url}/{n + k}", "2026-03-01") for k in (0, 1)])
        packed = gzip.compress(news.pages.pop(f"/{n}.xml").body)
        news.put(f"/{n}.xml.gz", packed, kind="application/gzip")
    names = "".join(
        f"<sitemap><loc>{news.url}/{name}</loc></sitemap>"
        for name in ("0.xml.gz", "2.xml.gz", "gone.xml", "index.xml")
    )
    news.put("/index.xml", f"<sitemapindex>{names}</sitemapindex>", kind="application/xml")

    assert turn("/index.xml") == dict.fromkeys(("/0", "/1", "/2", "/3"), "added")


def test_a_listing_that_can_not_be_read(news, turn):
    with pytest.raises(FetchError, match="404"):
        turn("/nothing.xml")

    news.put("/", '<html><head><link type="application/rss+xml" href="/feed.xml"></head></html>')
    with pytest.raises(FetchError, match=r"its feed is http://127.0.0.1:\d+/feed.xml"):
        turn("/")


@pytest.mark.slow
def test_a_site_of_five_hundred_articles(news, turn, shelf, clock, impatient):
    """With redirects, duplicates, changes, and pages that are gone, broken or slow."""
    links, expected = [], Counter()
    for n in range(500):
        path, canonical = f"/story-{n}", f"{news.url}/story-{n}"
        kind = ("redirect", "twin", "broken", "slow")[n % 50] if n % 50 < 4 else "plain"
        if kind == "slow" and n > 50:
            kind = "plain"
        if kind == "redirect":
            news.put(path, b"", status=301, headers={"Location": f"/moved-{n}"})
            news.article(f"/moved-{n}", canonical=canonical)
        elif kind == "twin":
            news.article(path, canonical=f"{news.url}/story-{n + 10}")
        elif kind == "broken":
            news.put(path, b"<p>" + b"x" * 500, cut=True)
        elif kind == "slow":
            news.put(path, b"", silent=True)
        else:
            news.article(path, canonical=canonical)
        links.append(news.url + path)
        expected[
            {"redirect": "added", "plain": "added", "twin": "duplicate"}.get(kind, "failed")
        ] += 1
    news.feed("/feed.xml", links)

    first = Counter(turn(by=impatient).values())

    assert first["failed"] == expected["failed"]
    assert first["added"] == expected["added"]
    assert first["duplicate"] == expected["duplicate"]
    assert len(shelf.episodes) == shelf.takes == first["added"]
    for n in range(5, 500, 50):
        news.article(f"/story-{n}", canonical=f"{news.url}/story-{n}", text="It snowed.")
        del news.pages[f"/story-{n + 1}"]
    clock.now += HOUR
    second = Counter(turn(by=impatient).values())
    assert second["replaced"] == second["vanished"] == 10
    assert second["added"] == 0
    assert len(shelf.episodes) == first["added"]


def test_an_article_that_leads_to_the_front_page_is_gone(news, turn, clock, shelf):
    """So many sites answer for what they have taken away."""
    news.article("/")
    for path in ("/a", "/b"):
        news.put(path, b"", status=302, headers={"Location": "/"})
    news.article("/a")
    news.feed("/feed.xml", [f"{news.url}/a", f"{news.url}/b", f"{news.url}/"])
    assert turn() == {"/a": "added", "/b": "failed"}
    news.put("/a", b"", status=302, headers={"Location": "/"})
    clock.now += HOUR

    assert turn()["/a"] == "vanished"
    assert list(shelf.episodes) == [f"{news.url}/a"]


def test_what_was_put_off_is_asked_for_in_the_next_turn(news, guest, turn):
    for path in ("/a", "/b"):
        news.article(path)
    news.put("/c", b"", status=503, headers={"Retry-After": "600"})
    news.feed("/feed.xml", [f"{news.url}/{name}" for name in "abc"])

    first = turn(by=replace(guest, _closed={}))

    assert first == {"/c": "failed", "/a": "postponed", "/b": "postponed"}
    news.article("/c")
    assert turn(by=replace(guest, _closed={})) == dict.fromkeys(("/c", "/a", "/b"), "added")


def test_a_take_down_that_was_lifted(news, turn, shelf):
    news.article("/a")
    news.feed("/feed.xml", [f"{news.url}/a"])
    shelf.taken_down.add(f"{news.url}/a")
    assert turn() == {"/a": "removed"}

    shelf.taken_down.clear()

    assert turn() == {"/a": "added"}
