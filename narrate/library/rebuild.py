"""The feed brought in step: after a change of settings, a crash, or a batch of new episodes."""

from dataclasses import replace

from narrate.library.build import Built
from narrate.library.face import show
from narrate.library.place import Library
from narrate.library.settle import publish, settle


def rebuild(library: Library, *, pages: bool = False) -> Built:
    """Finish what was begun and bring the feed, and with `pages` all pages, in step.

    Raises PublishError where a file can't be written, ConfigError where settings are wrong.
    """
    with library.alone() as index:
        settle(library, index)
        built = publish(library, index)
        every = index.every("published") if pages else ()
        shown = [one.slug for one in every if show(library, one)]
    return replace(built, written=(*built.written, *(f"episodes/{slug}" for slug in shown)))
