"""The picture inside the files of sound: the feed's cover, made small once and kept.

It belongs to an edition like the words of its tags: an edition that is there keeps the one it was
made with, for its bytes never change under their address, and a new cover alone doesn't send
an archive to every subscriber again. `narrate feed add --again` makes an episode with the new one.
"""

import logging
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256

from narrate.errors import PublishError
from narrate.feed.model import COVER
from narrate.feed.thumbnail import thumbnail
from narrate.library.front import draw
from narrate.library.place import Library
from narrate.publish.atomic import write

LOG = logging.getLogger(__name__)


def pictured(library: Library) -> Library:
    """The same, whose new episodes have the cover inside; drawn first where it isn't there yet.

    A cover that can't be read is told of in the log, and nothing is put in.
    """
    with library.alone() as index:
        draw(library, index)
    path = library.config.cover or library.folder / COVER
    try:
        small = _small(library, path.read_bytes())
    except OSError as error:
        raise PublishError(f"can't be read: {error.strerror}", subject=str(path)) from error
    except PublishError as error:
        LOG.warning("%s is not put into the episodes: %s", path, error.what)
        return library
    settings = replace(library.config.settings, cover=small)
    return replace(library, config=replace(library.config, settings=settings))


def _small(library: Library, data: bytes) -> bytes:
    """The cover made small, from where it is kept if it is."""
    path = library.state / f"cover-{sha256(data).hexdigest()[:16]}.jpg"
    with suppress(OSError):
        return path.read_bytes()
    small = thumbnail(data)
    write(path, small)
    for old in library.state.glob("cover-*.jpg"):
        if old != path:
            old.unlink(missing_ok=True)
    return small
