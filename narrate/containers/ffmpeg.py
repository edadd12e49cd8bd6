"""ffmpeg as an encoder: sound in by a pipe, a finished file out.

Chapters go in as ffmpeg's own metadata form (https://ffmpeg.org/ffmpeg-formats.html,
'Metadata'), which it writes into an MP4 as a chapter track and as Nero's list.
"""

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from narrate.errors import EncodeError
from narrate.publish.chapters import Chapter
from narrate.publish.clock import milliseconds

_MEND = "install it, or narrate with an ffmpeg of its own: pip install 'narrate[formats]'"
_SHOWN = 300  # characters of what ffmpeg complains of
_PATIENCE = 600.0  # seconds that it may take to finish once it has all sound


def program() -> str:
    """The path of ffmpeg: the machine's own, else that of the extra.

    Raises EncodeError where there is none, with the way to get one.
    """
    found = shutil.which("ffmpeg")
    if found:
        return found
    try:
        import imageio_ffmpeg

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError) as error:
        raise EncodeError("this format takes ffmpeg, which is not here", mend=_MEND) from error


def encode(
    chunks: Iterable[bytes], rate: int, chapters: Sequence[Chapter], codec: Sequence[str], to: Path
) -> None:
    """Encode 16-bit samples of one channel into the file `to`, by the arguments of `codec`.

    Raises EncodeError with what ffmpeg complained of.
    """
    marks = to.with_name("chapters.txt")
    marks.write_text(chapter_file(chapters), encoding="utf-8")
    command = [
        program(), "-nostdin", "-hide_banner", "-loglevel", "error", "-y",
        "-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "pipe:0",
        "-f", "ffmetadata", "-i", str(marks), "-map", "0:a", "-map_chapters", "1",
        "-fflags", "+bitexact", "-flags:a", "+bitexact",
        *codec, str(to),
    ]  # fmt: skip
    with tempfile.TemporaryFile() as complaints:
        code = _piped(command, chunks, complaints)
        complaints.seek(0)
        said = " ".join(complaints.read().decode("utf-8", "replace").split())
    if code or not to.is_file():
        raise EncodeError(f"ffmpeg failed: {said[-_SHOWN:] or f'exit code {code}'}", mend=_MEND)


def _piped(command: list[str], chunks: Iterable[bytes], complaints: IO[bytes]) -> int:
    """Run a program with the chunks as its input; its exit code."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a program we looked up, arguments of ours
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=complaints
        )
    except OSError as error:
        raise EncodeError(f"ffmpeg can't be run: {error.strerror}", mend=_MEND) from error
    try:
        with (
            contextlib.suppress(BrokenPipeError),
            process.stdin or contextlib.nullcontext() as pipe,
        ):
            for chunk in chunks:
                if pipe is not None:
                    pipe.write(chunk)
        return process.wait(_PATIENCE)
    except BaseException:
        process.kill()
        process.wait()
        raise


def chapter_file(chapters: Sequence[Chapter]) -> str:
    r"""Chapters as ffmpeg reads them.

    >>> print(chapter_file([Chapter(0, 1.5, "One; two")]).splitlines()[-1])
    title=One\; two
    """
    lines = [";FFMETADATA1"]
    for chapter in chapters:
        start, end = milliseconds(chapter.start), milliseconds(chapter.end)
        title = "".join(f"\\{one}" if one in "=;#\\\n" else one for one in chapter.title)
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={start}", f"END={end}", f"title={title}"]
    return "\n".join(lines) + "\n"
