"""Articles become episodes, once each."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narrate.fetch import Raw
from narrate.library.add import Work, add
from narrate.library.check import check
from narrate.library.remove import remove, restore


def states(outcomes):
    return [outcome.state for outcome in outcomes]


def test_an_article_becomes_an_episode_with_all_its_files(folder, page, added, look):
    outcomes = added(page("rain", title="Rain stops play"))

    assert states(outcomes) == ["added"], outcomes
    names = set(map(_name, (folder / "episodes" / "rain-stops-play").iterdir()))
    assert names >= {
        "audio.mp3", "episode.json", "captions.vtt", "words.vtt", "captions.srt",
        "transcript.json", "chapters.json", "index.html",
    }  # fmt: skip
    assert list(look().values()) == ["Rain stops play"]
    assert {"feed.json", "feed.opml", "index.html"} <= set(map(_name, folder.iterdir()))
    assert (folder / "player" / "narrate-player.js").is_file()


def _name(path):
    return path.name


@pytest.mark.slow
def test_what_did_not_change_is_passed_over_and_nothing_is_written(folder, page, added):
    source = page()
    added(source)
    before = {path: path.stat().st_mtime_ns for path in folder.glob("*") if path.is_file()}

    outcomes = added(source)

    assert states(outcomes) == ["unchanged"]
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.slow
def test_markup_that_changed_is_no_news(page, added):
    added(page())

    outcomes = added(page(head="<script>var n = 2;</script>"))

    assert states(outcomes) == ["unchanged"]


def test_a_changed_article_takes_its_episodes_place(folder, page, added, look):
    added(page(text="It rained."))
    (guid,) = look()
    old = (folder / "episodes/rain/audio.mp3").read_bytes()

    outcomes = added(page(text="It rained for three days, and on the fourth day it stopped."))

    assert states(outcomes) == ["replaced"]
    assert list(look()) == [guid]
    feed = (folder / "feed.xml").read_text("utf-8")
    assert "episodes/rain/2/audio.mp3" in feed
    assert (folder / "episodes/rain/audio.mp3").read_bytes() == old  # for yesterday's feeds
    manifest = json.loads((folder / "episodes/rain/episode.json").read_text("utf-8"))
    assert manifest["audio"]["url"] == "2/audio.mp3"


@pytest.mark.slow
def test_the_date_stays_when_an_article_is_corrected(folder, page, added):
    day = '<meta property="article:published_time" content="2026-03-01T08:00:00Z">'
    added(page(head=day))
    later = day.replace("2026-03-01", "2026-05-01")

    added(page(text="It snowed, and did not rain at all on that day.", head=later))

    feed = (folder / "feed.xml").read_text("utf-8")
    assert feed.count("<pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>") == 2


@pytest.mark.slow
def test_the_old_edition_goes_when_its_time_is_over(folder, page, added):
    added(page())
    settings = folder / "narrate.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("# keep_replaced = 48", "keep_replaced = 0"), "utf-8")

    added(page(text="It rained for three days, and on the fourth day it stopped."))

    assert not (folder / "episodes/rain/audio.mp3").exists()
    assert (folder / "episodes/rain/2/audio.mp3").is_file()


@pytest.mark.slow
def test_other_settings_narrate_again(folder, page, added):
    source = page()
    added(source)
    voice = folder / "voices" / "hush.toml"
    voice.write_text(voice.read_text().replace("AI voice.", "AI speaks."))

    assert states(added(source)) == ["replaced"]


@pytest.mark.slow
def test_a_bad_one_holds_up_nobody(page, added, look):
    outcomes = added("nowhere.html", page("rain"), page("snow"))

    assert sorted(states(outcomes)) == ["added", "added", "failed"]
    assert "nowhere.html: no such file" in next(one.error for one in outcomes if one.error)
    assert sorted(look().values()) == ["rain", "snow"]


@pytest.mark.slow
def test_an_error_of_the_voice_names_the_source(folder, page, added):
    source = page()
    voice = folder / "voices" / "hush.toml"
    voice.write_text(voice.read_text().replace('"silence"', '"brass"'))

    (outcome,) = added(source)

    assert outcome.state == "failed"
    assert ".narrate" not in outcome.error


@pytest.mark.slow
def test_one_article_from_two_places_is_one_episode(tmp_path, page, added, look):
    first = Path(page("rain"))
    second = tmp_path / "copy.html"
    second.write_bytes(first.read_bytes())

    outcomes = added(str(first), str(second))

    assert states(outcomes) == ["added", "unchanged"]
    assert len(look()) == 1


@pytest.mark.slow
def test_two_articles_of_one_title_are_two_episodes(page, added, look):
    added(page("one", title="Weather"), page("two", title="Weather"))

    assert list(look().values()) == ["Weather", "Weather"]


@pytest.mark.slow
def test_a_script_that_was_edited_is_a_source_too(tmp_path, page, added, narrate, look):
    script = tmp_path / "story.json"
    script.write_text(narrate("script", page("rain")).out)

    outcomes = added(str(script))

    assert states(outcomes) == ["added"]
    assert list(look().values()) == ["rain"]


def test_what_was_taken_down_stays_down(folder, place, page, added, look):
    source = page()
    added(source)

    remove(place, "rain")

    assert not (folder / "episodes/rain").exists()
    assert look() == {}
    assert states(added(source)) == ["removed"]
    assert states(added(source, again=True)) == ["removed"]
    assert check(place) == []


@pytest.mark.slow
def test_a_lifted_take_down_keeps_the_guid_and_never_an_address(place, page, added, look):
    source = page()
    added(source)
    before = look()
    remove(place, "rain")

    restore(place, "rain")

    assert states(added(source)) == ["added"]
    assert look() == before
    assert (place.folder / "episodes/rain/2/audio.mp3").is_file()
    assert check(place) == []


@pytest.mark.slow
def test_other_formats_are_offered_beside_the_first(folder, page, added, look):
    settings = folder / "narrate.toml"
    text = settings.read_text("utf-8").replace("# formats = ", 'formats = ["mp3", "wav"] # ')
    settings.write_text(text, "utf-8")

    added(page())

    feed = (folder / "feed.xml").read_text("utf-8")
    assert (folder / "episodes/rain/audio.wav").is_file()
    assert feed.count("<podcast:alternateEnclosure") == 2
    assert feed.count("<enclosure ") == 1
    assert list(look().values()) == ["rain"]


@pytest.mark.slow
def test_a_format_that_cannot_be_made_is_told_of_once(folder, page, added, narrate, caplog):
    """Opus has no place for a signature."""
    keys = folder.parent / "keys"
    narrate("keys", "dev", keys)
    settings = folder / "narrate.toml"
    signed = f"certificate = '{keys}/certificate.pem'\nkey = '{keys}/key.pem'"
    text = settings.read_text("utf-8").replace("# formats = ", 'formats = ["mp3", "opus"] # ')
    settings.write_text(text.replace("[signing]", f"[signing]\n{signed}"), "utf-8")

    outcomes = added(page("rain"), page("snow"))

    assert states(outcomes) == ["added", "added"]
    assert caplog.text.count("episodes were put in without their opus") == 1


@pytest.mark.slow
def test_ctrl_c_leaves_what_was_done(folder, page, look):
    from narrate.library.place import library

    run = add(library(folder), [page("rain"), page("snow")], Work(jobs=1), lambda _a, _b: None)
    next(run)

    with pytest.raises(KeyboardInterrupt):
        run.throw(KeyboardInterrupt)

    assert list(look().values()) == ["rain"]
    assert list((folder / ".narrate/staging").iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("day", "published"),
    [
        ("", "2026-03-01T07:30:00+00:00"),
        ("2026-03-01", "2026-03-01T07:30:00+00:00"),
        ("2026-02-28", "2026-02-28T12:00:00+00:00"),
        ("2026-03-01T08:00:00Z", "2026-03-01T08:00:00+00:00"),
    ],
)
def test_a_listing_dates_what_its_page_does_not(place, page, day, published):
    head = f'<meta property="article:published_time" content="{day}">' if day else ""
    source = page("rain", head=head)
    dates = {source: datetime(2026, 3, 1, 7, 30, tzinfo=UTC)}

    (added,) = add(place, [source], Work(jobs=1, dates=dates), lambda _done, _total: None)

    (record,) = (place.state / "records").glob("*.json")
    assert json.loads(record.read_text("utf-8"))["published"] == published
    said = (place.place(added.slug) / "captions.vtt").read_text("utf-8")
    assert ("2026" in said) is bool(day)


@pytest.mark.slow
def test_a_page_that_names_the_front_page_links_to_itself(folder, page_of, added):
    front = '<link rel="canonical" href="https://courier.example/"></head>'
    body = page_of("Rain").replace("</head>", front).encode()

    outcomes = added(Raw(body, "https://courier.example/rain", url="https://courier.example/rain"))

    assert states(outcomes) == ["added"]
    assert "<link>https://courier.example/rain</link>" in (folder / "feed.xml").read_text("utf-8")
