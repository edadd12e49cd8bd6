"""The built wheel, installed in an empty environment and run once: does it bring all it needs?"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "news-report" / "source.html"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="narrate-wheel-") as name:
        folder = Path(name)
        wheel = _build(folder)
        python = _environment(folder / "empty")
        _run(python, "-m", "pip", "install", "--quiet", str(wheel))
        # Nothing of the system's but its shell's own folders: no ffmpeg and no espeak.
        clean = {"PATH": "/nowhere", "HOME": name, "XDG_CACHE_HOME": str(folder / "cache")}
        result = _convert(python, folder, clean)
        _run(python, "-m", "narrate", "doctor", env=clean)
        _page(python, folder, clean)
        told = f"{wheel.name}: {result['duration']} s of speech at {result['loudness']} LUFS\n"
        sys.stdout.write(told)


def _build(folder: Path) -> Path:
    # From a copy, as hatchling leaves nothing behind there that the checkout would see.
    source = folder / "source"
    skip = shutil.ignore_patterns(".*", "__pycache__", "demo", "dist")
    shutil.copytree(ROOT, source, ignore=skip)
    _run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), str(source)
    )
    return next(folder.glob("*.whl"))


def _environment(folder: Path) -> str:
    venv.create(folder, with_pip=True)
    return str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")


def _convert(python: str, folder: Path, env: dict[str, str]) -> dict[str, object]:
    output = folder / "out.mp3"
    command = [python, "-m", "narrate", "convert", str(SAMPLE), "-o", str(output), "--json"]
    said = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)
    if said.returncode:
        sys.exit(f"the wheel does not convert:\n{said.stdout}{said.stderr}")
    result: dict[str, object] = json.loads(said.stdout)
    if not output.stat().st_size or not output.with_suffix(".vtt").stat().st_size:
        sys.exit("the wheel converts to nothing")
    return result


def _page(python: str, folder: Path, env: dict[str, str]) -> None:
    """The player and the style of pages are files, which a wheel may lack."""
    _run(python, "-m", "narrate", "page", str(folder / "out.mp3"), "-o", str(folder / "p"), env=env)
    wanted = ("index.html", "player/narrate-player.js", "player/narrate-page.css")
    if lacking := [name for name in wanted if not (folder / "p" / name).is_file()]:
        sys.exit(f"the wheel lacks {', '.join(lacking)}")


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    subprocess.run(command, env=env, check=True)


if __name__ == "__main__":
    main()
