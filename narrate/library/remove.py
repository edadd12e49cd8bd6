"""Taking an episode down, everywhere and for good; and allowing it again."""

from dataclasses import replace
from datetime import UTC, datetime

from narrate.errors import PublishError
from narrate.library.index import Index
from narrate.library.place import Doing, Library
from narrate.library.record import Record
from narrate.library.settle import publish, settle


def remove(library: Library, slug: str) -> Record:
    """Take an episode down: out of the feed first, then its folder, with all earlier editions.

    A tombstone stays, so that no `add` or `sync` brings it back. Raises PublishError where there
    is no such episode.
    """
    with library.alone() as index:
        settle(library, index)
        index.refresh()
        record = _known(index, slug)
        library.note(Doing(slug, record.edition))
        told = replace(record.told, lead="", authors=(), chapters=(), image=None, artwork=None)
        gone = replace(record, state="removed", changed=_now(), told=told, files=(), retired=())
        library.keep(gone)
        publish(library, index)
        library.throw_away(library.place(slug))
        library.done()
    return gone


def restore(library: Library, slug: str) -> Record:
    """Lift a tombstone: the article may be added again, and keeps its GUID and its date.

    Raises PublishError where there is none.
    """
    with library.alone() as index:
        settle(library, index)
        index.refresh()
        record = _known(index, slug)
        if record.state != "removed":
            raise PublishError("was not taken down", subject=slug)
        lifted = replace(record, state="restored", changed=_now())
        library.keep(lifted)
    return lifted


def _known(index: Index, slug: str) -> Record:
    from difflib import get_close_matches

    record = index.get(slug)
    if record is None:
        near = get_close_matches(slug, [entry.slug for entry in index.entries()], 1)
        mend = f"did you mean {near[0]}?" if near else "narrate library list DIR names them all"
        raise PublishError("is no episode of this library", subject=slug, mend=mend)
    return record


def _now() -> str:
    return datetime.now(UTC).replace(microsecond=0).isoformat()
