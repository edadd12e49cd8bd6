"""Run a command of narrate and kill it, as `kill -9` does, at its n-th step in a folder.

A step is whatever changes a file, a folder or a database, and the end of each transaction: each is
a moment at which half is done. Usage: `python killed.py FOLDER N COMMAND...`; with more steps than
there are, the command ends well.
"""

import os
import signal
import sqlite3
import sys

_WRITES = os.O_WRONLY | os.O_RDWR
_REMOVALS = {"os.remove", "os.rmdir"}
_CHANGES = {"os.rename", "os.mkdir", *_REMOVALS}
_STATEMENTS = ("INSERT", "DELETE", "UPDATE", "COMMIT")


def main(folder: str, last: int, command: list[str]) -> int:
    process, steps = os.getpid(), 0

    def step():
        nonlocal steps
        if os.getpid() == process:
            steps += 1
            if steps == last:
                os.kill(process, signal.SIGKILL)

    _watch_databases(step)
    _watch_files(folder, step)
    from narrate.cli import run

    return run(command)


def _watch_databases(step):
    connect = sqlite3.connect

    def told(statement):
        if statement.startswith(_STATEMENTS):
            step()

    def connected(*arguments, **options):
        database = connect(*arguments, **options)
        database.set_trace_callback(told)
        return database

    sqlite3.connect = connected


def _watch_files(folder, step):
    def watch(event, arguments):
        changes = event in _CHANGES or (event == "open" and (arguments[2] or 0) & _WRITES)
        # Whole folders are removed by names within them, seen from the open folder.
        inside = event in _REMOVALS and arguments[1] != -1
        if changes and (inside or str(arguments[0]).startswith(folder)):
            step()

    sys.addaudithook(watch)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
