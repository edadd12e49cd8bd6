"""Episodes on the disk: found by their sound, their manifest or their folder, and given a page."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

from narrate.errors import PublishError
from narrate.publish.atomic import Data, replacing, write
from narrate.publish.beside import TIMELINE, beside
from narrate.publish.narration import Narration
from narrate.publish.readback import read_timeline

from .addresses import Addresses, absolute
from .assets import assets
from .frame import frame_page
from .oembed import oembed
from .page import page

IN_A_LIBRARY = "episode.json"
_LARGEST = 100_000_000
"""Bytes of a manifest: some 200 hours of speech."""
PLAYER = "player/"


@dataclass(frozen=True, slots=True)
class Episode:
    """A narrated article on the disk."""

    manifest: Path
    narration: Narration

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.manifest.parent

    def files(self) -> Mapping[str, Path]:
        """The files that the manifest tells of and that lie beside it, and it, by their names."""
        links, audio = self.narration.links, self.narration.audio
        told = [getattr(links, field.name) for field in fields(links)]
        names = [audio.url if audio else None, *told]
        known = {name: self.folder / unquote(name) for name in names if name and _is_plain(name)}
        own = {name: path for name, path in known.items() if path.is_file()}
        return {self.manifest.name: self.manifest, **own}


def _is_plain(address: str) -> bool:
    """Whether an address names a file of the same folder."""
    name = unquote(address)
    return not any(mark in name for mark in "/\\:?#\0") and name not in {"", ".", ".."}


def load(path: Path) -> Episode:
    """The episode that a path stands for: a file of sound, a manifest, or a folder with one.

    Raises PublishError where there is none.
    """
    manifest = _manifest(path)
    try:
        narration = read_timeline(_text(manifest))
    except PublishError as error:
        raise PublishError(error.what, subject=str(manifest), mend=error.mend) from error
    if narration.audio is None:
        what = "doesn't tell of its file of sound"
        raise PublishError(what, subject=str(manifest), mend="convert the article anew")
    return Episode(manifest, narration)


def _text(manifest: Path) -> str:
    try:
        size = manifest.stat().st_size
        data = manifest.read_bytes() if size <= _LARGEST else b""
    except OSError as error:
        mend = "convert the article first"
        raise PublishError(f"can't be read: {error.strerror}", mend=mend) from error
    if size > _LARGEST:
        raise PublishError("is too large for a timeline")
    return data.decode("utf-8", "replace")


def _manifest(path: Path) -> Path:
    if path.is_dir():
        found = [path / IN_A_LIBRARY] if (path / IN_A_LIBRARY).is_file() else []
        found = found or sorted(path.glob(f"*{TIMELINE}"))
        if len(found) == 1:
            return found[0]
        what = "has several episodes" if found else "has no episode"
        raise PublishError(what, subject=str(path), mend="name its file of sound or its timeline")
    if path.suffix == ".json":
        return path
    lying = beside(path).timeline
    if lying is not None and lying.is_file():
        return lying
    other = path.with_name(IN_A_LIBRARY)
    return other if other.is_file() or lying is None else lying


def addresses(episode: Episode, base: str | None, player: str | None = None) -> Addresses:
    """Where all of an episode lies, given where its folder will be on the web.

    Without that, addresses are relative to the folder.
    """
    folder = "" if base is None else _folder(absolute(base, "the episode"))
    names = Names.of(episode.manifest)
    return Addresses(
        manifest=folder + quote(episode.manifest.name, safe=""),
        player=_folder(player) if player else folder + PLAYER,
        page=folder + quote(names.page, safe="") if folder else None,
        frame=folder + quote(names.frame, safe="") if folder else None,
        oembed=folder + quote(names.oembed, safe="") if folder else None,
    )


def _folder(address: str) -> str:
    return address if address.endswith("/") else f"{address}/"


@dataclass(frozen=True, slots=True)
class Names:
    """What an episode's pages are called: never like the article's own HTML beside it."""

    page: str
    frame: str
    oembed: str

    @classmethod
    def of(cls, manifest: Path) -> "Names":
        """The names that go with a manifest's."""
        if manifest.name == IN_A_LIBRARY:
            return cls("index.html", "frame.html", "oembed.json")
        stem = manifest.name.removesuffix(TIMELINE).removesuffix(".json")
        return cls(f"{stem}.page.html", f"{stem}.frame.html", f"{stem}.oembed.json")


def write_page(
    episode: Episode, target: Path, base: str | None = None, player: str | None = None
) -> list[Path]:
    """Write an episode's page, and what it needs beside it; all files that were written.

    In another folder than the episode's, the episode's files are copied there. With `base`, the
    address of that folder on the web, the page for frames and the oEmbed document are written
    too; with `player`, the address of the player's files, these are not copied.
    Raises PublishError where one can't be written.
    """
    where, told = addresses(episode, base, player), episode.narration
    local = addresses(episode, None, player)
    texts: dict[str, Data] = {}
    if base is not None:
        names = Names.of(episode.manifest)
        where = replace(where, page=urljoin(where.manifest, quote(target.name, safe="")))
        texts[names.frame] = frame_page(told, replace(local, page=where.page))
        texts[names.oembed] = oembed(told, where)
    told_of = replace(local, page=where.page, frame=where.frame, oembed=where.oembed)
    texts[target.name] = page(told, told_of)
    if player is None:
        texts = {PLAYER + name: data for name, data in assets().items()} | texts
    written = _copied(episode, target.parent)
    for name, data in texts.items():
        path = target.parent / name
        _make(path.parent)
        write(path, data)
        written.append(path)
    return written


def _copied(episode: Episode, folder: Path) -> list[Path]:
    """Copy an episode's files, where the folder is another than its own."""
    _make(folder)
    if folder.resolve() == episode.folder.resolve():
        return []
    for name, path in episode.files().items():
        with replacing(folder / unquote(name)) as copy, path.open("rb") as file:
            shutil.copyfileobj(file, copy, 1 << 20)
    return [folder / unquote(name) for name in episode.files()]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"can't be made a folder: {error.strerror}"
        raise PublishError(what, subject=str(folder)) from error
