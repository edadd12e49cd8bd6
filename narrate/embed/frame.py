"""The player in a frame, for sites that let no script of others into their pages."""

from narrate.feed.markup import escape, quoted
from narrate.feed.words import direction
from narrate.publish.disclosure import short
from narrate.publish.narration import Narration
from narrate.publish.plain import one_line

from .addresses import FRAME_SCRIPT, STYLE, Addresses, absolute, audio_address, safe
from .element import element, head
from .policy import policy

WIDTH, HEIGHT = 640, 190
"""Pixels; the frame tells its own height to a page that listens."""

_SANDBOX = (
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
)


def frame_page(narration: Narration, addresses: Addresses) -> str:
    """The page that is shown in the frame: the title and the player, and nothing else.

    `files/narrate-frame.js` has what it says to the page around it, and what it listens to.
    """
    script = narration.script
    language, title = script.language, one_line(script.metadata.title)
    rules = policy(addresses.manifest, addresses.player, audio_address(narration, addresses))
    source = narration.links.source or addresses.page
    name, player = escape(title), element(narration, addresses, article="none", artwork="none")
    if source:
        name = f'<a href="{quoted(safe(source))}" target="_blank" rel="noopener">{name}</a>'
    return (
        "<!doctype html>\n"
        f'<html lang="{quoted(language)}" dir="{direction(language)}" class="frame">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{quoted(rules)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="stylesheet" href="{quoted(safe(addresses.asset(STYLE)))}">\n'
        f"{head(addresses)}"
        f'<script type="module" src="{quoted(safe(addresses.asset(FRAME_SCRIPT)))}"></script>\n'
        f"</head>\n<body>\n<main>\n<h1>{name}</h1>\n"
        f"{player}</main>\n</body>\n</html>\n"
    )


def frame_tag(narration: Narration, addresses: Addresses) -> str:
    """The tag with which a page shows the frame; the notice stands in its title too.

    The sandbox lets the frame run its own script and keep its listener's place, and no more:
    it can't move the page around it. That holds where the frame comes from another host than
    the page, as frames of others do.
    """
    title = f"{one_line(narration.script.metadata.title)}. {short(narration.disclosure)}"
    return (
        f'<iframe src="{quoted(absolute(addresses.frame, "the frame"))}" title="{quoted(title)}"'
        f' width="{WIDTH}" height="{HEIGHT}" loading="lazy" sandbox="{_SANDBOX}"'
        ' allow="autoplay" style="border:0;max-width:100%"></iframe>'
    )
