"""oEmbed 1.0 (https://oembed.com): how other sites show the player by its page's address."""

import json

from narrate.feed.markup import quoted
from narrate.publish.narration import Narration
from narrate.publish.plain import encodable, one_line

from .addresses import Addresses, absolute
from .frame import HEIGHT, WIDTH, frame_tag
from .jsonld import host

_CACHE = 86_400  # seconds: an episode hardly changes


def oembed(narration: Narration, addresses: Addresses) -> str:
    """The document that answers for an episode's page: of the type `rich`, with the frame in it.

    Raises PublishError where the page or the frame has no absolute address.
    """
    metadata = narration.script.metadata
    page = absolute(addresses.page, "the page")
    document = {
        "version": "1.0",
        "type": "rich",
        "title": one_line(metadata.title),
        "author_name": ", ".join(one_line(name) for name in metadata.authors),
        "provider_name": one_line(metadata.site or ""),
        "provider_url": host(page),
        "cache_age": _CACHE,
        "html": frame_tag(narration, addresses),
        "width": WIDTH,
        "height": HEIGHT,
    }
    stated = {name: value for name, value in document.items() if value != ""}
    return encodable(json.dumps(stated, ensure_ascii=False, indent=1)) + "\n"


def discovery(narration: Narration, addresses: Addresses) -> str:
    """The link in the page's head by which others find that document.

    Raises PublishError where it has no absolute address.
    """
    address = quoted(absolute(addresses.oembed, "the oEmbed document"))
    title = quoted(one_line(narration.script.metadata.title))
    return (
        f'<link rel="alternate" type="application/json+oembed" href="{address}" title="{title}">\n'
    )
