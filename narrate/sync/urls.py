"""Addresses without what counts clicks and names no other page."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_COUNTING = frozenset({
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid",
    "ref_src", "at_medium", "at_campaign", "xtor", "wt_mc",
})  # fmt: skip
_PREFIXES = ("utm_", "pk_", "mtm_", "at_custom")


def key(url: str) -> str:
    """An address as it is remembered.

    >>> key("https://News.example:443/a?id=7&utm_source=rss#top")
    'https://news.example/a?id=7'
    """
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _counts(name)]
    # An address without counters stays letter for letter: encoding anew could change it.
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, _host(parts.netloc, parts.scheme), parts.path, query, ""))


def _counts(name: str) -> bool:
    return name.lower() in _COUNTING or name.lower().startswith(_PREFIXES)


def _host(netloc: str, scheme: str) -> str:
    usual = {"http": ":80", "https": ":443"}.get(scheme, "")
    return netloc.lower().removesuffix(usual) if usual else netloc.lower()


def is_front(url: str) -> bool:
    """Whether it is a site's front page, which is no article.

    >>> is_front("https://news.example/"), is_front("https://news.example/?p=7")
    (True, False)
    """
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def host(url: str) -> str:
    """Whose patience a request for it costs."""
    return urlsplit(url).netloc.lower()
