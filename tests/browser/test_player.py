"""Does the player do, in a real browser, what it is there for?"""

import gzip
import json
import re

import pytest
from browser import stage
from browser.stage import element, page

pytestmark = pytest.mark.slow

STORED = "localStorage.getItem('narrate')"
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('forbidden', 'SecurityError'); }
});"""


def test_it_plays_and_pauses(player):
    story = player().ready()

    story.play()
    story.button("Pause").click()

    story.until("host.paused")
    assert story.button("Play").is_visible()


def test_nothing_is_loaded_before_a_listener_comes(player):
    story = player()
    asked = story.requests()
    story.ready()

    assert [name for name in asked if name.endswith((".mp3", ".json"))] == []


def test_everything_comes_from_its_own_place(player):
    story = player()
    asked = story.requests()
    story.ready().play()

    assert {address.split("/")[2] for address in asked} == {story.tab.url.split("/")[2]}


def test_it_skips_and_seeks(player):
    story = player().ready()
    story.play()

    story.button("Forward 30 seconds").click()
    story.until("host.currentTime > 30 && host.currentTime < 34")
    story.button("Back 15 seconds").click()
    story.until("host.currentTime > 14 && host.currentTime < 22")
    story.part("seek").fill("50")
    story.until("host.currentTime >= 50 && host.currentTime < 54")

    assert story.part("left").inner_text().startswith("−0:")


def test_the_speed_is_chosen_and_remembered_with_the_pitch_kept(player):
    story = player().ready()

    story.part("speed").select_option("1.5")
    story.tab.reload()
    story.ready()

    assert story.ask("[host.audio.playbackRate, host.audio.preservesPitch]") == [1.5, True]
    assert story.part("speed").input_value() == "1.5"


def test_after_a_reload_it_goes_on_where_it_was(player):
    story = player().ready()
    story.play()
    story.part("seek").fill("40")
    story.button("Pause").click()
    story.until("host.paused")

    story.tab.reload()
    story.ready()
    offered = story.part("title").inner_text()
    story.play()
    story.until("host.audio.currentTime > 39")

    assert offered == "Continue listening"
    assert story.ask("host.audio.currentTime") < 45


def test_nothing_is_stored_before_it_is_used(player):
    story = player().ready()
    story.tab.mouse.move(400, 200)
    story.tab.reload()
    before = story.ready().tab.evaluate(STORED)

    story.play()
    story.part("seek").fill("30")
    story.button("Pause").click()
    story.until("localStorage.getItem('narrate')")

    kept = json.loads(story.tab.evaluate(STORED))
    assert before is None
    assert list(kept) == ["rate", "at"]
    assert [29 < seconds < 33 for seconds in kept["at"].values()] == [True]
    assert story.tab.context.cookies() == []


def test_an_address_with_a_time_begins_there(player):
    story = player(where="#t=0:42").ready()

    story.play()

    story.until("host.audio.currentTime > 42 && host.audio.currentTime < 46")


def test_a_link_to_the_moment_is_shared(player):
    story = player(permissions=["clipboard-read", "clipboard-write"]).ready()
    story.play()
    story.part("seek").fill("33.4")
    story.button("More").click()

    story.button("Copy link to this moment").click()
    story.until("shadow.querySelector('.status').textContent === 'Link copied'")

    copied = story.tab.evaluate("navigator.clipboard.readText()")
    assert re.search(r"page\d+\.html#t=3[345]$", copied)


def test_chapters_are_marked_and_lead_there(player):
    story = player().ready()
    story.button("More").click()
    chapters = story.part("chapter")
    chapters.nth(2).wait_for()

    chapters.nth(1).click()

    begins = json.loads((story.folder / "story.timeline.json").read_text())["chapters"]
    assert story.ask("host.currentTime") == pytest.approx(begins[1]["start"], abs=0.01)
    assert story.ask("shadow.querySelectorAll('.marks i').length") == 2
    assert chapters.nth(1).get_attribute("aria-current") == "true"


def test_the_file_can_be_downloaded(player):
    story = player().ready()
    story.button("More").click()

    with story.tab.expect_download() as downloaded:
        story.part("download").click()

    assert downloaded.value.suggested_filename == "story.mp3"


def test_keys_alone_are_enough(player):
    story = player().ready()
    press = story.tab.keyboard.press
    story.part("play").focus()
    press("Enter")
    story.until("!host.paused && !shadow.querySelector('.seek').disabled")
    press("k")
    story.until("host.paused")
    at = story.ask("host.currentTime")
    press("l")
    press("j")
    press("Tab")
    focused = story.ask("shadow.activeElement.getAttribute('part')")
    press("ArrowRight")
    press("PageUp")

    assert focused == "seek"
    assert story.ask("host.currentTime") == pytest.approx(at + 15 + 35, abs=0.5)
    for _ in range(3):
        press(">")
    assert story.ask("host.audio.playbackRate") == 1.75
    press("m")
    assert story.ask("host.audio.muted")
    press("t")
    story.until("shadow.querySelector('[part=sentence]')")
    press("Escape")
    assert story.ask("shadow.querySelector('[part=transcript]').hidden")


def test_keys_outside_are_the_pages_own(player):
    story = player().ready()

    story.tab.locator("h1").click()
    story.tab.keyboard.press("k")
    story.tab.keyboard.press("m")

    assert story.ask("[host.paused, host.audio.muted]") == [True, False]


def test_it_works_where_storage_is_forbidden(player):
    story = player(init=NO_STORAGE).ready()

    story.play()
    story.part("speed").select_option("1.25")
    story.button("Pause").click()

    assert story.ask("host.audio.playbackRate") == 1.25


def test_without_scripts_the_browsers_own_controls_play(player):
    story = player(java_script_enabled=False)

    sound = story.tab.locator("narrate-player audio")

    assert sound.is_visible()
    assert sound.get_attribute("controls") is not None
    assert sound.evaluate("audio => audio.play().then(() => !audio.paused)")


def test_without_its_style_sheet_the_browsers_own_controls_stay(player):
    own = '<p slot="notice">A machine speaks.</p>'
    story = player(page(element(notice=own)), blocked="**/*.css")

    story.until("shadow?.querySelector('slot')")

    assert story.tab.locator("narrate-player audio").is_visible()
    assert story.tab.get_by_text("A machine speaks.").is_visible()
    assert not story.part("play").is_visible()
    story.forgive()


def test_sound_that_is_not_there_is_said_and_can_be_tried_again(player):
    story = player(page(element(audio="later.mp3"))).ready()
    story.part("play").click()
    message = story.part("message")
    message.wait_for()
    said = message.inner_text()

    (story.folder / "later.mp3").write_bytes((story.folder / "story.mp3").read_bytes())
    story.button("Try again").click()

    story.until("!host.paused && host.audio.currentTime > 0.1")
    message.wait_for(state="hidden")
    assert "could not be loaded" in said
    (story.folder / "later.mp3").unlink()
    story.forgive()


def test_without_the_manifest_it_plays_all_the_same(player):
    story = player(page(element(src="nowhere.json"))).ready()

    story.play()
    story.button("Transcript").click()

    story.tab.get_by_text("The text could not be loaded.").wait_for()
    story.forgive()


def test_out_of_network_it_says_so_and_goes_on_when_that_is_back(player):
    story = player().ready()
    story.tab.context.set_offline(True)
    story.part("play").click()
    message = story.part("message")
    message.wait_for()
    said = message.inner_text()

    story.tab.context.set_offline(False)

    story.until("!host.paused && host.audio.currentTime > 0.1")
    assert "You are offline." in said
    story.forgive()


def test_the_notice_is_seen_in_every_state(player):
    story = player(page(element("sticky"))).ready()
    notice = story.part("notice")

    before = notice.inner_text()
    story.play()
    story.until("shadow.querySelector('.marks i')")

    assert before == "Voice is AI-generated. Inconsistencies may occur."
    assert notice.inner_text() == before
    story.tab.mouse.wheel(0, 3000)
    story.until("shadow.querySelector('.mini')")
    assert notice.is_visible()
    assert story.part("close").is_visible()


def test_the_pages_own_notice_is_the_players(player):
    own = '<p slot="notice"><small>This voice is a machine’s.</small></p>'
    story = player(page(element(notice=own))).ready()

    story.play()
    story.until("shadow.querySelector('.marks i')")

    assert story.tab.get_by_text("This voice is a machine’s.").is_visible()
    assert not story.tab.get_by_text("Voice is AI-generated.").is_visible()


def test_the_small_player_comes_when_it_is_needed_and_goes_when_sent(player):
    story = player(page(element("sticky"))).ready()
    story.tab.mouse.wheel(0, 3000)
    story.until("scrollY > 500")
    assert not story.ask("Boolean(shadow.querySelector('.mini'))")
    height = story.ask("document.documentElement.scrollHeight")
    story.ask("host.play() && 0")
    story.until("shadow.querySelector('.mini')")

    assert story.ask("document.documentElement.scrollHeight") == height
    story.part("close").click()
    story.until("!shadow.querySelector('.mini')")
    assert not story.ask("host.paused")


def test_the_next_of_a_playlist_follows(player):
    story = player(page(element('playlist="story.timeline.json?second"'))).ready()
    story.play()

    story.button("Next").click()

    story.button("Next").wait_for(state="hidden")  # it is the last one now
    story.until("!host.paused && host.audio.currentTime > 0.1 && host.audio.currentTime < 5")


def test_the_lock_screen_is_told(player):
    story = player().ready()

    story.play()
    story.until("navigator.mediaSession.metadata")

    assert story.ask("navigator.mediaSession.metadata.title") == stage.TITLE


def test_events_have_their_native_names(player):
    story = player().ready()
    names = ["play", "pause", "seeked", "ratechange", "narrate:segment", "narrate:analytics"]
    story.tab.evaluate(
        """names => { window.told = []; const host = document.querySelector('narrate-player');
        for (const name of names) host.addEventListener(name, event => told.push(
            [event.type, event.detail ?? null])); }""",
        names,
    )

    story.play()
    story.part("speed").select_option("2")
    story.part("seek").fill("20")
    story.until("told.some(([type]) => type === 'seeked')")
    story.button("Pause").click()
    story.until("told.some(([type]) => type === 'pause')")

    told = story.ask("told")
    assert {name for name, _ in told} == set(names)
    segment = next(detail for name, detail in told if name == "narrate:segment")
    assert segment.keys() == {"index", "kind", "text", "start", "end"}
    actions = [detail["action"] for name, detail in told if name == "narrate:analytics"]
    assert actions[:3] == ["play", "speed", "seek"]


def test_of_two_players_one_is_heard(player):
    story = player(page(element() + element())).ready()
    story.play()

    story.ask("document.querySelectorAll('narrate-player')[1].play() && 0")

    story.until("host.paused && !document.querySelectorAll('narrate-player')[1].paused")


def test_in_a_frame_it_is_the_same(player):
    inner = player()
    name = inner.tab.url.rpartition("/")[2]
    head = '<!doctype html><link rel="icon" href="data:,"><title>x</title>'
    framed = f'{head}<iframe title="Story" src="{name}"></iframe>'
    outer = player(framed, csp=False)
    frame = outer.tab.frame_locator("iframe")

    frame.get_by_role("button", name="Play", exact=True).click()

    frame.get_by_role("button", name="Pause", exact=True).wait_for()


HOSTILE = {
    "version": 1,
    "duration": "long",
    "metadata": {"title": "<img src=x onerror=alert(1)>", "image": "javascript:alert(1)"},
    "disclaimer": {"text": "<b>Voice</b> is AI-generated."},
    "chapters": [{"start": 0, "title": "<i>one</i>"}, {"start": -5, "title": 7}],
    "audio": {"url": "javascript:alert(1)"},
    "segments": [
        {
            "kind": "paragraph",
            "text": "<script>alert(1)</script>",
            "start": 0,
            "end": 1e9,
            "anchor": {"selector": "p:::(", "exact": "\u0000", "prefix": 4},
            "words": [[0, 99, "a", None]],
        }
    ],
}


def test_a_hostile_manifest_is_text_and_nothing_more(player, newsroom):
    (newsroom / "hostile.json").write_text(json.dumps(HOSTILE))
    story = player(page(element(src="hostile.json"))).ready()

    story.play()
    story.button("Transcript").click()
    story.part("sentence").wait_for()
    story.button("More").click()
    story.part("chapter").nth(1).wait_for()

    assert story.part("sentence").inner_text() == "<script>alert(1)</script>"
    assert story.part("notice").inner_text() == "<b>Voice</b> is AI-generated."
    assert story.ask("shadow.querySelectorAll('b, img, script').length") == 0
    assert story.ask("host.audio.src").endswith("story.mp3")


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "he", "ja", "pt-BR", "zh-Hant"])
def test_it_speaks_the_pages_language(player, language):
    story = player(page(element(), lang=language)).ready()

    said = json.loads((stage.PLAYER / "labels" / f"{language[:2]}.json").read_text("utf-8"))

    assert story.part("play").get_attribute("aria-label") == said["play"]
    assert story.part("notice").inner_text() == said["notice"]
    direction = "rtl" if language in ("ar", "he") else "ltr"
    assert story.part("box").get_attribute("dir") == direction


def test_in_320_pixels_nothing_is_cut_off(player):
    story = player(viewport={"width": 320, "height": 600}).ready()
    story.button("More").click()
    story.part("chapter").first.wait_for()

    assert story.ask("document.documentElement.scrollWidth") <= 320
    small = story.ask(
        "[...shadow.querySelectorAll('button, select, input:not(.volume), a')]"
        ".filter(each => each.offsetParent && !(each.type === 'checkbox'))"
        ".map(each => each.getBoundingClientRect())"
        ".filter(box => box.width < 24 || box.height < 24)"
    )
    assert small == []


def test_every_language_has_every_label():
    english = set(
        re.findall(r"^  (\w+): \"", (stage.PLAYER / "labels.js").read_text("utf-8"), re.MULTILINE)
    )
    others = {path.stem: path for path in (stage.PLAYER / "labels").glob("*.json")}
    offered = re.search(r'OTHERS = "([^"]*)"', (stage.PLAYER / "labels.js").read_text("utf-8"))

    assert offered[1].split() == sorted(others)
    assert len(others) >= 8
    for path in others.values():
        labels = json.loads(path.read_text("utf-8"))
        assert labels.keys() == english
        assert "{n}" in labels["found"]


def test_it_is_small():
    files = [*sorted(stage.PLAYER.glob("*.js")), *sorted(stage.PLAYER.glob("*.css"))]
    texts = [path.read_text("utf-8") for path in files]

    assert packed("".join(texts)) <= 20_000
    assert sum(packed(text) for text in texts) <= 22_600


def packed(text):
    """The bytes of a text as a server sends it."""
    return len(gzip.compress(text.encode(), 9, mtime=0))
