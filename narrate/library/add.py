"""Articles become episodes: looked at, converted side by side, and each put in when it is done."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from narrate.batch import Batch
from narrate.conversion import Result
from narrate.errors import NarrateError
from narrate.fetch import Raw
from narrate.library.compare import settings_hash
from narrate.library.front import front
from narrate.library.look import Look, Seen
from narrate.library.picture import pictured
from narrate.library.place import Library
from narrate.library.put import Became, came_out, put
from narrate.library.ready import SOUND, make_ready
from narrate.library.rebuild import rebuild
from narrate.library.record import folder_url
from narrate.library.settle import settle
from narrate.pipeline import Progress
from narrate.workers import Workers, cores

LOG = logging.getLogger(__name__)

State = Literal[Became, "failed"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a source."""

    source: str
    state: State
    slug: str | None = None
    title: str | None = None
    duration: float | None = None
    """Seconds."""
    url: str | None = None
    """Of the episode's page."""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """How articles are added."""

    again: bool = False
    """Whether those that did not change are narrated once more."""
    jobs: int | None = None
    """Worker processes; None for one a core."""
    dates: Mapping[str, datetime] = field(default_factory=dict)
    """When articles came out, by the names of their sources, as what lists them says."""


def add(
    library: Library, sources: Sequence[str | Raw], work: Work, progress: Progress
) -> Iterator[Added]:
    """Narrate articles into the library and build its feed; what became of each, as it is known.

    A source is the name of one, or what has been loaded from it.
    Those that need nothing come first. Conversions run without the lock, so several processes
    may add at once. One that fails doesn't hold up the others. However it ends, by an error or
    Ctrl-C too, what was put in until then is in the feed. Settings with which no feed can be
    built, a signer that can't sign and a key that can't be read are errors before all else.
    """
    front(library)
    library = _marking(_able_to_sign(library))
    with library.alone() as index:
        settle(library, index)
    with _published(library), library.workplace() as folder:
        todo: list[Seen] = []
        for seen in _looked_at(library, sources, work, folder):
            if isinstance(seen, Added):
                yield seen
            else:
                todo.append(seen)
        yield from _narrated(library, todo, work, progress)


def _able_to_sign(library: Library) -> Library:
    """The same where the signer, if there is one, can sign now; CredentialsError where not."""
    settings = library.config.settings
    if settings.signing is None:
        return library
    from narrate.credentials.signers import checked

    settings = replace(settings, signing=checked(settings.signing))
    return replace(library, config=replace(library.config, settings=settings))


def _marking(library: Library) -> Library:
    """The same with the key of its watermark read; WatermarkError where that can't be done."""
    config = library.config
    if config.watermark is None:
        return library
    settings = replace(config.settings, marking=config.watermark.marking())
    return replace(library, config=replace(config, settings=settings))


@contextmanager
def _published(library: Library) -> Iterator[None]:
    try:
        yield
    finally:
        rebuild(library)


def _looked_at(
    library: Library, sources: Sequence[str | Raw], work: Work, folder: Path
) -> Iterator[Seen | Added]:
    settings = settings_hash(library.config)
    looks = [
        Look(
            source.source if isinstance(source, Raw) else source,
            library,
            settings,
            folder / str(number),
            work.again,
            source if isinstance(source, Raw) else None,
        )
        for number, source in enumerate(sources)
    ]
    for look, seen in zip(looks, _outcomes(looks, work), strict=True):
        if isinstance(seen, NarrateError):
            yield Added(look.source, "failed", error=str(seen))
        elif seen.news != "new":
            yield Added(look.source, seen.news, seen.slug)
        else:
            yield seen


def _outcomes(looks: list[Look], work: Work) -> Iterator[Seen | NarrateError]:
    """What is seen of each source: here for a few, side by side for many."""
    count = work.jobs or cores()
    if len(looks) <= count or count == 1:
        for look in looks:
            try:
                yield look.run()
            except NarrateError as error:
                yield error
        return
    with Workers(Look.run, _nothing, Look.title, count, ahead=1000) as pool:
        yield from pool.outcomes(looks)


def _nothing() -> None:
    """What a worker loads before it has a page: what it takes anyway."""


def _narrated(
    library: Library, todo: list[Seen], work: Work, progress: Progress
) -> Iterator[Added]:
    if not todo:
        return
    library = pictured(library)
    first, *others = library.config.formats
    made = {name: list(_batch(library, todo, work, name).outcomes(_untold)) for name in others}
    faults: dict[tuple[str, str], str] = {}
    outcomes = _batch(library, todo, work, first).outcomes(progress)
    for place, (seen, outcome) in enumerate(zip(todo, outcomes, strict=True)):
        yield _put_in(library, seen, outcome, work)
        if isinstance(outcome, NarrateError):
            continue  # what kept the others from being made is told already
        for name, each in made.items():
            if isinstance(error := each[place], NarrateError):
                faults.setdefault((name, error.what), _named(error, seen))
    for (name, _), fault in faults.items():
        LOG.warning("episodes were put in without their %s: %s", name, fault)


def _batch(library: Library, todo: list[Seen], work: Work, name: str) -> Batch:
    config = library.config
    folders = {str(seen.saved): _folder(seen) for seen in todo}
    settings = replace(config.settings, format=name)
    suffix = settings.container.suffix

    def name_of(source: str, _title: str | None) -> Path:
        return folders[source] / f"{SOUND}{suffix}"

    return Batch(tuple(folders), config.reading, settings, name_of, jobs=work.jobs)


def _untold(_done: int, _total: int) -> None:
    """Progress that nobody asked for."""


def _folder(seen: Seen) -> Path:
    """Where the files of an article are made."""
    path = seen.saved or Path()
    return path.with_name(path.name.partition("-")[0])


def _put_in(library: Library, seen: Seen, outcome: Result | NarrateError, work: Work) -> Added:
    try:
        if isinstance(outcome, NarrateError):
            raise outcome
        ready = make_ready(_folder(seen), library.config.settings.container.suffix)
        published = came_out(ready.published, work.dates.get(seen.source))
        told = replace(ready.told, artwork=seen.artwork)
        ready = replace(ready, told=told, published=published)
        with library.alone() as index:
            settle(library, index)
            became = put(library, index, ready, seen, again=work.again)
    except NarrateError as error:
        return Added(seen.source, "failed", error=_named(error, seen))
    url = folder_url(library.config.channel.address, became.slug)
    length = round(outcome.duration, 3)
    return Added(seen.source, became.became, became.slug, outcome.title, length, url)


def _named(error: NarrateError, seen: Seen) -> str:
    """An error that names the article as the user did, and not as it was saved."""
    subject = error.subject or seen.source
    made = subject.startswith(str(_folder(seen)))  # a file in the workplace, which nobody knows
    name = seen.source if made else subject.replace(str(seen.saved), seen.source)
    return str(type(error)(error.what, subject=name, mend=error.mend))
