"""On what the figures were measured: they mean nothing without it."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import narrate


def circumstances() -> dict[str, Any]:
    """The machine, how busy it is at the moment, and the versions of what runs on it."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "processor": processor(),
        "cores": len(os.sched_getaffinity(0)),
        "load": os.getloadavg()[0],
        "system": platform.platform(),
        "python": platform.python_version(),
        "narrate": narrate.__version__,
        "espeak-ng": first_line("espeak-ng", "--version"),
        "ffmpeg": first_line("ffmpeg", "-version"),
    }


def processor() -> str:
    """Its name, as Linux has it."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def first_line(*command: str) -> str:
    """The first line of what a program says."""
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return said.strip().partition("\n")[0]
