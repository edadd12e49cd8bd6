"""The end of every change, and what finishes one that was broken off.

An edition's files are put into place before the record names them, the record is written before
the feed is built, and what the record no longer names goes only when the feed doesn't name it
either. Whatever the moment at which a process dies, the feed and the files it names agree;
what is left over is found by the note of what was being done.
"""

import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from narrate.errors import PublishError
from narrate.library.build import Built, build
from narrate.library.face import show
from narrate.library.index import Index
from narrate.library.place import Doing, Library
from narrate.library.record import Record


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
        shutil.rmtree(library.place(doing.slug), ignore_errors=True)
    else:
        _finish(library, index, record, doing)
    library.done()


def _finish(library: Library, index: Index, record: Record, doing: Doing) -> None:
    if doing.edition > record.edition:  # it never got as far as its record
        shutil.rmtree(library.place(record.slug) / str(doing.edition), ignore_errors=True)
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
            _let_go(library.place(record.slug), one.edition, one.names)
        if old:
            stay = tuple(one for one in record.retired if one not in old)
            library.keep(replace(record, retired=stay))
    return built


def _let_go(folder: Path, edition: int, names: tuple[str, ...]) -> None:
    if edition > 1:
        shutil.rmtree(folder / str(edition), ignore_errors=True)
        return
    for name in names:
        with suppress(OSError):
            (folder / name).unlink()
