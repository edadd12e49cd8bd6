"""The feed of many episodes: little is written, and no episode is ever lost from it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from narrate.errors import PublishError
from narrate.library.build import build, outdated
from narrate.library.index import opened
from narrate.library.record import Compared, Kept, Record, Told, written

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
SOUND = Kept("audio.mp3", 1_963_200, "ab" * 32, "audio/mpeg")


def record(number, hours=None):
    hours = number if hours is None else hours
    return Record(
        slug=f"story-{number}",
        guid=f"urn:uuid:{number}",
        identity=f"https://courier.example/{number}",
        source=f"{number}.html",
        published=(FIRST + timedelta(hours=hours)).isoformat(),
        told=Told(f"Story {number}", f"https://courier.example/{number}", 245.4, "en-GB"),
        files=(SOUND,),
        compared=Compared(),
    )


@pytest.fixture
def fill(place):
    """Write records; the feed is not built."""
    place.prepare()

    def write(*records):
        for one in records:
            (place.records / f"{one.slug}.json").write_text(written(one), "utf-8")

    return write


@pytest.fixture
def built(place):
    def run():
        with place.alone() as index:
            return build(place, index)

    return run


def feeds(folder):
    """The GUIDs in each document of RSS."""
    return {
        path.name: [item.findtext("guid") for item in etree.parse(path).iter("item")]
        for path in folder.glob("feed*.xml")
    }


@pytest.mark.slow
def test_the_newest_episode_changes_few_documents(place, fill, built):
    fill(*map(record, range(520)))
    built()

    fill(record(520))
    found = built()

    assert found.episodes == 521
    assert {name for name in found.written if name.endswith(".xml")} == {"feed.xml"}
    assert built().written == ()
    assert sorted(feeds(place.folder)) == [
        "feed-0001.xml",
        "feed-0002.xml",
        "feed-0003.xml",
        "feed.xml",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("change", ["an old one comes", "an old one goes", "half of them go"])
def test_no_episode_is_lost_on_the_way(place, fill, built, change):
    fill(*map(record, range(520)))
    built()
    now = feeds(place.folder)
    stay = {guid for guids in now.values() for guid in guids}
    if change == "an old one comes":
        fill(record(999, hours=-5))
    else:
        gone = range(3) if change == "an old one goes" else range(0, 520, 2)
        fill(*(replace(record(number), state="removed", files=()) for number in gone))
        stay -= {record(number).guid for number in gone}

    order = built().written

    after = feeds(place.folder)
    for name in order:
        if name in after:
            now[name] = after[name]
            assert stay <= {guid for guids in now.values() for guid in guids}


@pytest.mark.slow
def test_archives_that_are_no_more_go(place, fill, built):
    fill(*map(record, range(401)))
    built()

    fill(*(replace(record(number), state="removed", files=()) for number in range(200)))
    built()

    names = {path.name for path in place.folder.glob("*") if "000" in path.name}
    assert names == set()
    assert len(feeds(place.folder)["feed.xml"]) == 201


def test_a_document_that_somebody_changed_is_outdated(place, fill, built):
    fill(record(1))
    built()
    (place.folder / "feed.json").write_text("{}")

    with place.alone() as index:
        assert list(outdated(place, index)) == ["feed.json"]


def test_two_episodes_with_one_guid_are_refused(fill, built):
    fill(record(1), replace(record(2), guid=record(1).guid))

    with pytest.raises(PublishError, match="same GUID"):
        built()


def test_a_damaged_record_keeps_its_episode(place, fill, built, caplog):
    fill(record(1), record(2))
    built()
    (place.records / "story-1.json").write_text('{"slug": 3}')

    found = built()

    assert found.episodes == 2
    assert found.written == ()
    assert "this record of an episode is damaged" in caplog.text


def test_a_library_that_cannot_be_written_is_looked_at_all_the_same(place, page, added, tmp_path):
    added(page("rain"))

    with opened(tmp_path / "nowhere", place.records) as index:
        index.refresh()

        assert [record.slug for record in index.every("published")] == ["rain"]
    assert not (tmp_path / "nowhere").exists()
