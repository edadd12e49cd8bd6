"""The content-security policy of the pages that are made here."""

from urllib.parse import urlsplit

from .addresses import safe


def policy(*addresses: str) -> str:
    """The policy of a page that refers to these addresses: its own host, and nothing else.

    A host is named only where an address is absolute.

    >>> policy("episode.json", "https://cdn.example/player/").split("; ")[1]
    "script-src 'self' https://cdn.example"
    """
    parts = [urlsplit(safe(address)) for address in addresses]
    hosts = sorted({f"{part.scheme or 'https'}://{part.netloc}" for part in parts if part.netloc})
    own = " ".join(("'self'", *hosts))
    kinds = ("script-src", "style-src", "media-src", "connect-src")
    rules = ["default-src 'none'", *(f"{kind} {own}" for kind in kinds)]
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])
