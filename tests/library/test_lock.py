import os
import subprocess
import sys

from narrate.library.lock import held, held_alone

_KILLED = """
import os, signal, sys
from pathlib import Path

from narrate.library.lock import held_alone

with held_alone(Path(sys.argv[1])) as ours:
    if os.fork() == 0:
        print("forked", flush=True)
        sys.stdin.read()
        os._exit(0)
    signal.pause()
"""


def test_the_lock_is_for_one(tmp_path):
    path = tmp_path / "lock"

    with held_alone(path) as first, held_alone(path) as second:
        assert (first, second) == (True, False)

    with held_alone(path) as third:
        assert third


def test_a_worker_does_not_keep_the_lock_of_a_process_that_was_killed(tmp_path):
    path = tmp_path / "lock"
    command = [sys.executable, "-c", _KILLED, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()  # the worker lives, and goes on until its input ends
        process.kill()
        process.wait(60)

        handle = held(path)

        assert handle is not None
        os.close(handle)
