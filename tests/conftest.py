"""What all tests share: folders of their own, no network, and means to listen to what was made."""

import json
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# How long a test takes depends on the machine. HYPOTHESIS_PROFILE=thorough looks further; `make
# fast` looks less far than `make test`.
settings.register_profile("quick", deadline=None, max_examples=15)
settings.register_profile("usual", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

# As the command itself does: several test processes with a thread pool each would only wait
# for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parent.parent
_PLUGIN = Path(__file__).parent / "plugin"


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder's name for each test; not made, as most tests don't need it."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_folders(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the person's cache nor their voices take part in a test."""
    home = next(_homes)
    for name in ("cache", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(home / name))


@pytest.fixture(autouse=True)
def _fresh_log() -> None:
    """Forget what a command that was run in this process before set the log to."""
    log = logging.getLogger("narrate")
    log.setLevel(logging.NOTSET)
    log.handlers.clear()


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection and every look-up that would leave this machine."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(address[0]):
            raise PermissionError(f"tests have no network: {address}")
        connect(self, address)

    def looked_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        # An address in figures is only read; a name would be asked for on the network.
        flags = {} if host is None or _is_local(host) else {"flags": socket.AI_NUMERICHOST}
        return look_up(host, *args, **{**kwargs, **flags})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket, "getaddrinfo", looked_up)
        yield


@pytest.fixture(scope="session", autouse=True)
def _heed_ctrl_c() -> None:
    """Let Ctrl-C reach what the tests start, also where they run in a script's background.

    A shell has its background jobs ignore it, and what they start inherits that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _is_local(host: str | bytes) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    return name in ("localhost", "::1") or name.startswith("127.")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the samples, which the demo uses too."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def trial_path(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What stands on `sys.path` when the plug-in of `tests/plugin` is installed."""
    site = tmp_path_factory.mktemp("site")
    info = site / "narrate_trial-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: narrate-trial\nVersion: 1.0\n")
    shutil.copy(_PLUGIN / "entry_points.txt", info)
    return str(site), str(_PLUGIN)


