"""What is wrong with a feed before its first element: how it is written, what its names mean."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from narrate.feed.check import values as v
from narrate.feed.check.finding import Finding
from narrate.feed.check.tags import PREFIXES

_UTF8 = ("utf-8", "us-ascii", "ascii")
_OURS = {prefix.removesuffix(":"): uri for uri, prefix in reversed(PREFIXES.items())}


def of_root(root: Any, where: str) -> Iterator[Finding]:
    """What is wrong with the document as one."""
    encoding = root.getroottree().docinfo.encoding or "utf-8"
    if encoding.lower() not in _UTF8:
        what = f"it is written in {encoding}"
        yield Finding(where, what, "write it in UTF-8, as Apple asks", "advice", 1)
    if root.get("version") != "2.0":
        what = f"it says that it is RSS {v.shown(root.get('version') or '')}"
        yield Finding(where, what, 'write <rss version="2.0">', line=root.sourceline)
    for extra in list(root.iterchildren(etree.Element))[1:]:
        what = f"a <{etree.QName(extra).localname}> stands behind the first <channel>"
        mend = "put all episodes into one channel; apps read no other"
        yield Finding(where, what, mend, line=extra.sourceline)
    yield from _misnamed(root, where)


def _misnamed(root: Any, where: str) -> Iterator[Finding]:
    """Prefixes that stand for another namespace than everybody takes them for."""
    spaces = {pair for node in root.iter(etree.Element) for pair in node.nsmap.items()}
    for prefix, uri in sorted((prefix or "", uri) for prefix, uri in spaces):
        if prefix in _OURS and uri not in PREFIXES:
            what = f"the prefix {prefix} stands for {v.shown(uri)}, which no app knows"
            yield Finding(where, what, f'write xmlns:{prefix}="{_OURS[prefix]}"', line=1)
