"""What tags say, before any container's own names for it."""

from dataclasses import dataclass

from narrate import __version__
from narrate.publish.disclosure import machine, short
from narrate.publish.plain import one_line
from narrate.publish.tags import transcript

from .content import About


@dataclass(frozen=True, slots=True)
class Labels:
    """Each a line of text, empty where nothing is known; the transcript has many lines."""

    title: str
    authors: tuple[str, ...]
    site: str
    date: str
    """ISO 8601, as the article gives it."""
    url: str
    language: str
    """BCP 47 tag."""
    maker: str
    """The program and the voice."""
    notice: str
    """That the voice is synthetic, for people."""
    machine: dict[str, str]
    """The same for programs: names and values."""
    transcript: str


def labels(about: About) -> Labels:
    """The labels of a programme: the same facts that its ID3 tag would have."""
    script, voice, told = about.narration.script, about.narration.voice, about.narration.disclosure
    metadata = script.metadata
    site = one_line(metadata.site or "")
    return Labels(
        title=one_line(metadata.title),
        authors=tuple(name for author in metadata.authors if (name := one_line(author))),
        site=site,
        date=one_line(metadata.published or ""),
        url=one_line(metadata.url or ""),
        language=script.language,
        maker=one_line(f"narrate {__version__} ({voice.engine} {voice.name})"),
        notice=short(told),
        machine=dict(machine(told)),
        transcript=transcript(script),
    )
