"""Which voice speaks: voices are files, and the user or the article's language picks one.

A voice is `<name>.toml` in a voices folder; `voices/README.md` describes its keys. To add
one, put such a file in `voices/` of the configuration folder: nothing else has to know.
"""

import logging
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

from narrate.errors import VoiceError
from narrate.languages import language_of, subtags
from narrate.model import Pauses, Voice, VoiceKind
from narrate.notices import ENGLISH, wording_for

LOG = logging.getLogger(__name__)

Voices = Mapping[str, Voice | VoiceError]
"""Voices by name; a file that is wrong stands there as the error that says why."""

_REQUIRED = ("language", "engine", "id")
_TEXTS = (*_REQUIRED, "description", "disclaimer", "disclaimer_language")
_RANGES = {"rate": (80, 450), "pitch": (0, 100), "sample_rate": (8000, 48000)}
_GAINS = (-30, 40)  # dB
_LONGEST_PAUSE = 10.0
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_LIKELY = {"en": "en-us", "es": "es-es", "pt": "pt-br", "zh": "zh-cn"}
"""Where a bare language is taken to be from, as CLDR's likely subtags have it."""

_KIN = {
    "en": ({"us", "ca", "ph", "pr", "gu", "vi", "lr"}, "en-us", "en-gb"),
    "es": ({"es", "gq", "ph", "ea", "ic"}, "es-es", "es-419"),
    "pt": ({"br"}, "pt-br", "pt-pt"),
    "zh": ({"hk", "mo"}, "yue-hk", "zh-cn"),
}
"""Regions of a language that speak one way, that way, and how the other regions speak."""


def find_folders(folder: Path | None = None) -> tuple[Path, ...]:
    """Where voices are looked for: `folder`, the user's own, and the one that came along.

    Raises VoiceError if `folder` is given and is no folder.
    """
    if folder is not None and not folder.is_dir():
        raise VoiceError("no such folder of voices", subject=str(folder))
    asked = () if folder is None else (folder,)
    return (*asked, *(place for place in (user_folder(), bundled_folder()) if place.is_dir()))


def user_folder() -> Path:
    """Where a user's own voices are kept, whether or not it exists yet."""
    # XDG_CONFIG_HOME is asked first so that it holds on macOS and Windows too.
    configured = os.environ.get("XDG_CONFIG_HOME")
    if configured:
        return Path(configured) / "narrate" / "voices"
    from platformdirs import user_config_path

    return user_config_path("narrate", appauthor=False) / "voices"


def bundled_folder(package: Path = Path(__file__).parent) -> Path:
    """The voices that came with `package`: inside it in a wheel, beside it in a checkout."""
    inside = package / "voices"
    return inside if inside.is_dir() else package.parent / "voices"


