"""Which article a source is, and whether it has to be narrated again.

Compared is what would be read aloud and told, and what the settings say of voice and sound. That a
newer narrate would say a number otherwise is no reason: an archive isn't narrated again because
of an upgrade, unless somebody asks for it.
"""

from collections.abc import Iterator
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from narrate import cache
from narrate.config import Config
from narrate.library.record import Compared
from narrate.model import Article, Metadata

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")
_DEFAULT_PORTS = {("http", 80), ("https", 443)}


def identity(metadata: Metadata, url: str | None, source: str) -> str:
    """What an article is known by: its canonical address, or where it came from.

    A page that names the site's front page as its own address is known by where it was fetched:
    some sites say so on every page. What comes through standard input is known by its title.

    >>> identity(Metadata("Rain", url="HTTPS://News.example:443/rain?utm_source=x#top"), None, "-")
    'https://news.example/rain'
    """
    if known := canonical(addressed(metadata, url).url or "") or canonical(url or ""):
        return known
    if source == "-":
        return f"title:{metadata.title}"
    return f"file:{Path(source).resolve().as_posix()}"


def addressed(metadata: Metadata, url: str | None) -> Metadata:
    """The same with where it was fetched, where a page names the front page as its own address."""
    named, fetched = canonical(metadata.url or ""), canonical(url or "")
    misnamed = named and fetched and _is_front(named) and not _is_front(fetched)
    return replace(metadata, url=fetched) if misnamed else metadata


def canonical(url: str) -> str:
    """An http(s) address in the form in which it is compared; empty where it is none."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").lower()
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    scheme = parts.scheme.lower()
    place = f"[{host}]" if ":" in host else host
    if port and (scheme, port) not in _DEFAULT_PORTS:
        place += f":{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in pairs if not pair[0].lower().startswith(_TRACKING)])
    return urlunsplit((scheme, place, parts.path or "/", query, ""))


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def page_hash(body: bytes, url: str | None) -> str:
    """Of a source's bytes, and of where they came from."""
    return sha256(f"{url}\n".encode() + body).hexdigest()


def text_hash(article: Article) -> str:
    """Of what is read aloud of an article, and of what the feed tells of it."""
    told = replace(article.metadata, modified=None, free=None)
    read = [asdict(replace(one, anchor=None)) for one in article.blocks if one.omitted is None]
    return cache.key("text", asdict(told), read)


def settings_hash(config: Config) -> str:
    """Of what the settings say of voice and sound, with the contents of the files they name."""
    reading, settings = config.reading, config.settings
    voice = (reading.voice, reading.rate, reading.pitch, asdict(reading.frame))
    names = ("bitrate", "sample_rate", "quality", "text_by")
    sound = {name: getattr(settings, name) for name in names}
    files = [sha256(data).hexdigest() for path in config.sources for data in _contents(path)]
    return cache.key("settings", voice, sound, config.formats, files)


def _contents(path: Path) -> Iterator[bytes]:
    """Of a file, or of the files of a folder."""
    paths = sorted(path.iterdir()) if path.is_dir() else [path]
    for one in paths:
        if one.is_file():
            yield one.read_bytes()


def unchanged(known: Compared, now: Compared) -> bool:
    """Whether there is nothing to narrate again; a page whose markup alone changed has nothing."""
    same = known.page == now.page or bool(now.text and known.text == now.text)
    return same and known.settings == now.settings


def script_hash(record: dict[str, Any]) -> str:
    """Of a script that somebody edited: all of it counts."""
    return cache.key("script", record)
