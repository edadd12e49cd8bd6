"""What is wrong with a library is found, and mended where it can be."""

import pytest

from narrate.library.check import check

AUDIO = "episodes/rain/audio.mp3"


@pytest.fixture
def rain(folder, page, added):
    """A library with one episode; its folder."""
    added(page())
    return folder / "episodes" / "rain"


def found(library, **how):
    return {(one.fault, one.path, one.mended) for one in check(library, **how)}


@pytest.mark.usefixtures("rain")
def test_all_is_well(place):
    assert check(place) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["captions.vtt", "words.vtt", "transcript.json", "chapters.json"])
def test_a_companion_is_made_again(rain, place, name):
    was = (rain / name).read_bytes()
    (rain / name).unlink()

    before = found(place)
    mended = found(place, mend=True)

    assert before == {("missing", f"episodes/rain/{name}", False)}
    assert mended == {("missing", f"episodes/rain/{name}", True)}
    assert (rain / name).read_bytes() == was
    assert check(place) == []


def test_sound_that_changed_is_left_for_add(rain, place, page, added, look):
    data = bytearray((rain / "audio.mp3").read_bytes())
    data[-1] ^= 1
    (rain / "audio.mp3").write_bytes(data)

    quick = found(place, quick=True)
    mended = found(place, mend=True)

    assert quick == set()
    assert mended == {("changed", AUDIO, False)}
    assert [one.state for one in added(page())] == ["replaced"]
    assert check(place) == []
    assert len(look()) == 1


@pytest.mark.slow
def test_a_page_is_shown_again(rain, place):
    (rain / "index.html").unlink()

    assert found(place, mend=True) == {("missing", "episodes/rain/index.html", True)}
    assert (rain / "index.html").is_file()


@pytest.mark.slow
@pytest.mark.usefixtures("rain")
def test_documents_of_the_feed_are_written_again(place, look):
    (place.folder / "feed.json").unlink()
    (place.folder / "feed.xml").write_text("<rss/>")

    mended = found(place, mend=True)

    assert mended == {("changed", "feed.json", True), ("changed", "feed.xml", True)}
    assert list(look().values()) == ["rain"]


@pytest.mark.slow
def test_what_nobody_knows_is_moved_and_not_deleted(rain, place):
    (rain / "notes.txt").write_text("mine")
    (place.episodes / "stray").mkdir()
    (place.episodes / "stray" / "audio.mp3").write_bytes(b"x")

    mended = found(place, mend=True)

    assert mended == {
        ("orphan", "episodes/rain/notes.txt", True),
        ("orphan", "episodes/stray", True),
    }
    kept = sorted(path.name for path in (place.state / "orphans").iterdir())
    assert [name.rpartition(".")[0] for name in kept] == ["rain__notes.txt", "stray"]
    assert check(place) == []


def test_leftovers_of_a_killed_process_go(rain, place):
    for path in (place.folder, rain, place.records):
        (path / ".narrate-0123456789ab.part").write_bytes(b"half")
    (place.staging / "0123456789ab").mkdir()
    (place.staging / "0123456789ab.lock").touch()

    mended = check(place, mend=True)

    assert {one.fault for one in mended} == {"left over"}
    assert len(mended) == 4
    assert all(one.mended for one in mended)
    assert check(place) == []
    assert list(place.staging.iterdir()) == []


@pytest.mark.slow
@pytest.mark.usefixtures("rain")
def test_a_damaged_record_comes_back_from_the_index(place, look):
    path = place.records / "rain.json"
    was = path.read_bytes()
    path.write_text("{")

    before = found(place)
    mended = found(place, mend=True)

    assert before == {("damaged", ".narrate/records/rain.json", False)}
    assert mended == {("damaged", ".narrate/records/rain.json", True)}
    assert path.read_bytes() == was
    assert list(look().values()) == ["rain"]


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"no database" * 999])
@pytest.mark.usefixtures("rain")
def test_the_index_is_made_again(place, damage):
    (place.state / "index.db").write_bytes(damage)

    assert check(place) == []


@pytest.mark.slow
@pytest.mark.usefixtures("rain")
def test_a_note_that_is_damaged_is_mended(place):
    (place.state / "doing.json").write_text("[")

    assert found(place, mend=True) == {("damaged", ".narrate/doing.json", True)}
    assert check(place) == []
