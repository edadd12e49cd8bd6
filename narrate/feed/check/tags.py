"""Which elements a feed has, where they stand, how often, and what they hold.

A row is one element; `tags_for` finds it. Sources: RSS 2.0.11; Apple's podcast RSS
requirements; the Podcasting 2.0 namespace's `docs/tags/`; Podlove Simple Chapters 1.2.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from narrate.feed.check import values as v
from narrate.feed.check.taxonomy import MEDIUMS, ROLES, TRANSCRIPTS
from narrate.feed.check.values import Value
from narrate.feed.rrule import fault as rrule_fault

PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "https://podcastindex.org/namespace/1.0": "podcast:",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast:",
    "http://podlove.org/simple-chapters": "psc:",
}
"""What the namespaces are called here; others are passed over."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What an element may be."""

    parents: tuple[str, ...]
    many: bool = False
    text: Value | None = None
    needs: Mapping[str, Value] = field(default_factory=dict)
    """Attributes that it must have."""
    may: Mapping[str, Value] = field(default_factory=dict)
    """Attributes that are checked where it has them."""


CHANNEL, ITEM, BOTH = ("channel",), ("item",), ("channel", "item")
_LIVE = ("item", "podcast:liveItem")


def _rrule(value: str) -> v.Fault:
    wrong = rrule_fault(value)
    return f"is no rule of recurrence: {wrong}" if wrong else None


_RSS = {
    "title": Tag((*BOTH, "image", "textInput"), text=v.anything),
    "link": Tag((*BOTH, "image", "textInput"), text=v.url),
    "description": Tag((*BOTH, "image", "textInput"), text=v.anything),
    "language": Tag(CHANNEL, text=v.language),
    "pubDate": Tag(BOTH, text=v.date),
    "lastBuildDate": Tag(CHANNEL, text=v.date),
    "copyright": Tag(CHANNEL),
    "image": Tag(CHANNEL),
    "url": Tag(("image",), text=v.picture),
    "guid": Tag(ITEM, text=v.anything, may={"isPermaLink": v.boolean}),
    "enclosure": Tag(ITEM, needs={"url": v.url, "length": v.size, "type": v.media_type}),
    "atom:link": Tag(BOTH, many=True, needs={"href": v.url, "rel": v.anything}),
    "content:encoded": Tag(ITEM, text=v.anything),
}
_ITUNES = {
    "itunes:author": Tag(BOTH, text=v.anything),
    "itunes:category": Tag(("channel", "itunes:category"), many=True, needs={"text": v.anything}),
    "itunes:explicit": Tag(BOTH, text=v.boolean),
    "itunes:image": Tag(BOTH, needs={"href": v.picture}),
    "itunes:owner": Tag(CHANNEL),
    "itunes:name": Tag(("itunes:owner",), text=v.anything),
    "itunes:email": Tag(("itunes:owner",), text=v.email),
    "itunes:type": Tag(CHANNEL, text=v.one_of("episodic", "serial")),
    "itunes:title": Tag(BOTH, text=v.anything),
    "itunes:duration": Tag(ITEM, text=v.duration),
    "itunes:episodeType": Tag(ITEM, text=v.one_of("full", "trailer", "bonus")),
    "itunes:season": Tag(ITEM, text=v.whole),
    "itunes:episode": Tag(ITEM, text=v.whole),
    "itunes:new-feed-url": Tag(CHANNEL, text=v.url),
    **{f"itunes:{name}": Tag(BOTH) for name in ("block", "complete", "subtitle", "summary")},
    **{f"itunes:{name}": Tag(BOTH) for name in ("keywords", "order", "applepodcastsverify")},
}
_PODCAST = {
    "podcast:guid": Tag(CHANNEL, text=v.uuid),
    "podcast:locked": Tag(CHANNEL, text=v.one_of("yes", "no")),
    "podcast:medium": Tag(CHANNEL, text=v.one_of(*MEDIUMS)),
    "podcast:funding": Tag(BOTH, many=True, text=v.short(128), needs={"url": v.url}),
    "podcast:license": Tag(BOTH, text=v.short(128), may={"url": v.url}),
    "podcast:txt": Tag(BOTH, many=True, text=v.short(4000), may={"purpose": v.short(128)}),
    "podcast:updateFrequency": Tag(CHANNEL, text=v.optional(v.short(128)), may={"rrule": _rrule}),
    "podcast:person": Tag(
        (*BOTH, "podcast:liveItem"), many=True, text=v.short(128),
        may={
            "role": v.among([role for roles in ROLES.values() for role in roles]),
            "group": v.among(ROLES), "href": v.url, "img": v.url,
        },
    ),
    "podcast:transcript": Tag(
        _LIVE, many=True, needs={"url": v.url, "type": v.one_of(*TRANSCRIPTS)},
        may={"language": v.language, "rel": v.one_of("captions")},
    ),
    "podcast:chapters": Tag(
        _LIVE, needs={"url": v.url, "type": v.one_of("application/json+chapters")},
    ),
    "podcast:soundbite": Tag(
        ITEM, many=True, text=v.optional(v.short(128)),
        needs={"startTime": v.number, "duration": v.number},
    ),
    "podcast:season": Tag(ITEM, text=v.whole, may={"name": v.short(128)}),
    "podcast:episode": Tag(ITEM, text=v.number, may={"display": v.short(32)}),
    "podcast:contentLink": Tag(_LIVE, many=True, text=v.anything, needs={"href": v.url}),
    "podcast:alternateEnclosure": Tag(
        _LIVE, many=True, needs={"type": v.media_type},
        may={
            "length": v.size, "bitrate": v.number, "lang": v.language, "title": v.short(32),
            "default": v.boolean,
        },
    ),
    "podcast:source": Tag(
        ("podcast:alternateEnclosure",), many=True, needs={"uri": v.uri},
        may={"contentType": v.media_type},
    ),
    "podcast:integrity": Tag(
        ("podcast:alternateEnclosure",),
        needs={"type": v.one_of("sri", "pgp-signature"), "value": v.anything},
    ),
    "podcast:trailer": Tag(
        CHANNEL, many=True, text=v.anything, needs={"url": v.url, "pubdate": v.date},
        may={"length": v.size, "type": v.media_type, "season": v.whole},
    ),
    **{
        f"podcast:{name}": Tag((*BOTH, "podcast:liveItem"), many=True)
        for name in ("location", "value", "socialInteract", "podping", "block", "image", "images",
                     "chat", "podroll", "publisher", "liveItem", "remoteItem")
    },
}  # fmt: skip
_CHAPTERS = {
    "psc:chapters": Tag(ITEM, needs={"version": v.anything}),
    "psc:chapter": Tag(
        ("psc:chapters",), many=True, needs={"start": v.normal_play_time, "title": v.anything},
        may={"href": v.url, "image": v.url},
    ),
}  # fmt: skip

