"""The feed's WebSub hub, told that there is something new.

Source: https://www.w3.org/TR/websub/, which leaves to each hub how it is told; all take what
PubSubHubbub 0.4 had (`hub.mode=publish`), with the feed's address as `hub.url` or `hub.topic`.
"""

from dataclasses import dataclass
from hashlib import sha256

from narrate.errors import ConfigError, FetchError, PublishError
from narrate.feed.model import FEED, JSON_FEED
from narrate.fetch.raw import Limits
from narrate.library.place import Library
from narrate.publish.atomic import write

_LIMITS = Limits(bytes=100_000, seconds=20)
_NOTE = "pinged"
_FINE = range(200, 300)


@dataclass(frozen=True, slots=True)
class Pinged:
    """What a hub was told."""

    hub: str
    told: tuple[str, ...]
    """The addresses of the documents; none where it knew already."""


def ping(library: Library, *, again: bool = False) -> Pinged:
    """Tell the hub of the feed's documents, unless it was told when they were as they are now.

    Raises ConfigError where no hub is named, PublishError where there is no feed yet, and
    FetchError where the hub can't be reached or refuses; then the next run tells it.
    """
    channel, note = library.config.channel, library.state / _NOTE
    if not channel.hub:
        mend = 'write one into narrate.toml, as hub = "https://hub.example/"'
        raise ConfigError("names no hub", subject=str(library.folder), mend=mend)
    stamp = f"{channel.hub} {_hash(library)}"
    if not again and note.is_file() and note.read_text("utf-8") == stamp:
        return Pinged(channel.hub, ())
    topics = (channel.address + FEED, channel.address + JSON_FEED)
    for topic in topics:
        _tell(channel.hub, topic, allow_private=library.config.reading.allow_private)
    library.prepare()
    write(note, stamp)
    return Pinged(channel.hub, topics)


def _hash(library: Library) -> str:
    path = library.folder / FEED
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        mend = f"make it with: narrate feed build {library.folder}"
        raise PublishError("there is no feed yet", subject=str(path), mend=mend) from error


def _tell(hub: str, topic: str, *, allow_private: bool) -> None:
    from narrate.fetch.web import post

    fields = {"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}
    response = post(hub, fields, limits=_LIMITS, allow_private=allow_private)
    if response.status not in _FINE:
        what = f"the hub answered {response.status} when it was told of {topic}"
        raise FetchError(what, subject=hub)
