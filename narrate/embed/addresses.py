"""Where what an embedded player needs lies."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from narrate.errors import PublishError
from narrate.publish.narration import Narration

_HOST = re.compile(r"[\w.\-:\[\]]*", re.ASCII)
"""A host also goes into the content-security policy, where `;` would begin another rule."""

MODULE = "narrate-player.js"
STYLE = "narrate-page.css"
FRAME_SCRIPT = "narrate-frame.js"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses, relative to the page that they are for, or absolute."""

    manifest: str
    player: str = "player/"
    """The folder of the player's files; ends with a slash."""
    page: str | None = None
    """The stand-alone page."""
    frame: str | None = None
    """The page that is shown in a frame."""
    oembed: str | None = None
    """The document that tells other sites of the frame."""

    def under(self, link: str) -> str:
        """An address that a manifest tells, as it is from the page.

        >>> Addresses("episodes/bridge/episode.json").under("audio.mp3")
        'episodes/bridge/audio.mp3'
        """
        try:
            return urljoin(self.manifest, link)
        except ValueError as error:
            raise PublishError(f"is no address: {error}", subject=link) from error

    def asset(self, name: str) -> str:
        """A file of the player's."""
        return self.player + name


def audio_address(narration: Narration, addresses: Addresses) -> str:
    """Where the sound is; PublishError where the manifest doesn't tell, or tells of a script."""
    if narration.audio is None:
        raise PublishError("the timeline doesn't tell of its file of sound", mend="convert it anew")
    return safe(addresses.under(narration.audio.url))


def safe(address: str) -> str:
    """An address that may stand in a page: http, https, or relative.

    Raises PublishError for any other, as `javascript:` would be run.
    """
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise PublishError(f"is no address: {error}", subject=address) from error
    if parts.scheme not in {"", "http", "https"} or not _HOST.fullmatch(parts.netloc):
        raise PublishError("is no web address", subject=address)
    return address


def absolute(address: str | None, what: str) -> str:
    """The address of what has to be found from elsewhere too; PublishError where it can't be."""
    if address is None or urlsplit(safe(address)).scheme not in {"http", "https"}:
        raise PublishError(
            f"others have to find {what} on the web",
            subject=address,
            mend="say with --address where the episode's folder will be, as https://example.org/a/",
        )
    return address
