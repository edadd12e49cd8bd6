"""Ways into a page: an element, a frame, oEmbed, JSON-LD, and a page of its own.

Each is a pure function of an episode's `Narration` and of `Addresses`; `assets.py` has the files
that they refer to, and `episode.py` alone touches the disk. What an article says is escaped where
it is put into HTML, and nothing here needs more than
`default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; connect-src 'self'`.
"""

from .addresses import Addresses
from .element import element, head
from .frame import frame_page, frame_tag
from .jsonld import json_ld, json_ld_script
from .oembed import discovery, oembed
from .page import page

__all__ = [
    "Addresses",
    "discovery",
    "element",
    "frame_page",
    "frame_tag",
    "head",
    "json_ld",
    "json_ld_script",
    "oembed",
    "page",
]
