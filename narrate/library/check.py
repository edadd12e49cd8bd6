"""Whether a library is whole: what is missing, changed or left over, and what can be mended.

Nothing that narrate didn't make is deleted: what nobody knows is moved out of what is served, to
`.narrate/orphans/`.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from narrate.errors import NarrateError
from narrate.library.build import outdated
from narrate.library.face import show
from narrate.library.index import Index
from narrate.library.place import Library
from narrate.library.ready import NAMES
from narrate.library.record import FACES, MANIFEST, Compared, Kept, Record, difference
from narrate.library.settle import publish, settle
from narrate.publish.atomic import synced, write
from narrate.publish.companions import texts
from narrate.publish.readback import read_timeline

Fault = Literal["missing", "changed", "orphan", "left over", "unfinished", "damaged"]


@dataclass(frozen=True, slots=True)
class Found:
    """Something that is not as it should be."""

    fault: Fault
    path: str
    """From the library's folder."""
    about: str
    """What it is, and how it can be mended where `--mend` couldn't."""
    mended: bool = False

    def __str__(self) -> str:
        return f"{'mended' if self.mended else self.fault}: {self.path} ({self.about})"


@dataclass(frozen=True, slots=True)
class _Fault:
    found: Found
    mend: Callable[[], bool]
    """Whether that mended it."""


def check(library: Library, *, mend: bool = False, quick: bool = False) -> list[Found]:
    """All that is wrong with a library, and whether it was mended.

    `quick` believes files that have the right size, without reading them. No other process
    changes the library in the meantime.
    """
    with library.alone() as index:
        faults = [*_unfinished(library, index), *_damaged(library, index)]
        told = _tried(faults, mend=mend)
        if mend:
            settle(library, index)
        faults = [*_episodes(library, index, quick=quick), *_orphans(library, index)]
        told += _tried([*faults, *_leftovers(library)], mend=mend)
        late = list(outdated(library, index))
        if mend:
            publish(library, index)
    about = "a document of the feed that is not in step; narrate feed build"
    return told + [Found("changed", name, about, mended=mend) for name in late]


def _tried(faults: list[_Fault], *, mend: bool) -> list[Found]:
    return [replace(fault.found, mended=mend and fault.mend()) for fault in faults]


def _unfinished(library: Library, index: Index) -> Iterator[_Fault]:
    """What a process that was killed has left: other runs would finish it too."""
    try:
        doing = library.noted()
    except NarrateError as error:
        found = Found("damaged", ".narrate/doing.json", error.what)
        yield _Fault(found, lambda: _gone(library.state / "doing.json"))
        return
    if doing:
        about = "a change that was broken off; any run of narrate finishes it"
        found = Found("unfinished", f"episodes/{doing.slug}", about)
        yield _Fault(found, lambda: _settled(library, index))
    for folder in library.dead():
        about = "the workplace of a process that was killed"
        yield _Fault(Found("left over", _within(library, folder), about), lambda: True)


def _settled(library: Library, index: Index) -> bool:
    settle(library, index)
    return True


def _damaged(library: Library, index: Index) -> Iterator[_Fault]:
    """Records that can't be read: the index may still know what they said."""
    for error in index.refresh():
        path = Path(error.subject or "")
        about = "the record of an episode can't be read; put it back from a backup"
        found = Found("damaged", _within(library, path), about)
        yield _Fault(found, lambda path=path: _remembered(library, index, path))  # type: ignore[misc]


def _remembered(library: Library, index: Index, path: Path) -> bool:
    """Write a record as the index has it."""
    record = index.get(path.stem)
    if record:
        library.keep(record)
    return record is not None


def _episodes(library: Library, index: Index, *, quick: bool) -> Iterator[_Fault]:
    for record in index.every("published"):
        folder = library.place(record.slug)
        for place, file in record.places.items():
            if fault := difference(folder / place, file, quick=quick):
                yield _fault(library, record, file, fault)
        yield from _faces(library, record)


