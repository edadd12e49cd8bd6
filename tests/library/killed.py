"""Run a command of narrate and kill it, as `kill -9` does, at its n-th step in a folder.

A step is whatever changes a file or a folder: each is a moment at which half is done. Usage:
`python killed.py FOLDER N COMMAND...`; with more steps than there are, the command ends well.
"""

import os
import signal
import sys

_WRITES = os.O_WRONLY | os.O_RDWR
_REMOVALS = {"os.remove", "os.rmdir"}
_CHANGES = {"os.rename", "os.mkdir", *_REMOVALS}


def main(folder: str, last: int, command: list[str]) -> int:
    process, steps = os.getpid(), 0

    def watch(event, arguments):
        nonlocal steps
        changes = event in _CHANGES or (event == "open" and (arguments[2] or 0) & _WRITES)
        # Whole folders are removed by names within them, seen from the open folder.
        inside = event in _REMOVALS and arguments[1] != -1
        ours = changes and (inside or str(arguments[0]).startswith(folder))
        if ours and os.getpid() == process:
            steps += 1
            if steps == last:
                os.kill(process, signal.SIGKILL)

    sys.addaudithook(watch)
    from narrate.cli import run

    return run(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
