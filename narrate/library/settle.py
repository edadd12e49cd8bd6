"""The end of every change, and what finishes one that was broken off.

An edition's files are put into place before the record names them, the record is written before
the feed is built, and what the record no longer names goes only when the feed doesn't name it
either. Whatever the moment at which a process dies, the feed and the files it names agree;
what is left over is found by the note of what was being done.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from narrate.errors import PublishError
from narrate.library.build import Built, build
from narrate.library.face import show
from narrate.library.index import Index
from narrate.library.place import Doing, Library
from narrate.library.record import Record, Retired


def settle(library: Library, index: Index) -> None:
    """Finish what a process that was killed had begun; call it first when alone."""
    library.sweep()
    doing = library.noted()
    if doing is None:
        return
    index.refresh()
    record = index.get(doing.slug)
    if record is None or record.state != "published":
        publish(library, index)
        library.throw_away(library.place(doing.slug))
    else:
        _finish(library, index, record, doing)
    library.done()


def _finish(library: Library, index: Index, record: Record, doing: Doing) -> None:
    if doing.edition > record.edition:  # it never got as far as its record
        library.throw_away(library.place(record.slug) / str(doing.edition))
    with suppress(PublishError):  # a manifest that is damaged is what `check` tells of
        show(library, record)
    publish(library, index)


def publish(library: Library, index: Index) -> Built:
    """Build the feed, and let go of what it has not named for long enough; call it while alone."""
    built = build(library, index)
    until = datetime.now(UTC) - timedelta(hours=library.config.keep_replaced)
    for record in list(index.with_retired()):
        old = [one for one in record.retired if datetime.fromisoformat(one.since) <= until]
        for one in old:
            _let_go(library, record.slug, one)
        if old:
            stay = tuple(one for one in record.retired if one not in old)
            library.keep(replace(record, retired=stay))
    return built


def _let_go(library: Library, slug: str, old: Retired) -> None:
    folder = library.place(slug)
    if old.edition > 1:
        library.throw_away(folder / str(old.edition))
        return
    for name in old.names:
        with suppress(OSError):
            (folder / name).unlink()
