"""An episode's lasting addresses: its manifest and its page, which show the present edition.

The files of an edition never change under their addresses. The manifest and the page do: a
player in somebody's page, and a link that somebody sent, go on to the edition that counts.
"""

import json
from pathlib import Path
from typing import Any

from narrate.errors import PublishError
from narrate.library.place import Library
from narrate.library.record import MANIFEST, Record
from narrate.publish.atomic import write
from narrate.publish.timeline import Links, moved

_OWN = ("captions", "words", "subtitles", "transcript", "chapters")


def faces(library: Library, record: Record) -> dict[str, str]:
    """The texts of the files at an episode's lasting addresses, by their names.

    Raises PublishError where the edition's own manifest is damaged.
    """
    path = library.place(record.slug) / record.within / MANIFEST
    text = _text(path)
    return {MANIFEST: _outside(text, record.within, path) if record.within else text}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path) from error


def _outside(text: str, within: str, path: Path) -> str:
    """The manifest as it stands one folder further out."""
    try:
        document: dict[str, Any] = json.loads(text)
        links = {name: within + value for name, value in document["links"].items() if name in _OWN}
        return moved(text, within + document["audio"]["url"], Links(**links))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> PublishError:
    return PublishError(
        "the manifest is missing or damaged",
        subject=str(path),
        mend="narrate the article again: narrate feed add DIR SOURCE --again",
    )


def show(library: Library, record: Record) -> None:
    """Bring the files at an episode's lasting addresses in step with its record."""
    folder = library.place(record.slug)
    for name, text in faces(library, record).items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            write(path, text)
