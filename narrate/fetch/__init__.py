"""From the name of a source to its page: a file, an address of the web, or standard input.

`fetch` is `decode` after `load`; a caller that wants to see what a source holds before it
is taken for a page calls the two itself. `narrate.fetch.web.get` is one bounded and checked
request, and the only way in which narrate opens a connection; it stands apart because what
it needs takes a tenth of a second to import, which no file should cost.
"""

from narrate.fetch.files import read_file, read_stdin
from narrate.fetch.raw import DEFAULT_LIMITS, Limits, Raw
from narrate.model import Page

__all__ = ["DEFAULT_LIMITS", "Limits", "Raw", "decode", "fetch", "is_url", "load"]


def fetch(source: str, *, limits: Limits = DEFAULT_LIMITS, allow_private: bool = False) -> Page:
    """Read a source: the path of a file, an http(s) address, or `-` for standard input.

    Raises FetchError, in words for the person who named the source, when it can't be read,
    is larger or slower than `limits` allow, or holds no text.
    """
    return decode(load(source, limits=limits, allow_private=allow_private))


def decode(raw: Raw) -> Page:
    """Turn a source into a page; raises FetchError for what is no page.

    See `narrate.fetch.decoding`, which is loaded when it is first needed.
    """
    from narrate.fetch import decoding

    return decoding.decode(raw)


def load(source: str, *, limits: Limits = DEFAULT_LIMITS, allow_private: bool = False) -> Raw:
    """Read a source's bytes, and leave open what they are.

    Raises FetchError as `fetch` does, but for what shows only in the decoding.
    """
    if source == "-":
        return read_stdin(limits)
    if is_url(source):
        from narrate.fetch.page import load_page

        return load_page(source, limits, allow_private=allow_private)
    return read_file(source, limits)


def is_url(source: str) -> bool:
    r"""Whether a source is meant as an address, of whatever kind; `C:\page.html` is not.

    >>> is_url("https://example.org/"), is_url("ftp://example.org"), is_url("notes: today.txt")
    (True, True, False)
    """
    scheme, mark, _ = source.strip().partition("://")
    return bool(mark) and scheme.isascii() and scheme.isalnum() and len(scheme) > 1