def load_voice(path: Path) -> Voice:
    """Read one voice; it is called after its file.

    Raises VoiceError, naming the file, the key and what is allowed there.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise VoiceError(f"not a readable voice file: {error}", subject=str(path)) from error
    for complaint in _complaints(content):
        raise VoiceError(complaint, subject=str(path))
    pauses = Pauses(**content.pop("pauses", {}))
    return Voice(name=path.stem, pauses=pauses, **(_notice(content["language"]) | content))


def _notice(language: str) -> dict[str, str]:
    """The notice of a voice whose file has none of its own: in English if need be."""
    wording = wording_for(language)
    notice = {"disclaimer": wording.notice}
    foreign = wording.tag == ENGLISH and language_of(language) != ENGLISH
    return notice | {"disclaimer_language": ENGLISH} if foreign else notice


def fingerprint(folders: Iterable[Path]) -> list[tuple[str, int, int]]:
    """What stands for the voices in `folders`, unread: their names, sizes and times."""
    paths = sorted(path for folder in folders for path in folder.glob("*.toml"))
    states = ((str(path), path.stat()) for path in paths)
    return [(name, state.st_size, state.st_mtime_ns) for name, state in states]


def voices(folders: Iterable[Path]) -> Voices:
    """Every voice in `folders`, by name; where two share one, the first folder wins."""
    found: dict[str, Voice | VoiceError] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            if path.stem not in found:
                found[path.stem] = _load_or_error(path)
    return found


def choose(name: str | None, language: str | None, voices: Voices) -> Voice:
    """The voice called `name` or, without one, the nearest for a BCP 47 `language`.

    Case does not count in either. A language nobody speaks gets the English voice and a
    warning in the log. Raises VoiceError for an unknown name, with the nearest known ones.
    """
    if name is not None:
        return _named(name, voices)
    good = [voice for voice in voices.values() if isinstance(voice, Voice)]
    spoken = _for_language(language or "en", good)
    if spoken:
        return spoken
    english = _for_language("en", good)
    if english is None:
        raise VoiceError("there is no voice for this language", subject=language, mend=_LIST)
    LOG.warning("no voice speaks %s: using %s", language, english.name)
    return english


_LIST = "`narrate voices` lists them"


def _named(name: str, voices: Voices) -> Voice:
    by_lower = {known.lower(): voice for known, voice in voices.items()}
    wanted = name.lower().replace("_", "-")
    voice = by_lower.get(name.lower()) or by_lower.get(wanted)
    if isinstance(voice, VoiceError):
        raise voice
    if voice is None:
        from difflib import get_close_matches

        nearest = get_close_matches(wanted, by_lower, n=3, cutoff=0.4)
        mend = f"did you mean {', '.join(nearest)}?" if nearest else _LIST
        raise VoiceError("no such voice", subject=name, mend=mend)
    return voice


def _for_language(language: str, voices: list[Voice]) -> Voice | None:
    for tag in _nearest_tags(language):
        for voice in voices:
            if voice.language.lower() == tag:
                return voice
    base = language_of(language)
    return next((voice for voice in voices if language_of(voice.language) == base), None)


def _nearest_tags(language: str) -> Iterator[str]:
    """Tags that would do for `language`, best first, in lower case (RFC 4647, section 3.4)."""
    base, *rest = subtags(language)
    for end in range(len(rest), 0, -1):
        yield "-".join([base, *rest[:end]])
    region = next((s for s in rest if re.fullmatch(r"[a-z]{2}|\d{3}", s)), None)
    if region and base in _KIN:
        regions, theirs, others = _KIN[base]
        yield theirs if region in regions else others
    yield base
    yield _LIKELY.get(base, base)


def _load_or_error(path: Path) -> Voice | VoiceError:
    try:
        return load_voice(path)
    except VoiceError as error:
        return error


def _complaints(content: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a voice file, one sentence a fault."""
    known = [field.name for field in fields(Voice) if field.name != "name"]
    for key in sorted(content.keys() - set(known)):
        yield f"unknown key `{key}`; allowed are {', '.join(known)}"
    for key in _REQUIRED:
        if key not in content:
            yield f"the key `{key}` is missing"
    for key in _TEXTS:
        if key in content and not (isinstance(content[key], str) and content[key].strip()):
            yield f"`{key}` must be a text that is not empty"
    yield from _complaints_of_values(content)
    yield from _complaints_of_pauses(content.get("pauses", {}))


def _complaints_of_values(content: dict[str, Any]) -> Iterator[str]:
    if not _TAG.fullmatch(content["language"]):
        yield "`language` must be a BCP 47 tag such as `en-GB`"
    kinds = get_args(VoiceKind)
    if content.get("kind", kinds[0]) not in kinds:
        yield f"`kind` must be one of {', '.join(kinds)}"
    for key, (low, high) in _RANGES.items():
        value = content.get(key, low)
        if type(value) is not int or not low <= value <= high:
            yield f"`{key}` must be a whole number from {low} to {high}"
    gain, (least, most) = content.get("gain", 0), _GAINS
    if type(gain) not in (int, float) or not least <= gain <= most:
        yield f"`gain` must be decibels from {least} to {most}"


def _complaints_of_pauses(pauses: Any) -> Iterator[str]:
    known = [field.name for field in fields(Pauses)]
    if not isinstance(pauses, dict):
        yield "`pauses` must be a table of seconds"
        return
    for key, value in pauses.items():
        if key not in known:
            yield f"unknown key `pauses.{key}`; allowed are {', '.join(known)}"
        if type(value) not in (int, float) or not 0 <= value <= _LONGEST_PAUSE:
            yield f"`pauses.{key}` must be seconds from 0 to {_LONGEST_PAUSE:g}"
