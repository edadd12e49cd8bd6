"""The first look at a source: which article it is, and what is to be made of it."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from narrate import forms
from narrate.fetch import Raw, load
from narrate.library.artwork import artwork
from narrate.library.compare import (
    addressed,
    identity,
    page_hash,
    script_hash,
    text_hash,
    unchanged,
)
from narrate.library.index import Index
from narrate.library.place import Library
from narrate.library.record import Compared, Record
from narrate.model import Metadata
from narrate.reading import article_from

News = Literal["new", "unchanged", "removed"]
_SAVED = "article.json"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a source turned out to be."""

    source: str
    identity: str
    compared: Compared
    news: News
    slug: str | None = None
    """Of the episode that it is already."""
    saved: Path | None = None
    """The article, saved so that nothing is fetched twice."""
    artwork: str | None = None
    """Its picture, where directories take it as a cover."""


@dataclass(frozen=True, slots=True)
class Look:
    """A source to be looked at, in whichever process."""

    source: str
    library: Library
    settings: str
    """The hash of the settings."""
    folder: Path
    """Of its own, for what is made of it."""
    again: bool = False
    """Whether it is narrated even if nothing changed."""
    loaded: Raw | None = None
    """What the source holds, where somebody has asked for it already."""

    def title(self) -> str:
        """What it is called when it has to be reported."""
        return self.source

    def run(self) -> Seen:
        """Read the source; raises NarrateError, which names it, where that can't be done."""
        private = self.library.config.reading.allow_private
        raw = self.loaded or load(self.source, allow_private=private)
        with self.library.looked_at() as index:
            return self._of(raw, index)

    def _of(self, raw: Raw, index: Index) -> Seen:
        page = page_hash(raw.body, raw.url)
        compared = Compared(page, settings=self.settings)
        for record in index.of_page(page):
            if self._needs_nothing(record, compared):
                return Seen(self.source, record.identity, compared, _news(record), record.slug)
        metadata, text, saved = self._read(raw)
        name = identity(metadata, raw.url, self.source)
        compared = Compared(page, text, self.settings)
        known = index.of(name)
        if known is not None and self._needs_nothing(known, compared):
            return Seen(self.source, name, compared, _news(known), known.slug)
        self.folder.mkdir()
        path = self.folder.with_name(f"{self.folder.name}-{_SAVED}")
        path.write_bytes(saved)
        slug, picture = known.slug if known else None, self._artwork(metadata.image, raw)
        return Seen(self.source, name, compared, "new", slug, path, picture)

    def _artwork(self, image: str | None, raw: Raw) -> str | None:
        """The article's picture, where it may be an episode's; not asked for by what is offline."""
        if not image or raw.url is None:
            return None
        return artwork(image, allow_private=self.library.config.reading.allow_private)

    def _needs_nothing(self, record: Record, now: Compared) -> bool:
        same = record.state == "published" and unchanged(record.compared, now)
        return record.state == "removed" or (same and not self.again)

    def _read(self, raw: Raw) -> tuple[Metadata, str, bytes]:
        """What is known of the article, the hash of its text, and the article as JSON."""
        if raw.is_json:
            record = forms.parse(raw.body.decode("utf-8-sig", "replace"), raw.source)
            if "segments" in record:
                return _scripted(record), script_hash(record), raw.body
        article = article_from(raw)
        metadata = addressed(article.metadata, raw.url)
        placed = forms.article_json(replace(article, metadata=metadata))
        saved = json.dumps(placed, ensure_ascii=False)
        return metadata, text_hash(article), saved.encode("utf-8", "replace")


def _scripted(record: dict[str, Any]) -> Metadata:
    """As much of a script's metadata as it takes to know it again; its form is checked later."""
    told = record.get("metadata")
    known = told if isinstance(told, dict) else {}
    url = known.get("url")
    return Metadata(str(known.get("title") or ""), url=url if isinstance(url, str) else None)


def _news(record: Record) -> News:
    return "removed" if record.state == "removed" else "unchanged"
