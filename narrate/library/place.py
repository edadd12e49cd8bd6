"""Where everything of a library lies, and how one gets at it: alone, or just to look."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from narrate.cache import Cache, default_folder
from narrate.config import Config, load
from narrate.errors import PublishError
from narrate.library.index import Index, opened
from narrate.library.lock import held, locked
from narrate.library.record import EPISODES, Record, written
from narrate.publish.atomic import write


@dataclass(frozen=True, slots=True)
class Doing:
    """What is being done to an episode, noted down so that it can be finished after a crash."""

    slug: str
    edition: int


@dataclass(frozen=True, slots=True)
class Library:
    """A folder of episodes, with its settings."""

    folder: Path
    config: Config

    @property
    def state(self) -> Path:
        """The library's own folder, which needs not be served."""
        return self.folder / ".narrate"

    @property
    def records(self) -> Path:
        """Where the record of each episode lies."""
        return self.state / "records"

    @property
    def staging(self) -> Path:
        """Where episodes are made ready."""
        return self.state / "staging"

    @property
    def episodes(self) -> Path:
        """Where the folders of episodes lie."""
        return self.folder / EPISODES

    def place(self, slug: str) -> Path:
        """The folder of an episode."""
        return self.episodes / slug

    @contextmanager
    def alone(self) -> Iterator[Index]:
        """Look at the library and change it, while no other process does.

        Whoever changes it begins with `narrate.library.settle.settle`, which finishes what a
        process that was killed had begun.
        """
        self.prepare()
        with locked(self.state / "lock", str(self.folder)), opened(self.state, self.records) as it:
            yield it

    @contextmanager
    def looked_at(self) -> Iterator[Index]:
        """Look at the library, whoever may be changing it."""
        self.prepare()
        with opened(self.state, self.records) as index:
            index.refresh()
            yield index

    def prepare(self) -> None:
        """Make the folders that there have to be; raises PublishError where that can't be."""
        try:
            for folder in (self.records, self.staging, self.episodes):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PublishError(
                f"can't be made a library: {error.strerror}", subject=str(self.folder)
            ) from error

    def keep(self, record: Record) -> None:
        """Write a record: from this moment on, what it says is true."""
        write(self.records / f"{record.slug}.json", written(record))

    @property
    def _note(self) -> Path:
        return self.state / "doing.json"

    def note(self, doing: Doing) -> None:
        """Note down what is going to be done."""
        write(self._note, json.dumps({"slug": doing.slug, "edition": doing.edition}))

    def noted(self) -> Doing | None:
        """What was being done by a process that did not end well."""
        try:
            value = json.loads(self._note.read_text("utf-8"))
            return Doing(str(value["slug"]), int(value["edition"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise PublishError(
                "can't be read", subject=str(self._note), mend="run: narrate library check --mend"
            ) from error

    def done(self) -> None:
        """Cross out what was noted."""
        self._note.unlink(missing_ok=True)

    @contextmanager
    def workplace(self) -> Iterator[Path]:
        """A folder for episodes in the making; it goes when the block, or the process, ends."""
        token = os.urandom(6).hex()
        folder, lock = self.staging / token, self.staging / f"{token}.lock"
        self.prepare()
        # Nobody else may take the lock for that of a dead process before it is held.
        with locked(self.state / "lock", str(self.folder)):
            handle = held(lock)
            folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            if handle is not None:
                os.close(handle)
            lock.unlink(missing_ok=True)

    def sweep(self) -> list[Path]:
        """Remove the workplaces of processes that are no more; call it while alone."""
        for folder in (gone := self.dead()):
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                folder.with_suffix(".lock").unlink()
        return gone

    def dead(self) -> list[Path]:
        """The workplaces of processes that are no more, and what they were throwing away."""
        locks = {lock.with_suffix(""): lock for lock in sorted(self.staging.glob("*.lock"))}
        bare = [path for path in sorted(self.staging.iterdir()) if path.suffix != ".lock"]
        found = [path for path in bare if path not in locks]
        for folder, lock in locks.items():
            handle = held(lock)
            if handle is not None:
                os.close(handle)
                found.append(folder)
        return found

    def throw_away(self, folder: Path) -> None:
        """Remove a folder of episodes so that it is gone at once; call it while alone."""
        if not folder.exists():
            return
        gone = self.staging / os.urandom(6).hex()
        with suppress(OSError):  # Windows moves no folder of which a file is open
            folder.rename(gone)
        for left in (gone, folder):
            shutil.rmtree(left, ignore_errors=True)


def library(folder: Path, *, allow_private: bool = False) -> Library:
    """The library in a folder; raises ConfigError where its settings are missing or wrong."""
    config = load(folder, allow_private=allow_private)
    kept = Cache(default_folder())
    return Library(folder, replace(config, settings=replace(config.settings, kept=kept)))
