"""What stands before the episodes: the feed's own data, with its cover and its notice."""

from dataclasses import replace

from narrate.feed.model import Channel
from narrate.library.place import Library
from narrate.reading import voice_for


def front(library: Library) -> Channel:
    """The channel as it is published from this folder.

    Raises VoiceError for a voice that isn't there, PublishError for a cover that can't be read.
    """
    config = library.config
    channel = config.channel
    image = f"{channel.address}{config.cover.name}" if config.cover else None
    return replace(channel, image=image, notice=_notice(library))


def _notice(library: Library) -> str:
    """What listeners are told, in the feed's language."""
    reading = library.config.reading
    return reading.frame.disclaimer or voice_for(library.config.channel.language, reading).disclaimer
