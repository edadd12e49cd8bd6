"""A page with a player on it, for the tests to act on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

PLAYER = Path(__file__).resolve().parents[2] / "narrate" / "player"

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; connect-src 'self'"
)

LOOKS = """body { font: 17px/1.5 "DejaVu Serif", Georgia, serif; color: #1c1c1c; background: #fff;
  max-width: 680px; margin: 0 auto; padding: 16px; }
h1 { line-height: 1.15; }
a { color: #0b5394; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e6e1; background: #15171a; }
  a { color: #9ecbff; }
}
.tall { height: 150vh; }
.ad { height: 90px; }
"""

TITLE = "The old ferry sails for the last time"

BODY = """
<p>The ferry between Lower Hask and the island of Brae made its last crossing on Sunday evening,
after a hundred and four years. Some three hundred people stood on the quay to see it go.</p>
<p>“It was never fast, and it was never warm,” said Ailsa Corrie, who has sold tickets since
1987. “But it was ours.” She did not cry, she said; <a href="#weather">the wind</a> did that.</p>
<h2 id="bridge">A bridge takes its place</h2>
<p>From Monday the new bridge is <em>open</em> to cars, buses and bicycles. It cost £41m and took
five years, two more than the council had promised. Nobody pays to cross it.</p>
<p>The council expects about 1,900 cars a day. That’s four times what the ferry could carry.</p>
<h2 id="weather">What becomes of the boat</h2>
<p>The boat itself has been sold for a pound. Its new owner, a school for sailors in Port Ellory,
means to keep the engine running. No. It will not carry passengers again.</p>
<p>Its bell stays behind. It will hang in the hall on Brae, where it rang for the first time in
1922, and will be rung on the first Sunday of every month.</p>
"""
"""Two headings, so three chapters; links, emphasis, quotations, and a very short sentence."""


def page(player: str = "", body: str = BODY, lang: str = "en-GB", direction: str = "ltr") -> str:
    """The article's page, with a player under its headline or without one."""
    script = '<script type="module" src="player/narrate-player.js"></script>' if player else ""
    return (
        f'<!doctype html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{TITLE}</title>'
        f'<link rel="stylesheet" href="page.css">{script}</head>'
        f"<body><main><article><h1>{TITLE}</h1>{player}{body}</article>"
        '<div class="tall"></div></main></body></html>'
    )


def element(
    attributes: str = "",
    src: str = "story.timeline.json",
    audio: str = "story.mp3",
    notice: str = "",
) -> str:
    """The markup that a newsroom puts into its page."""
    sound = f'<audio controls preload="none" src="{audio}"></audio>'
    return f'<narrate-player src="{src}" {attributes}>{sound}{notice}</narrate-player>'


class Player:
    """The first player of an open page."""

    def __init__(
        self, tab: Any, folder: Path = PLAYER, complaints: list[str] | None = None
    ) -> None:
        self.tab = tab
        self.folder = folder
        self._complaints = [] if complaints is None else complaints

    def part(self, name: str) -> Any:
        """A part of the player."""
        return self.tab.locator(f"narrate-player [part~='{name}']")

    def button(self, name: str) -> Any:
        """A control by its name, as assistive technology finds it."""
        return self.tab.get_by_role("button", name=name, exact=True)

    def ask(self, expression: str) -> Any:
        """What a script says, of the element as `host` and what stands in it as `shadow`."""
        return self.tab.evaluate(_script(expression))

    def until(self, expression: str) -> None:
        """Wait for a script to say yes."""
        self.tab.wait_for_function(_script(expression))

    def ready(self) -> "Player":
        """Wait until the player stands in place of the browser's own controls."""
        self.until("shadow?.querySelector('.place:not([hidden])')")
        return self

    def play(self) -> None:
        """Press play, and wait until something is heard."""
        self.part("play").first.click()
        self.until("!host.paused && host.audio.readyState > 2 && host.audio.currentTime > 0.1")

    def requests(self) -> list[str]:
        """Every address that the page asks for from a new beginning on."""
        asked: list[str] = []
        self.tab.on("request", lambda request: asked.append(request.url))
        self.tab.reload()
        return asked

    def forgive(self) -> None:
        """What went wrong was meant to."""
        self._complaints.clear()


def _script(expression: str) -> str:
    return (
        "() => { const host = document.querySelector('narrate-player'), shadow = host.shadowRoot; "
        f"return {expression}; }}"
    )


class House:
    """Opens pages, each with its own reader, and hears what the browser complains of."""

    def __init__(self, browser: Any, serve: Callable[..., str], folder: Path) -> None:
        self._browser, self._serve, self._folder = browser, serve, folder
        self._contexts: list[Any] = []
        self._addresses: dict[str, str] = {}
        self.complaints: list[str] = []

    def open(self, html: str | None = None, where: str = "", **reader: Any) -> Player:
        """A page with a player, as a new reader finds it.

        `init` runs before the page's scripts, `blocked` is a pattern of addresses that fail.
        """
        init, blocked = reader.pop("init", ""), reader.pop("blocked", "")
        policy = STRICT if reader.pop("csp", True) else ""
        context = self._browser.new_context(**{"viewport": {"width": 900, "height": 700}, **reader})
        self._contexts.append(context)
        if init:
            context.add_init_script(init)
        if blocked:
            context.route(blocked, lambda route: route.abort())
        return self._visit(context.new_page(), html or page(element()), where, policy)

    def _visit(self, tab: Any, html: str, where: str, policy: str) -> Player:
        name = f"page{len(self._contexts)}.html"
        (self._folder / name).write_text(html, "utf-8")
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.goto(f"{self._address(policy)}/{name}{where}")
        return Player(tab, self._folder, self.complaints)

    def _address(self, policy: str) -> str:
        headers = {"Content_Security_Policy": policy} if policy else {}
        if policy not in self._addresses:
            self._addresses[policy] = self._serve(self._folder, **headers)
        return self._addresses[policy]

    def close(self) -> None:
        """Close all that was opened."""
        for context in self._contexts:
            context.close()
