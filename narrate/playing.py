"""Playing a sound with whatever the system has for it."""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from narrate.errors import NarrateError

Form = Literal["wav", "mp3"]

_MEND = "write it to a file with -o phrase.mp3"
_PATIENCE = 15.0  # seconds beyond the sound's own; mpg123 waits for ever for a device
_BYTES_A_SECOND = 8000  # at least, of either form


@dataclass(frozen=True, slots=True)
class Player:
    """A program that plays a sound file and then ends."""

    command: tuple[str, ...]
    """The program and its options; the file's name comes last."""
    form: Form
    """What it is given: `aplay` and Windows play no MP3, `mpg123` nothing else."""
    failure: bytes = b"\0"
    """What it writes on standard error when it has failed and ends with 0 all the same."""

    def play(self, sound: bytes) -> None:
        """Play a sound to its end; NarrateError where the program fails."""
        with tempfile.TemporaryDirectory(prefix="narrate-") as folder:
            path = Path(folder, f"phrase.{self.form}")
            path.write_bytes(sound)
            if sys.platform == "win32":
                _play_on_windows(path)
            else:
                self._run(path, _PATIENCE + len(sound) / _BYTES_A_SECOND)

    def _run(self, path: Path, seconds: float) -> None:
        try:
            # The options are ours, the program's path is from shutil.which: no shell, no words of
            # an article.
            done = subprocess.run(  # noqa: S603 - as above
                [*self.command, str(path)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=seconds,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NarrateError(f"can't play: {error}", subject=self._name, mend=_MEND) from error
        if done.returncode or self.failure in done.stderr:
            told = done.stderr.decode(errors="replace").strip().splitlines()
            why = told[-1] if told else f"it ended with {done.returncode}"
            raise NarrateError(f"can't play: {why}", subject=self._name, mend=_MEND)

    @property
    def _name(self) -> str:
        return Path(self.command[0]).name


_PLAYERS = (
    Player(("afplay",), "wav"),
    Player(("pw-play",), "wav"),
    Player(("paplay",), "wav"),
    Player(("aplay", "-q"), "wav"),
    Player(("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"), "wav", b"audio open failed"),
    Player(("mpv", "--no-video", "--really-quiet"), "wav"),
    Player(("mpg123", "-q"), "mp3"),
)


def find_player() -> Player:
    """The first player that is here; NarrateError names -o where there is none."""
    if sys.platform == "win32":
        return Player(("winsound",), "wav")
    for player in _PLAYERS:
        program, *options = player.command
        found = shutil.which(program)
        if found:
            return replace(player, command=(found, *options))
    names = ", ".join(player.command[0] for player in _PLAYERS[1:])
    raise NarrateError(
        "there is no program here that plays sound", mend=f"{_MEND}, or install one of {names}"
    )


def _play_on_windows(path: Path) -> None:
    if sys.platform == "win32":  # mypy reads what follows only there
        import winsound

        try:
            winsound.PlaySound(str(path), winsound.SND_FILENAME)
        except RuntimeError as error:
            raise NarrateError(f"can't play: {error}", mend=_MEND) from error
