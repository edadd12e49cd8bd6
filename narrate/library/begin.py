"""The beginning of a library: a folder with its settings."""

from pathlib import Path

from narrate.config import NAME, config
from narrate.config.template import Given, template
from narrate.errors import PublishError
from narrate.feed.guid import channel_guid
from narrate.feed.model import FEED
from narrate.publish.atomic import write


def begin(folder: Path, given: Given) -> Path:
    """Write the settings of a new library, checked first; where they are.

    The feed's identity is made from its address, once. Raises ConfigError for a value that is
    wrong, PublishError where the file can't be written.
    """
    known = dict(given)
    address = str(known.get(("", "address"), "")).rstrip("/") + "/"
    known[("", "address")] = address
    known.setdefault(("", "guid"), channel_guid(address + FEED))
    text = template(known)
    config(text, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"can't be made a folder: {error.strerror}"
        raise PublishError(what, subject=str(folder)) from error
    path = folder / NAME
    write(path, text)
    return path
