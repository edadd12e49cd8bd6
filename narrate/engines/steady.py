"""espeak-ng's data with a steady pitch, so that the same text always takes the same time.

By default espeak-ng lets the pitch flutter. Where it is in its flutter carries over from one
text to the next, is reset by nothing, and moves the end of a sentence by up to 10 ms: the
timeline would depend on which worker spoke what before. `flutter 0` in a voice variant turns
it off; lengths and word times are then the same for every text, whatever went before (checked
on 40 texts in random order, in five voices). Variants are read from the data folder alone, so
that folder is mirrored with links, and its variants are rewritten.
"""

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

VARIANT = "steady"
"""The variant for voices that name none of their own."""

_FLUTTER = "\nflutter 0\n"
_VARIANTS = Path("voices", "!v")


def steady_home(data: Path, folder: Path) -> Path:
    """The folder to start espeak-ng with in place of the one that holds `data`.

    It is made once, in `folder`, which is safe to delete; where that can't be written, in a
    temporary folder.
    """
    state = f"{data} {data.stat().st_mtime_ns}"
    home = folder / f"espeak-ng-{hashlib.sha256(state.encode()).hexdigest()[:16]}"
    if _whole(home, data):
        return home
    broken = home.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(dir=folder))
    except OSError:
        home = new = Path(tempfile.mkdtemp(prefix="narrate-"))
    _mirror(data, new / data.name)
    if new != home:
        # What has come meanwhile is another process's, whole and in use; only what was there
        # before and is still broken may go.
        if broken and not _whole(home, data):
            shutil.rmtree(home, ignore_errors=True)
        with contextlib.suppress(OSError):  # another process was first: its mirror is the same
            new.rename(home)
        shutil.rmtree(new, ignore_errors=True)
    return home


def _whole(home: Path, data: Path) -> bool:
    mirror = home / data.name
    return (mirror / _VARIANTS / VARIANT).is_file() and (mirror / "phontab").is_file()


def _mirror(data: Path, mirror: Path) -> None:
    (mirror / _VARIANTS).mkdir(parents=True)
    for folder in (Path(), _VARIANTS.parent):
        for entry in os.scandir(data / folder):
            if folder / entry.name not in (_VARIANTS, _VARIANTS.parent):
                (mirror / folder / entry.name).symlink_to(entry.path)
    for entry in os.scandir(data / _VARIANTS):
        text = Path(entry.path).read_text("utf-8", "replace")
        (mirror / _VARIANTS / entry.name).write_text(text + _FLUTTER, "utf-8")
    own = f"language variant\nname {VARIANT}{_FLUTTER}"
    (mirror / _VARIANTS / VARIANT).write_text(own, "utf-8")