def _fault(library: Library, record: Record, file: Kept, fault: Fault) -> _Fault:
    path = library.place(record.slug) / record.within / file.name
    if file.type or file.name == MANIFEST:
        about = f"put it back, or: narrate feed add {library.folder} {record.source}"
        return _Fault(
            Found(fault, _within(library, path), about), lambda: _asked_for(library, record)
        )
    about = "it is made from the manifest"
    found = Found(fault, _within(library, path), about)
    return _Fault(found, lambda: _made_again(library, record, file))


def _asked_for(library: Library, record: Record) -> bool:
    """See to it that the article is narrated again when it is next added; that is no mending."""
    library.keep(replace(record, compared=Compared()))
    return False


def _made_again(library: Library, record: Record, file: Kept) -> bool:
    """Make a companion file from the manifest; one of another version may come out otherwise."""
    folder = library.place(record.slug) / record.within
    kind = next((kind for kind, name in NAMES.items() if name == file.name), None)
    try:
        narration = read_timeline((folder / MANIFEST).read_text("utf-8"))
        if kind is None:
            return False
        write(folder / file.name, texts(narration, [kind])[kind])
    except (NarrateError, OSError, UnicodeDecodeError):
        return False
    return difference(folder / file.name, file, quick=False) is None


def _faces(library: Library, record: Record) -> Iterator[_Fault]:
    """The pages at an episode's lasting addresses.

    What they say changes with the settings and with narrate; `feed build --pages` is for that.
    """
    for name in FACES:
        path = library.place(record.slug) / name
        if not path.is_file() and name not in record.places:
            found = Found("missing", _within(library, path), "it shows the present edition")
            yield _Fault(found, lambda: _shown(library, record))


def _shown(library: Library, record: Record) -> bool:
    try:
        show(library, record)
    except NarrateError:
        return False
    return True


def _orphans(library: Library, index: Index) -> Iterator[_Fault]:
    """What lies among the episodes and belongs to none."""
    known = {record.slug: record for record in index.every("published")}
    for entry in sorted(library.episodes.iterdir()):
        record = known.get(entry.name)
        strangers = [entry] if record is None else _strangers(entry, record)
        for path in strangers:
            if not _is_part(path):
                found = Found("orphan", _within(library, path), "no episode has it")
                yield _Fault(found, lambda path=path: _moved(library, path))  # type: ignore[misc]


def _strangers(folder: Path, record: Record) -> list[Path]:
    if not folder.is_dir():
        return []
    own = {Path(place) for place in (*record.places, *FACES)}
    for old in record.retired:
        within = "" if old.edition == 1 else f"{old.edition}/"
        own |= {Path(within + name) for name in old.names}
    own |= {parent for path in own for parent in path.parents}
    return [path for path in sorted(folder.rglob("*")) if path.relative_to(folder) not in own]


def _is_part(path: Path) -> bool:
    return path.name.startswith(".narrate-") and path.suffix == ".part"


def _moved(library: Library, path: Path) -> bool:
    """Move it out of what is served, under a name that tells where it was."""
    folder = library.state / "orphans"
    name = "__".join(path.relative_to(library.episodes).parts)
    target = folder / f"{name}.{os.urandom(3).hex()}"
    try:
        folder.mkdir(exist_ok=True)
        path.rename(target)
    except FileNotFoundError:  # it went with the folder around it
        return True
    except OSError:
        return False
    synced(folder)
    return True


def _leftovers(library: Library) -> Iterator[_Fault]:
    """Files that a process was writing when it was killed."""
    for folder in (library.folder, library.state, library.records):
        for path in sorted(folder.glob(".narrate-*.part")):
            yield _left(library, path)
    for path in sorted(library.episodes.rglob(".narrate-*.part")):
        yield _left(library, path)


def _left(library: Library, path: Path) -> _Fault:
    found = Found("left over", _within(library, path), "a file that was never finished")
    return _Fault(found, lambda: _gone(path))


def _gone(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _within(library: Library, path: Path) -> str:
    return path.relative_to(library.folder).as_posix()
