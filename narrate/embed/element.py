"""The player as an element in a publisher's own page."""

from narrate.feed.markup import escape, quoted
from narrate.publish.disclosure import short
from narrate.publish.narration import Narration

from .addresses import MODULE, Addresses, audio_address, safe


def element(narration: Narration, addresses: Addresses, **more: str) -> str:
    """The element's markup, to be put where the player is to be seen; `more` are attributes.

    The native player and the notice within are what is shown where no script runs; where it
    does, the player shows both in its own way.
    """
    told, manifest = narration.disclosure, safe(addresses.manifest)
    others = "".join(f' {name}="{quoted(value)}"' for name, value in more.items())
    return (
        f'<narrate-player src="{quoted(manifest)}" duration="{narration.timeline.duration:.3f}"'
        f"{others}>\n"
        f'  <audio controls preload="none" src="{quoted(audio_address(narration, addresses))}">'
        "</audio>\n"
        f'  <p slot="notice"><small lang="{quoted(told.language)}" dir="auto">'
        f"{escape(short(told))}</small></p>\n"
        "</narrate-player>\n"
    )


def head(addresses: Addresses) -> str:
    """The one script that makes it work: once in a page, anywhere in it."""
    return f'<script type="module" src="{quoted(safe(addresses.asset(MODULE)))}"></script>\n'
