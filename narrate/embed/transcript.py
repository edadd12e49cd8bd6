"""What is heard, as a page to read: a paragraph for each block, with the time at which it begins.

Source: https://github.com/Podcastindex-org/podcast-namespace, `transcripts/transcripts.md`, of
whose elements `time` and `p` are used; there is one speaker, who is named once.
"""

from collections.abc import Iterator
from itertools import groupby

from narrate.feed.markup import escape, quoted
from narrate.feed.words import direction, words_for
from narrate.model import Cue
from narrate.publish.clock import shown
from narrate.publish.disclosure import sentence
from narrate.publish.languages import unspaced
from narrate.publish.narration import Narration
from narrate.publish.plain import one_line

_STYLE = (
    "body{max-width:38rem;margin:2rem auto;padding:0 1.25rem;font:1.125rem/1.6 Georgia,serif}"
    "h1{line-height:1.2}time{font:.875rem system-ui,sans-serif;opacity:.75}time+p{margin-top:.1em}"
)
"""So that it can be read by itself; where a server forbids styles in pages, it is plain."""


def transcript_page(narration: Narration) -> str:
    """The transcript in HTML; the notice stands before it where it is not spoken first."""
    language = narration.script.language
    title = one_line(narration.script.metadata.title)
    voice = words_for(language).voice.format(name=narration.voice.name)
    return (
        "<!doctype html>\n"
        f'<html lang="{quoted(language)}" dir="{direction(language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"{_notice(narration)}<p><cite>{escape(one_line(voice))}</cite></p>\n"
        f"{''.join(_paragraphs(narration.timeline.cues, language))}</body>\n</html>\n"
    )


def _notice(narration: Narration) -> str:
    told = narration.disclosure
    if "start" in told.said:
        return ""
    return (
        f'<p lang="{quoted(told.language)}" dir="auto" role="note">{escape(sentence(told))}</p>\n'
    )


def _paragraphs(cues: tuple[Cue, ...], language: str) -> Iterator[str]:
    """The sentences of each block together; what the script added stands alone."""
    glue = "" if unspaced(language) else " "
    for _, run in groupby(cues, key=lambda cue: (cue.segment.block, cue.segment.kind)):
        block = list(run)
        text = glue.join(_sentence(cue) for cue in block if one_line(cue.segment.text))
        if text:
            second = int(block[0].start)
            yield f'<time datetime="PT{second}S">{shown(second)}</time>\n<p>{text}</p>\n'


def _sentence(cue: Cue) -> str:
    text, tag = escape(one_line(cue.segment.text)), cue.segment.language
    return f'<span lang="{quoted(tag)}" dir="{direction(tag)}">{text}</span>' if tag else text
