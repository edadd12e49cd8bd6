"""Source → script, from whichever stage the source comes: a page, an article or a script.

A page is fetched, extracted and written; an article that was saved as JSON is only written; a
saved script is only aligned.
"""

import logging
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from narrate import forms
from narrate.errors import ExtractError, NarrateError, ScriptError
from narrate.fetch import Raw, decode, load
from narrate.frame import Frame
from narrate.model import Article, Script, Voice

if TYPE_CHECKING:
    from narrate.spoken import Lexicon


LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read and scripts are written."""

    voice: str | None = None
    """A voice's name; None picks one by the article's language."""
    voices_folder: Path | None = None
    rate: int | None = None
    """Words a minute; None for the voice's own."""
    pitch: int | None = None
    """0 to 100; None for the voice's own."""
    frame: Frame = field(default_factory=Frame)
    lexicons: tuple[Path, ...] = ()
    """Files of pronunciations, PLS or TOML; of two entries for a word the first one counts."""
    allow_private: bool = False


def article_of(source: str, reading: Reading) -> Article:
    """The article in a source.

    Raises FetchError or ExtractError; the source is named in it.
    """
    return article_from(load(source, allow_private=reading.allow_private))


def article_from(raw: Raw) -> Article:
    """As `article_of`, of a source that has been loaded."""
    record = _record(raw)
    if record is not None and "segments" in record:
        raise ScriptError("is a script already, past being an article", subject=raw.source)
    return _article(raw, record)


def script_of(source: str, reading: Reading) -> tuple[Script, Voice]:
    """The script of a source, and the voice it is for.

    Raises FetchError, ExtractError, ScriptError or VoiceError; the source is named in it.
    """
    return script_from(load(source, allow_private=reading.allow_private), reading)


def script_from(raw: Raw, reading: Reading) -> tuple[Script, Voice]:
    """As `script_of`, of a source that has been loaded."""
    script, voice = _script_from(raw, reading)
    _look_at_the_notice(script, voice, reading)
    return script, voice


def _look_at_the_notice(script: Script, voice: Voice, reading: Reading) -> None:
    """Warn of a notice that not everybody may understand."""
    from narrate.languages import nearest
    from narrate.notices import tells, wording_for

    if reading.frame.disclaimer is None and voice.disclaimer_language:
        LOG.warning(
            "%s: there is no wording of the notice in %s: it is said in %s",
            voice.name,
            voice.language,
            voice.disclaimer_language,
        )
    notice = " ".join(one.text for one in script.segments if one.kind == "disclaimer")
    known = wording_for(voice.language).tag in nearest(voice.language)
    if notice and known and not tells(notice):
        LOG.warning("the notice does not say that a machine speaks: %s", notice)


def _script_from(raw: Raw, reading: Reading) -> tuple[Script, Voice]:
    record = _record(raw)
    if record is not None and "segments" in record:
        return _saved_script(record, raw.source, reading)
    article = _article(raw, record)
    voice = voice_for(article.metadata.language, reading)
    from narrate.phrases import phrases_for
    from narrate.script import write

    lexicon = lexicon_for(voice, reading)
    with _named(raw.source):
        script = write(article, voice, phrases_for(voice.language), reading.frame, lexicon)
    return script, voice


def lexicon_for(voice: Voice, reading: Reading) -> "Lexicon | None":
    """The pronunciations for a voice, with phonemes if its engine takes them.

    Raises ConfigError for a file that is no lexicon, EngineError for an engine that isn't there.
    """
    if not reading.lexicons:
        return None
    from narrate.engines import find
    from narrate.spoken import Lexicon, load_lexicon

    files = (load_lexicon(path) for path in reading.lexicons)
    entries = (entry for lexicon in files for entry in lexicon.entries)
    return Lexicon.of(entries, phonemes=getattr(find(voice.engine), "phonemes", False))


def voice_for(language: str | None, reading: Reading, name: str | None = None) -> Voice:
    """The voice that speaks a language, with the rate and the pitch that were asked for."""
    from narrate.voices import choose, find_folders, voices

    known = voices(find_folders(reading.voices_folder))
    voice = choose(reading.voice or name, language, known)
    return replace(
        voice,
        rate=reading.rate if reading.rate is not None else voice.rate,
        pitch=reading.pitch if reading.pitch is not None else voice.pitch,
    )


def _record(raw: Raw) -> dict[str, object] | None:
    if not raw.is_json:
        return None
    return forms.parse(raw.body.decode("utf-8-sig", "replace"), raw.source)


def _article(raw: Raw, record: dict[str, object] | None) -> Article:
    if record is not None:
        if "error" in record:
            raise ExtractError(str(record["error"]), subject=raw.source)
        return forms.read_article(record, raw.source)
    page = decode(raw)
    from narrate.extract import extract

    return extract(page)


def _saved_script(record: dict[str, object], source: str, reading: Reading) -> tuple[Script, Voice]:
    from functools import partial

    from narrate.phrases import phrases_for
    from narrate.script import disclosed
    from narrate.spoken import normalise, realign

    if not record["segments"]:
        raise ScriptError("the script has no segments", subject=source)
    name = record.get("voice")
    language = record.get("language")
    voice = voice_for(
        language if isinstance(language, str) else None,
        reading,
        name if isinstance(name, str) else None,
    )
    lexicon = lexicon_for(voice, reading)
    spell = partial(normalise, lexicon=lexicon)
    script = forms.read_script(record, source, spell=spell, align=realign)
    script = disclosed(script, voice, phrases_for(voice.language), reading.frame, lexicon)
    if not script.segments:
        raise ScriptError("the script has nothing but the notice", subject=source)
    return replace(script, voice=voice.name), voice


class _named:  # noqa: N801 - read as a verb: `with _named(source):`
    """Gives the errors of a stage that doesn't know the source its name."""

    def __init__(self, source: str) -> None:
        self.source = source

    def __enter__(self) -> None:
        """Nothing is to be done on the way in."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, NarrateError) and error.subject != self.source:
            raise type(error)(error.what, subject=self.source, mend=error.mend) from error
