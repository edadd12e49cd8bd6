"""The files that pages refer to: the player's, and the style and script of our own pages."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDERS = (_PACKAGE / "player", _PACKAGE / "embed" / "files")
_KINDS = {".js", ".css", ".json"}


def assets() -> dict[str, bytes]:
    """Each file by its path under the player's folder, as `labels/fr.json`, in order."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for folder in _FOLDERS
        for path in sorted(folder.rglob("*"))
        if path.suffix in _KINDS
    }
