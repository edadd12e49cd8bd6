"""schema.org: the article and its audio, for search engines and assistants."""

import json
from typing import Any
from urllib.parse import urlsplit

from narrate.publish.disclosure import schema_term, short
from narrate.publish.narration import Narration
from narrate.publish.plain import encodable, one_line
from narrate.publish.tags import transcript

from .addresses import Addresses, audio_address, safe

_UNSAFE = str.maketrans(
    {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
)  # JSON takes them so too, and no `</script>` can come about


def json_ld(narration: Narration, addresses: Addresses) -> dict[str, Any]:
    """A NewsArticle with its audio (https://schema.org/AudioObject); what isn't known is left out.

    The duration is in ISO 8601's form, the size in bytes. Search engines want absolute addresses:
    they are so where the manifest's is.
    """
    metadata = narration.script.metadata
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": one_line(metadata.title),
        "description": metadata.description,
        "author": [{"@type": "Person", "name": name} for name in metadata.authors],
        "publisher": metadata.site and {"@type": "Organization", "name": metadata.site},
        "datePublished": metadata.published,
        "dateModified": metadata.modified,
        "inLanguage": metadata.language or narration.script.language,
        "articleSection": metadata.section,
        "image": metadata.image,
        "url": narration.links.source,
        "mainEntityOfPage": narration.links.source,
        "isAccessibleForFree": metadata.free,
        "audio": _audio(narration, addresses),
    }
    return _stated(known)


def _audio(narration: Narration, addresses: Addresses) -> dict[str, Any]:
    script, audio, captions = narration.script, narration.audio, narration.links.captions
    known = {
        "@type": "AudioObject",
        "name": one_line(script.metadata.title),
        "contentUrl": audio_address(narration, addresses),
        "embedUrl": addresses.frame,
        "encodingFormat": audio and audio.type,
        "contentSize": audio and str(audio.bytes),
        "sha256": audio and audio.sha256,
        "duration": iso_duration(narration.timeline.duration),
        "inLanguage": script.language,
        "transcript": transcript(script),
        "caption": captions
        and {
            "@type": "MediaObject",
            "contentUrl": safe(addresses.under(captions)),
            "encodingFormat": "text/vtt",
        },
        "digitalSourceType": schema_term(narration.disclosure),
        "creditText": short(narration.disclosure),
    }
    return _stated(known)


def _stated(known: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in known.items() if value not in (None, "", [])}


def iso_duration(seconds: float) -> str:
    """Seconds as ISO 8601 writes a duration, to the second.

    >>> iso_duration(3725.6), iso_duration(0.2)
    ('PT1H2M6S', 'PT0S')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + ("".join(f"{value}{unit}" for value, unit in parts if value) or "0S")


def json_ld_script(narration: Narration, addresses: Addresses) -> str:
    """The same as a data block, which no content-security policy forbids."""
    text = json.dumps(json_ld(narration, addresses), ensure_ascii=False, separators=(",", ":"))
    safe_text = encodable(text).translate(_UNSAFE)
    return f'<script type="application/ld+json">{safe_text}</script>\n'


def host(address: str) -> str:
    """The host of an address, with its scheme."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
