"""What a source holds before anyone has looked at it, and how much of it is taken."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one source is followed before it is given up."""

    bytes: int = 25_000_000
    """Bytes of the page, counted after decompression."""
    seconds: float = 30.0
    """Seconds in all: names looked up, redirects followed, the last byte read."""
    connect: float = 10.0
    """Seconds for one look-up of a name, and for one connection with its TLS handshake."""
    redirects: int = 5
    """How many are followed."""


DEFAULT_LIMITS = Limits()


def media_type(content_type: str | None) -> str | None:
    """The media type that a Content-Type header names, in lower case; None when it names none.

    >>> media_type("Text/HTML; charset=utf-8"), media_type("text/html, text/html"), media_type("")
    ('text/html', 'text/html', None)
    """
    # Proxies join a header that was sent twice with a comma.
    return (content_type or "").replace(",", ";").partition(";")[0].strip().lower() or None


@dataclass(frozen=True, slots=True)
class Raw:
    """A source as bytes, not yet decoded."""

    body: bytes
    source: str
    """The name the user gave: a path, an address, or `-`."""
    content_type: str | None = None
    """The server's Content-Type header; None for a file and for standard input."""
    url: str | None = None
    """The address it finally came from; None for a file and for standard input."""

    @property
    def media_type(self) -> str | None:
        """What the server calls it; None for a file and where the server says nothing."""
        return media_type(self.content_type)

    @property
    def is_json(self) -> bool:
        """Whether it opens as a JSON object or a list of objects: an earlier stage's output.

        >>> Raw(b' {"title": "Rain"}', "-").is_json
        True
        >>> Raw(b"[Rain](https://example.org) fell.", "notes.md").is_json
        False
        """
        # 1 KB is enough: what counts is the first two characters that are not space.
        start = b"".join(self.body[:1024].removeprefix(b"\xef\xbb\xbf").split())
        return start.startswith((b'{"', b"{}", b'[{"'))
