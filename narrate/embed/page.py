"""A page of its own: the article's text and the player, in the manner of a newspaper."""

from narrate.feed.markup import escape, quoted
from narrate.feed.words import Words, direction, words_for
from narrate.model import Segment
from narrate.publish.disclosure import sentence
from narrate.publish.languages import unspaced
from narrate.publish.narration import Narration
from narrate.publish.plain import one_line

from .addresses import STYLE, Addresses, audio_address, safe
from .element import element, head
from .jsonld import json_ld_script
from .oembed import discovery
from .policy import policy
from .prose import prose

_OPENING = 3
"""Sentences of the text in which a lead would be found again."""


def page(narration: Narration, addresses: Addresses) -> str:
    """The page as HTML.

    It works without a script: the text is in it, and the browser's own player. Raises
    PublishError where the manifest doesn't tell of the sound.
    """
    language, title = narration.script.language, one_line(narration.script.metadata.title)
    words = words_for(language)
    rules = policy(addresses.manifest, addresses.player, audio_address(narration, addresses))
    style = quoted(safe(addresses.asset(STYLE)))
    return (
        "<!doctype html>\n"
        f'<html lang="{quoted(language)}" dir="{direction(language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{quoted(rules)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n"
        f"{_about(narration, addresses)}"
        f'<link rel="stylesheet" href="{style}">\n'
        f"{head(addresses)}"
        "</head>\n<body>\n"
        f"{_masthead(narration)}"
        f"<main>\n<article>\n<header>\n{_header(narration, title)}</header>\n"
        f"{element(narration, addresses, sticky='', artwork='none')}"
        f'<div class="text">\n{prose(narration.script.segments, language)}</div>\n'
        f"</article>\n</main>\n{_footer(narration, addresses, words)}</body>\n</html>\n"
    )


def _about(narration: Narration, addresses: Addresses) -> str:
    """What programs read of the page."""
    metadata = narration.script.metadata
    lines = []
    if metadata.description:
        lines.append(
            f'<meta name="description" content="{quoted(one_line(metadata.description))}">\n'
        )
    if narration.links.source:
        lines.append(f'<link rel="canonical" href="{quoted(safe(narration.links.source))}">\n')
    if addresses.oembed:
        lines.append(discovery(narration, addresses))
    lines.append(json_ld_script(narration, addresses))
    return "".join(lines)


def _masthead(narration: Narration) -> str:
    metadata = narration.script.metadata
    site = one_line(metadata.site or "")
    return f'<p class="masthead">{escape(site)}</p>\n' if site else ""


def _header(narration: Narration, title: str) -> str:
    metadata, segments = narration.script.metadata, narration.script.segments
    section, lead = (one_line(text or "") for text in (metadata.section, metadata.description))
    lines = [f'<p class="section">{escape(section)}</p>\n'] if section else []
    lines.append(f"<h1>{escape(title)}</h1>\n")
    if lead and not _is_said(lead, segments):
        lines.append(f'<p class="lead">{escape(lead)}</p>\n')
    byline = _said(segments, "byline", narration.script.language) or ", ".join(metadata.authors)
    day = metadata.published or ""
    date = _said(segments, "date", narration.script.language) or day[:10]
    parts = [f'<span class="author">{escape(one_line(byline))}</span>'] if byline else []
    parts += [f'<time datetime="{quoted(day)}">{escape(date)}</time>'] if date else []
    lines += [f'<p class="byline">{" ".join(parts)}</p>\n'] if parts else []
    return "".join(lines)


def _is_said(lead: str, segments: tuple[Segment, ...]) -> bool:
    """Whether the text begins with its lead, or with a part of it."""
    texts = [one_line(one.text).rstrip(".!?…。") for one in segments if one.anchor][:_OPENING]
    return any(lead in text or text in lead for text in texts if text)


def _said(segments: tuple[Segment, ...], kind: str, language: str) -> str:
    """What the script says of that kind: it is in the language of the article."""
    glue = "" if unspaced(language) else " "
    return glue.join(one_line(one.text) for one in segments if one.kind == kind).rstrip(".")


def _footer(narration: Narration, addresses: Addresses, words: Words) -> str:
    links, told, audio = narration.links, narration.disclosure, narration.audio
    files = {
        words.download: audio and audio.url,
        "WebVTT": links.captions,
        "SRT": links.subtitles,
        words.transcript: links.transcript,
    }
    shown = [_link(words.read, links.source)] if links.source else []
    shown += [
        _link(name, addresses.under(link), " download") for name, link in files.items() if link
    ]
    items = "".join(f"<li>{link}</li>\n" for link in shown)
    notice = f'<p lang="{quoted(told.language)}" dir="auto">{escape(sentence(told))}</p>\n'
    return f"<footer>\n{notice}<ul>\n{items}</ul>\n</footer>\n"


def _link(name: str, address: str, kind: str = "") -> str:
    return f'<a href="{quoted(safe(address))}"{kind}>{escape(name)}</a>'
