"""Who narrate is measured against: what a person with a shell has, and what one writes first."""

import shlex
import shutil
import sys
from pathlib import Path

from narrate.reading import Reading, script_of

from .measure import Command

ONE_LINER = "one-liner"
OBVIOUS = "obvious script"

_SCRIPT = Path(__file__).with_name("obvious.py")
_NEEDED = ("espeak-ng", "ffmpeg")


def missing() -> str | None:
    """What the peers need and this machine lacks, and how to get it; None when all is there."""
    lacking = " and ".join(name for name in _NEEDED if shutil.which(name) is None)
    if not lacking:
        return None
    return (
        f"The peers need {lacking} on PATH (narrate itself doesn't).\n"
        "Debian and Ubuntu: sudo apt-get install espeak-ng ffmpeg\n"
        "Fedora: sudo dnf install espeak-ng ffmpeg-free"
    )


def one_liner(text: Path, output: Path) -> Command:
    """Speech piped into an encoder, as it is typed; `-y` only lets it be run again."""
    said, sound = shlex.quote(str(text)), shlex.quote(str(output))
    line = f"espeak-ng -f {said} --stdout | ffmpeg -y -i - -b:a 64k {sound}"
    return Command(("sh", "-c", line))


def one_liners(texts: Path, processes: int) -> Command:
    """The same for a folder of texts, so many side by side."""
    line = "espeak-ng -f {} --stdout | ffmpeg -y -i - -b:a 64k {}.mp3"
    each = f"xargs -P {processes} -I {{}} sh -c {shlex.quote(line)}"
    return Command(("sh", "-c", f"ls {shlex.quote(str(texts))}/*.txt | {each}"))


def obvious_script(text: Path, output: Path) -> Command:
    """pyttsx3 for each paragraph, joined by pydub."""
    return Command((sys.executable, str(_SCRIPT), str(text), str(output)))


def read_aloud(page: Path, text: Path) -> Path:
    """Write to `text` exactly what narrate reads aloud of a page, a blank line between blocks."""
    script, _ = script_of(str(page), Reading())
    blocks: dict[object, list[str]] = {}
    for segment in script.segments:
        block = segment.kind if segment.block is None else segment.block
        blocks.setdefault(block, []).append(segment.text)
    text.write_text("\n\n".join(" ".join(block) for block in blocks.values()), "utf-8")
    return text
