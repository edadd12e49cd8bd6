"""Names for a lexicon: what an editor may want to hear before an article is published."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from narrate.frame import Frame
from narrate.model import Script, SegmentKind, Voice
from narrate.reading import Reading, lexicon_for, script_of, voice_for
from narrate.spoken.names import proper_names

_NAMELESS: frozenset[SegmentKind] = frozenset({"disclaimer", "byline", "date", "end"})
"""What the script says by itself; the names in a byline are looked for apart."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that no dictionary has, and how it would be said now."""

    name: str
    count: int
    language: str
    """BCP 47 tag of the voice."""
    said: str | None
    """In the International Phonetic Alphabet; None where the engine can't tell."""
    context: str


def suggest(
    sources: Iterable[str], reading: Reading, language: str | None = None
) -> tuple[Suggestion, ...]:
    """The names in articles or scripts that neither a dictionary nor the lexicons have.

    The most frequent come first. `language` is a BCP 47 tag, where the articles' own is not to
    count. Raises as `script_of` does, and ConfigError for a file that is no lexicon.
    """
    if language:
        reading = replace(reading, voice=voice_for(language, reading).name)
    reading = replace(reading, frame=Frame(disclaimer="", end=False))
    scripts: dict[Voice, list[Script]] = {}
    for source in sources:
        script, voice = script_of(source, replace(reading, lexicons=()))
        scripts.setdefault(voice, []).append(script)
    found = (one for voice, its in scripts.items() for one in _suggestions(its, voice, reading))
    return tuple(sorted(found, key=lambda one: -one.count))


def _suggestions(scripts: list[Script], voice: Voice, reading: Reading) -> Iterator[Suggestion]:
    from narrate.engines import transcribe
    from narrate.engines.dictionary import knows
    from narrate.spoken import normalise

    lexicon = lexicon_for(voice, reading)
    settled = {
        entry.grapheme.casefold()
        for entry in (lexicon.entries if lexicon else ())
        if entry.speaks(voice.language)
    }
    names = proper_names(
        _texts(scripts, voice, lambda kind: kind not in _NAMELESS),
        voice.language,
        lambda word: word in settled or knows(word, voice.language),
        bylines=_texts(scripts, voice, lambda kind: kind == "byline"),
    )
    for name in names:
        said = transcribe(normalise(name.text, voice.language).spoken, voice)
        yield Suggestion(name.text, name.count, voice.language, said, name.context)


def _texts(
    scripts: list[Script], voice: Voice, wanted: Callable[[SegmentKind], bool]
) -> Iterator[str]:
    """What is written for segments of some kinds, in the voice's language."""
    for script in scripts:
        for segment in script.segments:
            if wanted(segment.kind) and segment.language in (None, voice.language):
                yield segment.text


_HEAD = """\
# Names that no dictionary has, most frequent first. Where the voice says one wrong, write
# between its empty quotation marks how it is to be said, in ordinary letters, and take the
# first '#' from the line; then give this file to --lexicon. After each name: how often it
# stands there{said}, and where first."""
_SAID = ", how the voice says it now"


def as_toml(suggestions: Iterable[Suggestion]) -> str:
    """A lexicon for an editor to fill in: every name is a comment until then.

    >>> as_toml([Suggestion("Ngozi", 2, "en-US", None, "met Ngozi…")]).splitlines()[-1]
    '# "Ngozi" = ""  # 2; met Ngozi…'
    """
    rows = list(suggestions)
    languages = {row.language.partition("-")[0] for row in rows}
    head = _HEAD.format(said=_SAID if any(row.said for row in rows) else "")
    own = [f'language = "{language}"\n' for language in languages if len(languages) == 1]
    lines = [_line(row) for row in rows] or ["# There are none."]
    return "\n".join([head, "", *own, "[words]", *lines, ""])


def _line(row: Suggestion) -> str:
    # A basic string of TOML is written as one of JSON.
    word = json.dumps(row.name, ensure_ascii=False)
    said = f"[{row.said}]; " if row.said else ""
    return f'# {word} = ""  # {row.count}; {said}{row.context}'
