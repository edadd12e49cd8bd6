"""What a preview gives out: the page, the episode and the player, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from narrate.embed import Addresses, element, head, page
from narrate.embed.assets import assets
from narrate.embed.episode import Episode
from narrate.model import Page
from narrate.server.local import Resource

from .document import document

_OURS = "/narrate-preview/"
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".srt": "application/x-subrip",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_BESIDE = {".avif", ".css", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".webp", ".woff", ".woff2"}
"""What a page on the disk may have from its own folder: pictures, styles and fonts."""

_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; media-src 'self'; "
    "style-src http: https: 'unsafe-inline'; img-src http: https: data:; "
    "font-src http: https: data:; form-action 'none'; frame-ancestors 'none'"
)
"""Of the publisher's page: only our script runs, and only this server is asked for data. Its
pictures, styles and fonts come from wherever it says."""


@dataclass(frozen=True)
class Preview:
    """One article, to be looked at."""

    page: Page
    episode: Episode
    address: str
    """Where it is served, without a slash at the end."""

    def __call__(self, path: str) -> Resource | None:
        """What is found under a path."""
        if path == "/":
            return self._first()
        if path.startswith(_OURS):
            return self._ours(path.removeprefix(_OURS))
        return self._beside(path)

    def _first(self) -> Resource:
        """The article's own page; the stand-alone one where it has none, as Markdown."""
        told = self.episode.narration
        kind = _TYPES[".html"]
        if self.page.media_type != "text/html":
            text = page(told, replace(self._addresses, player=f"{_OURS}player/"))
            return Resource(text.encode(), kind)
        markup = element(told, self._addresses) + head(self._addresses)
        return Resource(
            document(self.page, told, markup), kind, {"Content-Security-Policy": _POLICY}
        )

    @property
    def _addresses(self) -> Addresses:
        """Whole addresses: relative ones would start from the publisher's own."""
        ours = self.address + _OURS
        return Addresses(ours + quote(self.episode.manifest.name), f"{ours}player/")

    def _ours(self, name: str) -> Resource | None:
        files = self.episode.files()
        if name in {path.name for path in files.values()}:
            return _resource(self.episode.folder / name)
        made = assets() if name.startswith("player/") else {}
        data = made.get(name.removeprefix("player/"))
        return None if data is None else Resource(data, _TYPES[Path(name).suffix])

    def _beside(self, path: str) -> Resource | None:
        """A picture or style in the folder of a page on the disk, and in no other."""
        source = Path(self.page.source)
        if self.page.url is not None or not source.is_file():
            return None
        folder = source.resolve().parent
        wanted = folder.joinpath(*_names(path))
        try:
            real = wanted.resolve()
        except (OSError, ValueError):
            return None
        inside = real.is_relative_to(folder) and real.suffix.lower() in _BESIDE
        return _resource(real) if inside and real.is_file() else None


def _names(path: str) -> Iterator[str]:
    """The parts of a path; none of those that lead elsewhere."""
    parts = path.replace("\\", "/").split("/")
    return (part for part in parts if part and not part.startswith(".") and "\0" not in part)


def _resource(path: Path) -> Resource | None:
    kind = _TYPES.get(path.suffix.lower())
    return Resource(path, kind) if kind and path.is_file() else None
