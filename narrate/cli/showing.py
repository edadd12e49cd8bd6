"""What commands show while they work."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from narrate.pipeline import Progress

_LABEL = 40  # characters of a source before the bar


@contextmanager
def progress_bar(label: str) -> Iterator["Progress"]:
    """A bar with the time left, on a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    shown = label if len(label) <= _LABEL else f"…{label[1 - _LABEL :]}"
    with click.progressbar(length=1, label=shown, file=sys.stderr, show_eta=True) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done)

        yield tell
