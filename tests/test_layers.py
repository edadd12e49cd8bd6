"""Imports point one way: model, errors ← stages ← pipeline, reading ← cli."""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "narrate"

EVERYWHERE = {"model", "errors", "__init__"}

MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "__init__": set(),
    # The stages.
    "fetch": set(),
    "languages": set(),
    "notices": {"languages"},
    "extract": {"notices"},
    "phrases": {"languages"},
    "spoken": set(),
    "voices": {"languages", "notices"},
    "frame": set(),
    "script": {"frame", "spoken", "phrases"},
    "engines": {"cache"},
    "cache": set(),
    "workers": set(),
    "speak": {"engines", "cache"},
    "stitch": {"spoken"},
    "master": set(),
    "publish": {"notices"},
    "feed": {"languages", "publish", "phrases"},
    "player": set(),
    "credentials": {"publish"},
    "watermarks": set(),
    "detection": {"containers", "watermarks"},
    "slug": set(),
    "forms": set(),
    # What knows their order.
    "piece": {"cache", "engines", "master", "speak", "stitch", "watermarks"},
    "containers": {"master", "publish"},
    "programme": {"master", "piece"},
    "finish": {"containers"},
    "signature": {"credentials", "engines", "finish", "publish"},
    "pipeline": {
        "cache", "containers", "credentials", "engines", "finish", "master", "piece", "programme",
        "publish", "signature", "stitch", "watermarks", "workers",
    },
    "reading": {
        "engines", "extract", "fetch", "forms", "frame", "languages", "notices", "phrases",
        "script", "spoken", "voices",
    },
    "conversion": {"cache", "fetch", "pipeline", "publish", "reading", "voices"},
    "digest": {"languages", "phrases", "reading", "script"},
    "saying": {
        "cache", "conversion", "engines", "master", "piece", "pipeline", "reading", "speak",
        "spoken", "stitch",
    },
    "suggestion": {"engines", "frame", "reading", "script", "spoken"},
    "audit": {"config", "credentials", "fetch", "notices", "publish"},
    "playing": set(),
    "batch": {"conversion", "pipeline", "publish", "reading", "workers"},
    "sync": {"fetch"},
    "inspection": {"feed", "fetch", "sync"},
    "feeding": {"fetch", "library", "reading", "sync"},
    # The doors.
    "testing": {"engines", "speak"},
    "__main__": {"cli"},
}  # fmt: skip
"""For each room, the other rooms that it may import; `cli` and rooms above it may import any."""

TOP = {"cli", "embed", "server", "library", "config", "preview"}


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def imports(path):
    """The import statements of a file, in functions too."""
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def imported(path):
    """The rooms that a file imports."""
    inside = ("narrate", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in imports(path):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            stem = ".".join(inside[: -node.level]) if node.level else ""
            module = ".".join(part for part in (stem, node.module) if part)
            names = [f"{module}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "narrate" and len(parts) > 1:
                known = (PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").is_file()
                yield parts[1] if known else "__init__"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path):
    here = room(path)

    if here not in TOP:
        strangers = set(imported(path)) - EVERYWHERE - MAY_IMPORT[here] - {here}

        assert strangers == set()


def test_every_room_is_placed():
    assert {room(path) for path in FILES} <= MAY_IMPORT.keys() | TOP


def test_only_fetch_opens_connections():
    openers = {"socket", "ssl", "http", "urllib3", "requests", "httpx"}
    found = {
        room(path)
        for path in FILES
        for node in imports(path)
        for name in _modules(node)
        if name in openers
    }

    assert found <= {"fetch", "server"}


def _modules(node):
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.split(".")[0]]
    return []
