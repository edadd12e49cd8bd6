"""What there is to look at in a folder, in a feed or beside a file, and all of it looked at."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from narrate.audit.credentials import credential_checks
from narrate.audit.episode import episode_checks, manifest_of
from narrate.audit.feeds import Entry, entries, feed_checks, json_checks, read_feed
from narrate.audit.manifest import read_manifest
from narrate.audit.oembed import oembed_checks
from narrate.audit.pages import Page, page_checks, read_page, refers_to
from narrate.audit.report import Check, Report, report
from narrate.audit.sound import SUFFIXES
from narrate.audit.words import Notices
from narrate.errors import ConfigError, FetchError
from narrate.fetch import is_url
from narrate.fetch.files import read_file
from narrate.fetch.raw import Limits

PAGES = (".html", ".htm")
FEEDS = (".xml", ".rss")

_LIMITS = Limits(bytes=500_000_000, seconds=120)
_MOST_PAGES = 100
_OK = 200
_EPISODES = "episodes"
_UNSIGNABLE = (".opus", ".ogg")
"""Files that have no place for content credentials."""
_INDEX = "index.html"
"""The page of a feed."""
_NAMES = {
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/srt": ".srt",
    "application/json": ".transcript.json",
}
"""What transcripts are called beside their sound, by media type."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How far an audit goes."""

    signed: bool = False
    """Whether every sound file that can has to carry content credentials; a library whose
    settings name a signer asks for it by itself."""
    files: int = 10
    """Sound files of a feed on the web that are fetched."""
    allow_private: bool = False
    """Whether addresses inside a network are asked too."""


def audit(subjects: tuple[str, ...], wanted: Wanted | None = None) -> Report:
    """Look at every surface of these folders, feeds and files.

    Raises ConfigError or FetchError where one of them is nothing that can be looked at.
    """
    how = wanted or Wanted()
    return report(check for subject in subjects for check in _checks(subject, how))


def _checks(subject: str, wanted: Wanted) -> Iterator[Check]:
    path = Path(subject)
    if is_url(subject):
        yield from _served(subject, wanted)
    elif path.is_dir():
        yield from _folder(path, wanted)
    elif path.suffix.lower() in SUFFIXES:
        _there(path)
        yield from _sound(path, path.name, wanted)
    elif path.suffix.lower() in FEEDS:
        yield from _feed(read_file(subject, _LIMITS).body, subject)
    elif path.suffix.lower() in PAGES:
        _there(path)
        yield from _page(path, path.name, None)
    else:
        raise ConfigError(
            "is nothing that can be audited",
            subject=subject,
            mend="name a folder, a feed, a page or a sound file",
        )


def _there(path: Path) -> None:
    """Raises FetchError where there is no such file."""
    if not path.is_file():
        read_file(str(path), _LIMITS)


def _folder(folder: Path, wanted: Wanted) -> Iterator[Check]:
    """The feeds of a folder, then its sound files in the order of their names, each whole."""
    sounds = [path for path in _files(folder) if path.suffix.lower() in SUFFIXES]
    feeds = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in FEEDS]
    channels = [path for path in feeds if read_feed(path.read_bytes()) is not None]
    if not sounds and not channels:
        raise FetchError("there is no sound file and no feed in it", subject=str(folder))
    for path in channels:
        yield from _feed(path.read_bytes(), path.name)
        other = path.with_suffix(".json")
        if other.is_file():
            yield from json_checks(other.read_bytes(), other.name)
    if channels and (folder / _INDEX).is_file():
        yield from _page(folder / _INDEX, _INDEX, None)
    wanted = _as_settled(folder, wanted)
    for path in sounds:
        subject = path.relative_to(folder).as_posix()
        in_library = bool(channels) and subject.startswith(f"{_EPISODES}/")
        yield from _sound(path, subject, wanted, paged=in_library)


def _as_settled(folder: Path, wanted: Wanted) -> Wanted:
    """With signatures asked for where the library's settings name a signer."""
    from narrate.config import NAME, load

    settled = (folder / NAME).is_file() and load(folder).settings.signing is not None
    return replace(wanted, signed=wanted.signed or settled)