TAGS: dict[str, Tag] = {**_RSS, **_ITUNES, **_PODCAST, **_CHAPTERS}

NESTED = frozenset({
    "podcast:valueRecipient", "podcast:valueTimeSplit", "podcast:remoteItem", "podcast:value",
})  # fmt: skip
"""Elements of the podcast namespace that stand in others, which are passed over."""

NEEDED: dict[str, tuple[tuple[str, str], ...]] = {
    "channel": (
        ("title", "give the feed a title"),
        ("link", "link to the publication's own page"),
        ("description", "say what the feed is about"),
        ("language", "name the language, as en-GB"),
        ("itunes:image", "add a square cover of 1400 to 3000 pixels, JPEG or PNG"),
        ("itunes:category", "name one of Apple's categories, as News"),
        ("itunes:explicit", "say true or false"),
    ),
    "item": (
        ("title", "give the episode a title"),
        ("enclosure", "add its sound file"),
        ("guid", "give it a name that never changes"),
        ("pubDate", "say when it was published"),
    ),
    "podcast:alternateEnclosure": (("podcast:source", "say where the file is"),),
    "itunes:owner": (("itunes:email", "name an address for directories to write to"),),
    "image": (
        ("url", "name the picture's address"),
        ("title", "repeat the feed's title"),
        ("link", "repeat the feed's link"),
    ),
}
"""What must stand in an element."""

ADVISED: dict[str, tuple[tuple[str, str], ...]] = {
    "channel": (
        ("itunes:author", "name the publication"),
        ("itunes:owner", "name whom directories may write to"),
        ("podcast:guid", "make one of the feed's address and keep it for ever"),
        ("podcast:locked", "say yes, unless others may import the feed"),
        ("podcast:medium", "say podcast"),
    ),
    "item": (
        ("description", "say what it is about"),
        ("itunes:duration", "say how long it is, in seconds"),
        ("podcast:transcript", "link to what is said, as WebVTT"),
    ),
}
"""What should stand in an element."""
