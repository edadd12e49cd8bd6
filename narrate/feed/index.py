"""The feed as a page: what there is to hear, each with the browser's own player.

It has no script and no style of its own inside, so that the strictest content policy holds,
which it states itself. Addresses under the library's own are relative: the page works from
any host, and from the disk.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from narrate.feed.address import absolute
from narrate.feed.colour import colour, readable, written
from narrate.feed.markup import attributes, escape, holding, line
from narrate.feed.model import FEED, INDEX, JSON_FEED, OPML, Channel, Item
from narrate.feed.notes import called, lead, writers
from narrate.feed.pages import Page
from narrate.feed.words import Words, direction, words_for
from narrate.phrases import phrases_for
from narrate.publish.clock import shown

STYLE = "feed.css"
_SHEET = Path(__file__).parent / "index.css"
_LIGHT, _DARK = (245, 244, 241), (32, 34, 38)
"""The darkest and the lightest paper of the sheet on which the colour is read."""
_SHOWN = ("text/html", "text/vtt", "text/plain")
"""Transcripts that a browser shows, the best first."""
_TITLE_MOST = 300
_COVER = 176


def style(channel: Channel) -> bytes:
    """The page's style sheet, in the publication's colour as far as it can be read."""
    own = colour(channel.colour)
    sheet = _SHEET.read_text("utf-8")
    sheet = sheet.replace("ACCENT_LIGHT", written(readable(own, _LIGHT)))
    return sheet.replace("ACCENT_DARK", written(readable(own, _DARK))).encode()


def index(channel: Channel, page: Page) -> bytes:
    """The page in HTML, in UTF-8: one for each document of the feed.

    Raises PublishError for an address that is not absolute.
    """
    said = {"lang": channel.language, "dir": direction(channel.language)}
    inside = (_head(channel, page), _body(channel, page, words_for(channel.language)))
    return f"<!doctype html>\n<html{attributes(said)}>\n{''.join(inside)}</html>\n".encode()


def _head(channel: Channel, page: Page) -> str:
    title = line(channel.title)
    lines = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        _void("meta", {"http-equiv": "Content-Security-Policy", "content": _policy(channel, page)}),
        f"<title>{escape(title)}</title>",
        _void("meta", {"name": "description", "content": line(channel.description)}),
        _void("link", {"rel": "stylesheet", "href": STYLE}),
        *(
            _void("link", {"rel": "alternate", "type": kind, "title": title, "href": name})
            for kind, name in (("application/rss+xml", FEED), ("application/feed+json", JSON_FEED))
        ),
    ]
    if channel.image:
        lines.append(_void("link", {"rel": "icon", "href": _near(channel, channel.image)}))
    return "<head>\n" + "\n".join(lines) + "\n</head>\n"


def _policy(channel: Channel, page: Page) -> str:
    """Everything off but our own style, pictures and sound, and those that are kept elsewhere."""
    sounds = [item.files[0].url for item in page.items]
    return (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
        f"img-src 'self'{_origins(channel, [channel.image] if channel.image else [])}; "
        f"media-src 'self'{_origins(channel, sounds)}"
    )


def _origins(channel: Channel, urls: Iterable[str]) -> str:
    parts = [urlsplit(absolute(url, "a file")) for url in urls]
    found = {f"{part.scheme}://{part.netloc}" for part in parts}
    own = urlsplit(channel.address)
    return "".join(f" {origin}" for origin in sorted(found - {f"{own.scheme}://{own.netloc}"}))


def _body(channel: Channel, page: Page, words: Words) -> str:
    parts = [_masthead(channel, words), f"<main>\n<h2>{escape(words.episodes)}</h2>\n"]
    if page.items:
        entries = "".join(_entry(channel, item) for item in page.items)
        parts.append(f'<ol class="episodes">\n{entries}</ol>\n')
    else:
        parts.append(f"<p>{escape(words.empty)}</p>\n")
    parts += [_ways_on(page, words), "</main>\n"]
    if channel.copyright:
        parts.append(f'<footer class="small">{escape(line(channel.copyright))}</footer>\n')
    return f"<body>\n{''.join(parts)}</body>\n"


def _masthead(channel: Channel, words: Words) -> str:
    side = {"width": str(_COVER), "height": str(_COVER)}
    picture = {"src": _near(channel, channel.image), **side} if channel.image else None
    about = [
        f"<h1>{_link(channel.link, line(channel.title), 'the publication')}</h1>",
        f"<p>{escape(line(channel.description))}</p>",
    ]
    if channel.notice:
        about.append(f'<p class="notice" role="note">{escape(line(channel.notice))}</p>')
    about.append(_subscribe(channel, words))
    cover = f'<img{attributes(picture)} alt="">\n' if picture else ""
    return f"<header>\n{cover}<div>\n" + "\n".join(about) + "\n</div>\n</header>\n"


def _subscribe(channel: Channel, words: Words) -> str:
    address = absolute(channel.url, "the feed")
    ways = [(FEED, "RSS"), (OPML, "OPML"), (JSON_FEED, "JSON Feed")]
    links = "".join(f'<li><a href="{name}">{label}</a></li>' for name, label in ways)
    return (
        f'<section class="subscribe">\n<h2>{escape(words.subscribe)}</h2>\n'
        f'<p class="small">{escape(words.copy)}</p>\n<code>{escape(address)}</code>\n'
        f'<ul class="links">{links}</ul>\n</section>'
    )


def _entry(channel: Channel, item: Item) -> str:
    language = item.language or channel.language
    words, title = words_for(language), called(item)[:_TITLE_MOST]
    parts = [
        f'<p class="small">{escape(" · ".join(_facts(item, language)))}</p>',
        f"<h3>{_near_link(channel, item.page or item.link, title)}</h3>",
        f"<p>{escape(lead(item))}</p>",
    ]
    if item.notice and item.notice != channel.notice:
        parts.append(f'<p class="notice" role="note">{escape(line(item.notice))}</p>')
    sound = {
        "src": _near(channel, item.files[0].url), "preload": "none", "aria-label": title,
    }  # fmt: skip
    parts.append(f"<audio controls{attributes(sound)}></audio>")
    links = "".join(f"<li>{link}</li>" for link in _links(channel, item, words))
    parts.append(f'<ul class="links">{links}</ul>')
    said = {"id": item.slug}
    if item.language and item.language != channel.language:
        said |= {"lang": language, "dir": direction(language)}
    return holding("li", ["\n", "\n".join(parts), "\n"], said) + "\n"


def _facts(item: Item, language: str) -> Iterator[str]:
    day = phrases_for(language).date(item.published.isoformat())
    yield day or item.published.date().isoformat()
    yield shown(round(item.duration))
    if by := writers(item):
        yield by


def _links(channel: Channel, item: Item, words: Words) -> Iterator[str]:
    yield _link(item.link, words.read, "the article")
    shown = [one for one in item.transcripts if one.type in _SHOWN]
    for transcript in sorted(shown, key=lambda one: _SHOWN.index(one.type))[:1]:
        yield _near_link(channel, transcript.url, words.transcript)
    main = item.files[0]
    size = f"{words.download} ({main.bytes / 1e6:.1f} MB)"
    yield f'<a href="{escape(_near(channel, main.url))}" download>{escape(size)}</a>'


def _ways_on(page: Page, words: Words) -> str:
    ways = [
        (words.newer, "prev", page.newer),
        (words.older, "next", page.older),
    ]
    links = [
        f'<a rel="{rel}" href="{page.named(INDEX, number)}">{escape(label)}</a>'
        for label, rel, number in ways
        if number is not None
    ]
    return f"<nav>{''.join(links)}</nav>\n" if links else ""


def _near(channel: Channel, url: str) -> str:
    """An address as the page names it: under the library's own it is relative."""
    whole = absolute(url, "a file")
    base = absolute(channel.address, "the feed")
    return whole.removeprefix(base) or "./" if whole.startswith(base) else whole


def _near_link(channel: Channel, url: str, text: str) -> str:
    return f"<a{attributes({'href': _near(channel, url)})}>{escape(text)}</a>"


def _link(url: str, text: str, what: str) -> str:
    return f"<a{attributes({'href': absolute(url, what)})}>{escape(text)}</a>"


def _void(name: str, pairs: dict[str, str]) -> str:
    return f"<{name}{attributes(pairs)}>"
