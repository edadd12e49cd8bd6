"""Where the editions of sources go."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from narrate.containers import Container, find, for_suffix, names
from narrate.errors import PublishError
from narrate.slug import slug


@dataclass
class Outputs:
    """Names one file a source: as told, after the source, or after the title."""

    wanted: str | None
    """What was given with -o."""
    many: bool
    """Whether there are several sources."""
    format: str | None = None
    """The name of a container; None for what the file's name says, else MP3."""
    _taken: set[str] = field(default_factory=set, init=False)

    @property
    def container(self) -> Container:
        """What the files are."""
        told = for_suffix(self.wanted or "") if not self._is_folder() else None
        return find(self.format) if self.format else told or find("mp3")

    @property
    def is_stdout(self) -> bool:
        """Whether the sound goes to standard output."""
        return self.wanted == "-"

    def check(self) -> None:
        """Raises PublishError for what can't work, before any work is done."""
        if self.is_stdout or self.wanted is None:
            if self.is_stdout and self.many:
                raise PublishError("only one article can go to standard output", subject="-o -")
            self.container.check()
            return
        if self._is_folder():
            self.container.check()
            _make(Path(self.wanted))
            return
        path = Path(self.wanted)
        if path.suffix.lower() != self.container.suffix:
            raise PublishError(
                f"that isn't the name of {self.container.name.upper()} audio",
                subject=self.wanted,
                mend=f"name it {path.stem}{self.container.suffix}; "
                f"the formats are {', '.join(names())}",
            )
        self.container.check()
        _writable(path.parent)

    @property
    def folder(self) -> Path:
        """The folder that files go to when they are named one by one."""
        return Path(self.wanted or ".") if self._is_folder() else Path()

    def path(self, source: str, title: str | None) -> Path | None:
        """The file's path, or None while it takes a title to tell; no two sources get the same."""
        if self.wanted is not None and not self._is_folder():
            return Path(self.wanted)
        if self.wanted is None and _is_file(source):
            return self._free(Path(source).stem)
        return None if title is None else self._free(slug(title))

    def _free(self, stem: str) -> Path:
        name, number = stem, 2
        while name.casefold() in self._taken:
            name, number = f"{stem}-{number}", number + 1
        self._taken.add(name.casefold())
        return self.folder / f"{name}{self.container.suffix}"

    def _is_folder(self) -> bool:
        wanted = self.wanted or ""
        if not wanted or self.is_stdout:
            return False
        return self.many or wanted.endswith(("/", os.sep)) or Path(wanted).is_dir()


def _is_file(source: str) -> bool:
    return source != "-" and "://" not in source


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(
            f"can't be made a folder: {error.strerror}", subject=str(folder)
        ) from error
    _writable(folder)


def _writable(folder: Path) -> None:
    if not folder.is_dir():
        raise PublishError("there is no such folder", subject=str(folder), mend="make it first")
    if not os.access(folder, os.W_OK):
        raise PublishError("may not be written to", subject=str(folder))
