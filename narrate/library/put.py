"""An edition that is ready takes its place, and an episode leaves its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Literal
from uuid import UUID, uuid5

from narrate.errors import PublishError
from narrate.library.compare import unchanged
from narrate.library.face import faces, put_there, show
from narrate.library.index import Index
from narrate.library.look import Seen
from narrate.library.place import Doing, Library
from narrate.library.ready import Ready
from narrate.library.record import FACES, Record, Retired, difference
from narrate.publish.atomic import synced
from narrate.slug import slug

Became = Literal["added", "replaced", "unchanged", "removed"]
_DATE = len("2026-11-22")


@dataclass(frozen=True, slots=True)
class Put:
    """What became of an edition."""

    became: Became
    slug: str


def put(library: Library, index: Index, ready: Ready, seen: Seen, *, again: bool = False) -> Put:
    """Make an edition an episode, or the present edition of one; call it while alone.

    The feed is not built yet. Another process may have been faster, or have taken the episode
    down in the meantime; then this edition is not used. Raises PublishError where files can't
    be moved.
    """
    index.refresh()
    known = index.of(seen.identity)
    if known is not None and known.state == "removed":
        return Put("removed", known.slug)
    if known is not None and known.state == "published":
        if unchanged(known.compared, seen.compared) and not again:
            return Put("unchanged", known.slug)
        if known.files == ready.files:  # what was made is what should be there, byte for byte
            mended = _mended(library, known, ready)
            library.keep(replace(known, told=ready.told, compared=seen.compared))
            return Put("replaced" if mended else "unchanged", known.slug)
        record = _replaced(known, ready, seen)
    else:
        record = _added(library, index, known, ready, seen)
    _into_place(library, record, ready)
    return Put("replaced" if record.modified else "added", record.slug)


def _mended(library: Library, known: Record, ready: Ready) -> bool:
    """Put back the files that were lost or damaged; whether there were any."""
    folder = library.place(known.slug) / known.within
    try:
        bad = [file for file in ready.files if difference(folder / file.name, file)]
        for file in bad:
            (ready.folder / file.name).replace(folder / file.name)
    except OSError as error:
        raise PublishError(f"can't be put there: {error.strerror}", subject=str(folder)) from error
    return bool(bad)


def _into_place(library: Library, record: Record, ready: Ready) -> None:
    library.note(Doing(record.slug, record.edition))
    place = library.place(record.slug)
    if record.edition > 1:
        place.mkdir(exist_ok=True)
    target = place / str(record.edition) if record.edition > 1 else place
    first = record.edition == 1
    if first:
        texts = faces(library, record, ready.folder)
        put_there(ready.folder, {name: text.encode() for name, text in texts.items()})
    try:
        synced(ready.folder)
        ready.folder.rename(target)
        synced(target.parent)
    except OSError as error:
        raise PublishError(f"can't be put there: {error.strerror}", subject=str(target)) from error
    library.keep(record)
    if not first:
        show(library, record)
    library.done()


def _replaced(known: Record, ready: Ready, seen: Seen) -> Record:
    now = _now()
    own = known.edition > 1
    names = tuple(one.name for one in known.files if own or one.name not in FACES)
    return replace(
        known,
        told=ready.told,
        files=ready.files,
        compared=seen.compared,
        source=seen.source,
        modified=now,
        edition=known.edition + 1,
        retired=(*known.retired, Retired(known.edition, now, names)),
    )


def _added(
    library: Library, index: Index, known: Record | None, ready: Ready, seen: Seen
) -> Record:
    """A new episode, or one that had been taken down and may come again."""
    now = datetime.now(UTC)
    new = Record(
        slug=known.slug if known else _free(library, index, ready.told.title),
        guid=known.guid if known else _guid(library, seen.identity),
        identity=seen.identity,
        source=seen.source,
        published=known.published if known else dated(ready.published, now).isoformat(),
        told=ready.told,
        files=ready.files,
        compared=seen.compared,
    )
    # Addresses at which other bytes were once served are not used again.
    return replace(new, edition=known.edition + 1) if known else new


def _guid(library: Library, identity: str) -> str:
    """Made from the article's identity: the same if the library is lost and made again."""
    return f"urn:uuid:{uuid5(UUID(library.config.channel.guid), identity)}"


def _free(library: Library, index: Index, title: str) -> str:
    """A name for the folder that no episode has, and that no folder has."""
    stem = slug(title)
    names: Iterator[str] = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
    return next(n for n in names if index.get(n) is None and not library.place(n).exists())


def came_out(published: str | None, listed: datetime | None) -> str | None:
    """When an article came out: as its page says, else, or more exactly, as its listing does.

    >>> listed = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
    >>> came_out(None, listed), came_out("2026-03-05", listed), came_out("2026-03-04", listed)
    ('2026-03-05T09:30:00+00:00', '2026-03-05T09:30:00+00:00', '2026-03-04')
    """
    if listed and (not published or published == listed.date().isoformat()):
        return listed.isoformat()
    return published


def dated(published: str | None, now: datetime) -> datetime:
    """When an episode is said to be published: when its article was, and never in the future.

    An article of today without a time counts from now, one of an earlier day from noon.

    >>> now = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
    >>> dated("2026-03-01", now).isoformat(), dated("2026-03-05", now) == now
    ('2026-03-01T12:00:00+00:00', True)
    >>> dated("2026-03-01T08:00:00+01:00", now).isoformat()
    '2026-03-01T07:00:00+00:00'
    """
    now = now.replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return now
    if moment.tzinfo is None:
        is_date = len(published or "") == _DATE
        moment = (moment + timedelta(hours=12) if is_date else moment).replace(tzinfo=UTC)
        if is_date and abs(moment.date() - now.date()) < timedelta(days=1):
            return now
    try:
        return min(moment.astimezone(UTC), now)
    except OverflowError:
        return now


def _now() -> str:
    return datetime.now(UTC).replace(microsecond=0).isoformat()
