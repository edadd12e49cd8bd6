"""A source, converted to be looked at."""

from pathlib import Path

from narrate.embed.episode import Episode, load
from narrate.fetch import decode
from narrate.fetch import load as load_source
from narrate.model import Page
from narrate.pipeline import Maker, Progress, Settings, workers
from narrate.reading import Reading, script_from


def prepare(
    source: str, reading: Reading, settings: Settings, folder: Path, progress: Progress
) -> tuple[Page, Episode]:
    """The page of a source, and its episode in a folder; the source is read once.

    Raises NarrateError, which names the source or the segment that failed.
    """
    raw = load_source(source, allow_private=reading.allow_private)
    script, voice = script_from(raw, reading)
    output = folder / "story.mp3"
    with workers() as pool:
        Maker(pool, settings).make(script, voice, output, progress)
    if raw.is_json:
        return Page("", source, "text/plain"), load(output)
    return decode(raw), load(output)