@pytest.fixture
def trial(trial_path: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Install that plug-in, in this process and in those that it starts."""
    for folder in trial_path:
        monkeypatch.syspath_prepend(folder)
    known = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([*trial_path, *([known] if known else [])]))


_PARAGRAPHS = (
    (
        "It rained on Tuesday for the whole of the afternoon, and nobody went to see the match. "
        "The ground was under two inches of water by five o’clock, the club said."
    ),
    (
        "The groundsman, who has kept the pitch for thirty years, called it the worst day of his "
        "working life. “You could have sailed a boat across the square,” he said."
    ),
    (
        "Tickets will be good for the replay, which is planned for a Saturday in spring. Those who "
        "can’t come then may ask for their $20 back until the end of the month."
    ),
    (
        "The two captains shook hands under an umbrella and went home. Neither had much to say "
        "about the points that were lost, or about the table."
    ),
    (
        "The forecast for the week is no better. More rain is expected on Thursday and on Friday, "
        "with strong winds from the west along the whole of the coast."
    ),
)


@pytest.fixture(scope="session")
def page_of() -> Callable[..., str]:
    """A page with an article, in HTML."""

    def make(title: str = "Rain stops play", extra: str = "", language: str = "en-GB") -> str:
        body = "".join(f"<p>{text}</p>" for text in (*_PARAGRAPHS, extra) if text)
        return (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f"<title>{title}</title></head><body><nav><a href=/>Home</a></nav>"
            f"<article><h1>{title}</h1>{body}</article></body></html>"
        )

    return make


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def narrate(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Said]:
    """Run the command line in this process."""
    from narrate.cli import run

    def call(*arguments: str | Path) -> Said:
        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Said(code, out.decode(errors="replace"), err.decode(errors="replace"))

    return call


@pytest.fixture
def narrate_process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command line in a process of its own."""

    def call(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "narrate", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, check=False, timeout=120, **options)

    return call


@dataclass(frozen=True)
class Heard:
    """What ffmpeg makes of a sound file."""

    samples: Any
    """16-bit samples of one channel."""
    rate: int
    complaints: str


@dataclass(frozen=True)
class Levels:
    """What ffmpeg's `ebur128` measures."""

    loudness: float
    """LUFS."""
    peak: float
    """dBTP."""


@dataclass(frozen=True)
class Ffmpeg:
    """ffmpeg as a judge: it takes no part in the product."""

    program: str

    def __call__(self, *arguments: str | Path, data: bytes | None = None) -> tuple[bytes, str]:
        command = [self.program, "-hide_banner", "-nostats", *map(str, arguments)]
        done = subprocess.run(command, input=data, capture_output=True, check=False)
        return done.stdout, done.stderr.decode(errors="replace")

    def decode(self, sound: Path | bytes) -> Heard:
        """The samples of a file as a player hears them, and what was wrong with it."""
        import numpy as np

        source, data = ("-", sound) if isinstance(sound, bytes) else (sound, None)
        raw, complaints = self(
            "-v", "warning", "-i", source, "-f", "wav", "-c:a", "pcm_s16le", "-", data=data
        )
        rate = int.from_bytes(raw[24:28], "little")
        start = raw.index(b"data") + 8
        return Heard(np.frombuffer(raw[start:], "<i2"), rate, complaints)

    def levels(self, *source: str | Path, data: bytes | None = None) -> Levels:
        """Loudness and true peak of `source`, which are ffmpeg's arguments for its input."""
        where = (*source, "-i", "-") if data is not None else ("-i", *source)
        _, said = self(*where, "-af", "ebur128=peak=true", "-f", "null", "-", data=data)
        summary = said[said.index("Summary:") :]
        figures = [
            float(found[1])
            for name in ("I", "Peak")
            if (found := re.search(rf"\b{name}:\s+(-?[\d.]+|-inf)", summary))
        ]
        return Levels(*figures)


@pytest.fixture(scope="session")
def ffmpeg() -> Ffmpeg:
    from imageio_ffmpeg import get_ffmpeg_exe

    return Ffmpeg(get_ffmpeg_exe())


_SPEECH = (
    "The council voted on Tuesday to keep the old bridge shut until the spring of next year. "
    "Engineers had found cracks in two of its seven piers, and said that repairs would take "
    "twenty months. Drivers will have to go round by Marlow, which adds eleven miles."
)


@pytest.fixture(scope="session")
def voice() -> Any:
    """The American voice, which the default engine speaks."""
    from narrate.model import Voice

    notice = "Voice is AI-generated. Inconsistencies may occur."
    return Voice("en-us", "en-US", "pyttsx3", "gmw/en-US", notice, rate=175)


@pytest.fixture(scope="session")
def hush() -> Callable[..., Path]:
    """Write a voice that says nothing, `hush`, into a folder of voices; the folder."""

    def write(folder: Path, disclaimer: str = "AI voice.", engine: str = "silence") -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        # As quick as a voice may be: silence costs as much to encode as speech.
        said = {"language": "en-GB", "engine": engine, "kind": "silent", "id": "x", "rate": 450}
        if disclaimer:  # without one it has the wording of its language
            said["disclaimer"] = disclaimer
        lines = [f"{key} = {json.dumps(value)}\n" for key, value in said.items()]
        (folder / "hush.toml").write_text("".join(lines), "utf-8")
        return folder

    return write


@pytest.fixture(scope="session")
def square() -> bytes:
    """A white PNG of eight pixels a side: a cover that is not drawn, and nobody would take."""
    import zlib

    rows = zlib.compress((b"\0" + b"\xff" * 24) * 8)
    head = b"\0\0\0\x08" * 2 + b"\x08\x02\0\0\0"
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    parts = (
        len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture(scope="session")
def speech(voice: Any) -> Any:
    """A clip of real speech, about seventeen seconds."""
    from narrate.engines import find

    return find("pyttsx3").speak(_SPEECH, voice)


@pytest.fixture
def _no_children() -> Iterator[None]:
    """Whoever starts processes ends them."""
    import multiprocessing

    yield

    assert not multiprocessing.active_children()
