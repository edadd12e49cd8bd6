"""The player in a frame on another site: what it says, and whom it listens to."""

import re

import pytest
from browser import stage

from narrate.embed import frame_tag
from narrate.embed.episode import addresses, load, write_page

pytestmark = pytest.mark.slow

LISTEN = """() => { window.heard = []; addEventListener("message", ({source, origin, data}) =>
  heard.push({fromFrame: source === frames[0], origin, data})); }"""
READY = """() => document.querySelector("narrate-player").shadowRoot
  ?.querySelector(".place:not([hidden])")"""
HEIGHT = "() => Math.ceil(document.documentElement.getBoundingClientRect().height)"
SAY = "(message) => frames[0].postMessage(message, '*')"


@pytest.fixture
def host(browser, serve, newsroom, tmp_path):
    """A page of another site with the frame in it; what the console says fails the test."""
    said = []
    audio, site = tmp_path / "audio", tmp_path / "site"
    site.mkdir()
    base = serve(audio, Content_Security_Policy=stage.STRICT) + "/"
    found = load(newsroom / "story.mp3")
    write_page(found, audio / "index.html", base)
    tag = frame_tag(found.narration, addresses(found, base))
    style = '<style>body { margin: 0 }</style><link rel="icon" href="data:,">'
    (site / "index.html").write_text(f"<!doctype html><title>Host</title>{style}{tag}")
    context = browser.new_context(viewport={"width": 700, "height": 600})
    tab = context.new_page()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.add_init_script(f"({LISTEN})()")
    tab.goto(serve(site) + "/index.html")
    tab.base = base

    tab.frames[1].wait_for_function(READY)

    yield tab

    context.close()
    assert said == []


def heard(tab, kind, condition="true"):
    """Wait for a message of a kind, and give the last one."""
    found = (
        f"heard.filter((one) => one.data.type === '{kind}' && ((data) => {condition})(one.data))"
    )
    tab.wait_for_function(f"() => {found}.length")
    return tab.evaluate(f"() => {found}.at(-1)")


def test_the_frame_tells_its_height(host):
    height = host.frames[1].evaluate(HEIGHT)

    told = heard(host, "height", f"data.height === {height}")
    assert told["fromFrame"]
    assert told["origin"] == host.base.rstrip("/")
    assert told["data"] == {"narrate": 1, "type": "height", "height": height}


def test_all_of_it_is_seen_in_the_height_of_the_tag(host):
    assert 100 < host.frames[1].evaluate(HEIGHT) <= 190


def test_the_page_around_it_can_play_and_seek(host):
    host.evaluate(SAY, {"narrate": 1, "type": "play"})
    heard(host, "time", "!data.paused && data.time > 0")
    host.evaluate(SAY, {"narrate": 1, "type": "seek", "time": 20})
    heard(host, "time", "data.time >= 20")
    host.evaluate(SAY, {"narrate": 1, "type": "pause"})

    told = heard(host, "time", "data.paused && data.time >= 20")
    assert told["data"]["duration"] > 30


@pytest.mark.parametrize(
    "message",
    [
        {"type": "play"},
        {"narrate": 2, "type": "play"},
        {"narrate": 1, "type": "seek", "time": "20"},
        {"narrate": 1, "type": "remove"},
        "play",
        None,
    ],
)
def test_anything_else_is_passed_over(host, message):
    host.evaluate(SAY, message)

    host.evaluate(SAY, {"narrate": 1, "type": "pause"})
    player = host.frames[1].evaluate_handle("() => document.querySelector('narrate-player')")
    assert player.evaluate("(player) => [player.paused, player.currentTime]") == [True, 0]


def test_only_the_page_around_it_is_listened_to(host):
    host.evaluate("""() => new Promise((done) => {
      const other = document.createElement("iframe");
      other.onload = done;
      const message = "{narrate: 1, type: 'play'}";
      other.srcdoc = `<script>parent.frames[0].postMessage(${message}, "*")</script>`;
      document.body.append(other);
    })""")

    assert host.frames[1].evaluate("() => document.querySelector('narrate-player').paused")


def test_the_frame_can_t_move_the_page_around_it(host):
    (sandbox,) = re.findall('sandbox="([^"]*)"', host.content())

    assert set(sandbox.split()) == {
        "allow-scripts",
        "allow-same-origin",
        "allow-popups",
        "allow-popups-to-escape-sandbox",
        "allow-downloads",
    }
