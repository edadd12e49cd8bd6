import os
import sys

import pytest

from bench.measure import Command, Cost, interleaved, on_cores, run, watched

_MEGABYTE = 1_000_000


def _python(program: str, **environment: str) -> Command:
    return Command((sys.executable, "-c", program), environment)


def test_turns_are_taken_in_turn() -> None:
    taken = []

    def turn(name: str) -> Cost:
        taken.append(name)
        return Cost(1.0, len(taken))

    costs = interleaved({"peer": lambda: turn("peer"), "ours": lambda: turn("ours")}, 2)

    assert taken == ["peer", "ours", "peer", "ours"]
    assert costs == {"peer": (Cost(1.0, 1), Cost(1.0, 3)), "ours": (Cost(1.0, 2), Cost(1.0, 4))}


def test_a_command_gets_what_is_set_for_it() -> None:
    run(_python("import os; assert os.environ['A'] == 'b' and os.environ['PATH']", A="b"))


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="no such luck"):
        run(_python("import sys; sys.exit('no such luck')"))


def test_the_work_of_grandchildren_is_counted() -> None:
    spin = "t = __import__('time')\nwhile t.process_time() < 0.2: pass"
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {spin!r}], check=True)"

    assert run(_python(inner)).cpu >= 0.2


def test_memory_is_told_apart() -> None:
    child = f"import time; held = b'x' * {150 * _MEGABYTE}; time.sleep(0.2)"
    main = (
        f"import subprocess, sys; held = b'x' * {80 * _MEGABYTE}; "
        f"subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    )

    memory = watched(_python(main))

    assert 80 * _MEGABYTE < memory.main < 150 * _MEGABYTE
    assert memory.worker > 150 * _MEGABYTE


def test_commands_are_kept_to_some_cores() -> None:
    allowed = os.sched_getaffinity(0)
    told = "import os; assert len(os.sched_getaffinity(0)) == 1"

    run(_python(told), cores=1)

    assert os.sched_getaffinity(0) == allowed
    with on_cores(None):
        assert os.sched_getaffinity(0) == allowed
