"""What stands before the episodes: the feed's own data, with its cover and its notice."""

from dataclasses import replace
from hashlib import sha256

from narrate.errors import ConfigError
from narrate.feed.model import COVER, Channel
from narrate.library.index import Index, Noted
from narrate.library.place import Library
from narrate.publish.atomic import write
from narrate.reading import voice_for


def front(library: Library) -> Channel:
    """The channel as it is published from this folder.

    Raises VoiceError for a voice that isn't there, ConfigError for a cover that isn't.
    """
    config = library.config
    channel, cover = config.channel, config.cover
    name = cover.relative_to(library.folder).as_posix() if cover else COVER
    if cover and not cover.is_file():
        raise ConfigError("the cover is not there", subject=str(cover), mend="put it there")
    return replace(channel, image=channel.address + name, notice=_notice(library))


def _notice(library: Library) -> str:
    """What listeners are told, in the feed's language."""
    reading = library.config.reading
    own = voice_for(library.config.channel.language, replace(reading, voice=None))
    return reading.frame.disclaimer or own.disclaimer


def draw(library: Library, known: Index) -> bool:
    """Draw a cover where the publication gives none; whether it had to be drawn."""
    channel = library.config.channel
    told = (channel.title, channel.colour, channel.language)
    path = library.folder / COVER
    stamp = sha256(repr(told).encode()).hexdigest()
    noted = known.noted().get(COVER)
    if library.config.cover or (path.is_file() and noted and noted.stamp == stamp):
        return False
    from narrate.feed.cover import draw_cover

    data = draw_cover(*told)
    write(path, data)
    known.note(Noted(COVER, stamp, len(data), ()))
    return True
