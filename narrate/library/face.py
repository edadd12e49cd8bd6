"""An episode's lasting addresses: its manifest and its pages, which show the present edition.

The files of an edition never change under their addresses. The manifest and the pages do: a
player in somebody's page, and a link that somebody sent, go on to the edition that counts.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from narrate.embed import Addresses, frame_page, oembed, page
from narrate.embed.assets import assets
from narrate.embed.episode import PLAYER
from narrate.errors import PublishError
from narrate.library.place import Library
from narrate.library.record import FRAME, MANIFEST, OEMBED, PAGE, Record, folder_url
from narrate.publish.atomic import write
from narrate.publish.narration import Links
from narrate.publish.readback import read_timeline
from narrate.publish.timeline import moved

_OWN = ("captions", "words", "subtitles", "transcript", "chapters")


def faces(library: Library, record: Record, edition: Path) -> dict[str, str]:
    """The texts of the files at an episode's lasting addresses, by their names.

    `edition` is the folder in which its edition's files lie now. Raises PublishError where the
    edition's own manifest is damaged.
    """
    text = _outside(edition / MANIFEST, record.within)
    folder = folder_url(library.config.channel.address, record.slug)
    lasting = {"page": folder, "frame": folder + FRAME, "oembed": folder + OEMBED}
    near = Addresses(MANIFEST, f"../../{PLAYER}", **lasting)
    far = Addresses(folder + MANIFEST, library.config.channel.address + PLAYER, **lasting)
    told = read_timeline(text)
    return {
        MANIFEST: text,
        FRAME: frame_page(told, near),
        OEMBED: oembed(told, far),
        PAGE: page(told, near),
    }


def _outside(path: Path, within: str) -> str:
    """An edition's manifest as it stands in the episode's folder."""
    try:
        text = path.read_text("utf-8")
        if not within:
            return text
        document: dict[str, Any] = json.loads(text)
        links = {name: within + value for name, value in document["links"].items() if name in _OWN}
        return moved(text, within + document["audio"]["url"], Links(**links))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(
            "the manifest is missing or damaged",
            subject=str(path),
            mend="narrate the article again: narrate feed add DIR SOURCE --again",
        ) from error


def show(library: Library, record: Record) -> bool:
    """Bring the files at an episode's lasting addresses in step; whether any had to be written.

    Raises PublishError where that can't be done.
    """
    folder = library.place(record.slug)
    texts = faces(library, record, folder / record.within)
    return bool(put_there(folder, {name: text.encode() for name, text in texts.items()}))


def put_there(folder: Path, texts: Mapping[str, bytes]) -> list[str]:
    """Write the files whose bytes are others than those that are there; their names."""
    changed = []
    for name, data in texts.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, data)
            changed.append(name)
    return changed


def put_player(library: Library) -> list[str]:
    """Bring the player's files, which all pages share, in step with this version of narrate."""
    return put_there(library.folder, {PLAYER + name: data for name, data in assets().items()})
