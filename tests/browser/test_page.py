"""The stand-alone page in a real browser: with and without a script, in both directions."""

import re
from pathlib import Path

import axe_playwright_python
import pytest
from browser import stage

from narrate.embed.episode import load, write_page

pytestmark = pytest.mark.slow

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
SPOKEN = """() => [...(CSS.highlights.get("narrate-word") ?? [])].map(String).join(" ")"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def public(newsroom, tmp_path_factory):
    """A folder with the page of the episode, and all that it needs."""
    folder = tmp_path_factory.mktemp("public")
    write_page(load(newsroom / "story.mp3"), folder / "index.html", "https://audio.example/story/")
    return folder


@pytest.fixture
def visit(browser, serve, public):
    """Open the page under the strict policy; whatever the console says fails the test."""
    said, contexts = [], []

    def call(path="index.html", *, strict=True, **reader):
        address = serve(public, Content_Security_Policy=stage.STRICT)
        contexts.append(browser.new_context(**reader, bypass_csp=not strict))
        tab = contexts[-1].new_page()
        if strict:
            tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(f"{address}/{path}")
        return tab

    yield call

    for context in contexts:
        context.close()
    assert said == []


def playing(tab):
    player = stage.Player(tab).ready()
    player.play()
    return player


def test_the_words_light_up_as_they_are_spoken(visit):
    tab = visit()
    playing(tab)

    tab.wait_for_function(
        "() => document.querySelector('.text').textContent.includes("
        "[...(CSS.highlights.get('narrate-word') ?? [])].map(String).join('') || 'nothing')"
    )


def test_without_a_script_the_native_player_and_the_notice_are_seen(visit):
    tab = visit(java_script_enabled=False)

    assert tab.locator("narrate-player audio[controls]").bounding_box()["height"] > 20
    assert tab.locator("narrate-player").get_by_text("Voice is AI-generated.").is_visible()
    assert tab.get_by_role("heading", level=1).inner_text() == stage.TITLE
    assert tab.locator(".text p").count() > 4


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_is_wider_than_the_window(visit, width):
    tab = visit(viewport={"width": width, "height": 700})
    stage.Player(tab).ready()

    assert tab.evaluate(WIDER) == 0


def test_it_is_set_from_right_to_left(visit, public):
    text = (public / "index.html").read_text("utf-8")
    (public / "rtl.html").write_text(
        text.replace('<html lang="en-GB" dir="ltr">', '<html lang="ar" dir="rtl">'), "utf-8"
    )

    tab = visit("rtl.html", viewport={"width": 500, "height": 700})

    stage.Player(tab).ready()
    assert tab.evaluate(WIDER) == 0
    assert tab.evaluate("() => getComputedStyle(document.querySelector('h1')).direction") == "rtl"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_ground(visit, scheme):
    tab = visit(color_scheme=scheme)

    ground, *inks = tab.evaluate("""() => [
      getComputedStyle(document.documentElement).backgroundColor,
      ...[...document.querySelectorAll("h1, .text p, time, footer p, footer a, .author")]
        .map((each) => getComputedStyle(each).color),
    ]""")

    assert len(inks) > 5
    assert min(contrast(ground, ink) for ink in inks) >= 4.5


def contrast(one, other):
    """WCAG 2.2's contrast of two colours as CSS computes them."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [float(each) / 255 for each in re.findall(r"[\d.]+", colour)[:3]]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(share * each for share, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("page", ["index.html", "story.frame.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, page, scheme):
    tab = visit(page, strict=False, color_scheme=scheme)  # axe brings styles of its own
    stage.Player(tab).ready()

    tab.evaluate(AXE.read_text("utf-8"))

    found = tab.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    assert [
        (each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]
    ] == []


def test_on_paper_there_is_the_text_alone(visit):
    tab = visit()
    stage.Player(tab).ready()

    tab.emulate_media(media="print")

    assert not tab.locator("narrate-player").is_visible()
    assert tab.locator(".text p").first.is_visible()