def _files(folder: Path) -> list[Path]:
    """All files of a folder and the folders in it, but for hidden ones."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        path
        for path in found
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _feed(document: bytes, name: str) -> Iterator[Check]:
    channel = read_feed(document)
    if channel is None:
        raise ConfigError("is no RSS feed", subject=name)
    yield from feed_checks(channel, Path(name).name)


def _sound(path: Path, subject: str, wanted: Wanted, *, paged: bool = False) -> Iterator[Check]:
    """A sound file, what lies beside it, and the pages that play it: `paged`, at least one."""
    yield from episode_checks(path, subject)
    if wanted.signed and path.suffix.lower() not in _UNSIGNABLE:
        yield from credential_checks(path, subject)
    beside = manifest_of(path)
    names = {path.name} | ({beside.name} if beside else set())
    pages = list(_pages(path, names))
    if paged and not pages:
        what, mend = "no page in its folder plays it", "build the feed anew"
        yield Check(subject, "page", told=False, what=what, mend=mend)
    for page in pages:
        around = subject.split("/")[: -1 if page.parent == path.parent else -2]
        yield from _page(page, "/".join([*around, page.name]), beside)
    for document in (path.with_suffix(".oembed.json"), path.with_name("oembed.json")):
        yield from oembed_checks(document, subject)


def _pages(path: Path, names: set[str]) -> Iterator[Path]:
    """The pages in the sound's folder that play it.

    In a library, those of an edition that took the place of another stay in the folder above.
    """
    folder = path.parent
    folders = (folder, folder.parent) if folder.name.isdecimal() else (folder,)
    found = (sorted(each.iterdir()) for each in folders)
    pages = [one for each in found for one in each if one.suffix.lower() in PAGES]
    for page in pages[:_MOST_PAGES]:
        root = read_page(page)
        if root is not None and refers_to(root, names):
            yield page


def _page(path: Path, subject: str, beside: Path | None) -> Iterator[Check]:
    root = read_page(path)
    if root is None:
        raise ConfigError("can't be read as a page", subject=str(path))
    text = beside.read_bytes().decode("utf-8", "replace") if beside else ""
    manifest = read_manifest(text) if beside else None
    notices, term = Notices(), None
    if manifest:
        notices = Notices((manifest.notice,), manifest.language)
        term = manifest.source_type.rpartition("/")[2] or None
    yield from page_checks(Page(subject, root, notices, term))


def _served(url: str, wanted: Wanted) -> Iterator[Check]:
    """A feed on the web, and the sound files and transcripts of its newest episodes."""
    channel = read_feed(_get(url, wanted))
    if channel is None:
        raise ConfigError("is no RSS feed", subject=url)
    name = urlsplit(url).path.rpartition("/")[2] or url
    yield from feed_checks(channel, name)
    for entry in list(entries(channel, name))[: wanted.files]:
        yield from _fetched(entry, url, wanted)


def _fetched(entry: Entry, feed: str, wanted: Wanted) -> Iterator[Check]:
    """An episode's sound and transcripts, fetched into a folder and looked at there."""
    with tempfile.TemporaryDirectory(prefix="narrate-") as folder:
        suffix = Path(urlsplit(entry.sound).path).suffix.lower()
        path = Path(folder, f"audio{suffix if suffix in SUFFIXES else '.mp3'}")
        files = [(path, entry.sound)]
        files += [
            (path.with_suffix(_NAMES[kind]), address)
            for kind, address in entry.transcripts
            if kind in _NAMES
        ]
        for target, address in files:
            try:
                target.write_bytes(_get(urljoin(feed, address), wanted))
            except FetchError as error:
                yield Check(entry.subject, "sound", told=False, what=str(error))
                return
        yield from episode_checks(path, entry.subject, alone=True)
        if wanted.signed:
            yield from credential_checks(path, entry.subject)


def _get(url: str, wanted: Wanted) -> bytes:
    from narrate.fetch.web import get

    response = get(url, limits=_LIMITS, allow_private=wanted.allow_private)
    if response.status != _OK:
        raise FetchError(f"the server answered {response.status}", subject=url)
    return response.body
