"""Speech engines: text in, sound out.

To add an engine:

1. Write a class with the members of `Engine`, in a file of its own. It needs no base class.
   Import what it stands on inside its methods, so that listing engines costs nothing.
2. Name it in an entry point, in your package's `pyproject.toml` (ours come the same way):

       [project.entry-points."narrate.engines"]
       mine = "mypackage.mine:MineEngine"

   and install the package again: entry points are read from installed metadata.
3. Give it a voice: a TOML file in a voices folder with `engine = "mine"`. Run the contract
   on it, in your own tests: `class TestMine(narrate.testing.EngineContract): ...`.

An engine that breaks on loading is listed with its reason and never stops another one.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from narrate.errors import EngineError, NarrateError
from narrate.model import Clip, Voice

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "narrate.engines"


@dataclass(frozen=True, slots=True)
class EngineVoice:
    """A voice that an engine offers by itself, before any voice file names it."""

    id: str
    name: str
    language: str
    """BCP 47 tag."""


class Engine(Protocol):
    """What a speech engine has to do. It keeps no files, no pauses and no cache of its own."""

    name: str
    """The entry point's name, as voice files give it."""
    phonemes: bool
    """Whether `[[...]]` in a text is said as espeak's phonemes. The text of an article never
    holds it; a lexicon's entry may."""

    def version(self) -> str:
        """What names the sound it makes: a new version makes cached clips stale."""
        ...

    def check(self) -> None:
        """Return when it can run here; else raise EngineError with the reason and the mend."""
        ...

    def voices(self) -> tuple[EngineVoice, ...]:
        """The voices it offers by itself."""
        ...

    def speak(self, text: str, voice: Voice) -> Clip:
        """The sound of a text, with no pause after it.

        A process calls it from one thread only. Raises EngineError when it can't.
        """
        ...


@runtime_checkable
class Transcriber(Protocol):
    """What an engine has besides, if it can tell how it would say a text without saying it."""

    def transcribe(self, text: str, voice: Voice) -> str | None:
        """The text in the International Phonetic Alphabet; None where it can't tell here."""
        ...


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """What is known of an installed engine: whether it can run here, or why not."""

    name: str
    version: str = ""
    problem: str | None = None
    mend: str | None = None


def _entries() -> "tuple[EntryPoint, ...]":
    from importlib.metadata import entry_points  # 20 ms that only those who speak have to spend

    return tuple(entry_points(group=GROUP))


def names() -> tuple[str, ...]:
    """The names of all installed engines, whether they can run or not."""
    return tuple(sorted({entry.name for entry in _entries()}))


@cache
def find(name: str) -> Engine:
    """The engine of that name.

    Raises EngineError when it is not installed or breaks on loading.
    """
    found = [entry for entry in _entries() if entry.name == name]
    if not found:
        known = ", ".join(names()) or "none"
        raise EngineError(
            "no such speech engine is installed",
            subject=f"engine {name!r}",
            mend=f"installed: {known}; a plug-in brings its own with pip install",
        )
    try:
        engine: Engine = found[0].load()()
    except Exception as error:
        raise EngineError(
            f"cannot be loaded: {error}", subject=f"engine {name!r}", mend="install it again"
        ) from error
    return engine


def transcribe(text: str, voice: Voice) -> str | None:
    """How a voice would say a text, in the International Phonetic Alphabet.

    None where its engine can't tell; raises EngineError when it can't run.
    """
    engine = find(voice.engine)
    return engine.transcribe(text, voice) if isinstance(engine, Transcriber) else None


def status(name: str) -> EngineStatus:
    """Whether the engine of that name can run here; never raises."""
    try:
        engine = find(name)
        engine.check()
        return EngineStatus(name, version=engine.version())
    except NarrateError as error:
        return EngineStatus(name, problem=error.what, mend=error.mend)
    except Exception as error:  # noqa: BLE001 - a foreign engine may raise anything; it is listed
        return EngineStatus(name, problem=f"{type(error).__name__}: {error}")
