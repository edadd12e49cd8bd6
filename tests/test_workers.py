import os
import signal
import subprocess
import sys
import textwrap
import threading
from itertools import islice
from pathlib import Path

import pytest

from narrate.errors import EngineError, NarrateError
from narrate.workers import Workers

pytestmark = pytest.mark.usefixtures("trial", "_no_children")


@pytest.fixture
def workers():
    """Workers of the tests' own jobs."""
    import narrate_jobs as jobs

    def make(count=2):
        return Workers(jobs.work, jobs.warm, jobs.name, count)

    return make


@pytest.fixture
def in_a_process(tmp_path, trial_path):
    """A main process of its own, which says what it has done."""

    def start(code, **options):
        script = tmp_path / "main.py"
        script.write_text(textwrap.dedent(code))
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(trial_path)}
        command = [sys.executable, str(script)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env, **options)

    return start


@pytest.fixture(params=["fork", "spawn"])
def start_method(request):
    """A thread that is alive forbids forking."""
    done = threading.Event()
    if request.param == "spawn":
        threading.Thread(target=done.wait).start()
    yield request.param
    done.set()


def gone(pid):
    """Whether a process has ended; a zombie has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_until_gone(pids):
    # As long as it takes: a test that hangs here tells of orphans.
    for _ in range(600):
        if all(gone(pid) for pid in pids):
            return True
        threading.Event().wait(0.05)
    return False


@pytest.mark.usefixtures("start_method")
def test_results_come_in_the_order_of_the_jobs(workers):
    with workers(2) as pool:
        jobs = [("wait", 0.02 * (number % 3), number) for number in range(9)]

        assert list(pool.run(jobs)) == list(range(9))


def test_a_pool_serves_one_run_after_another(workers):
    with workers(1) as pool:
        first, second = ([*pool.run([("pid",)])] for _ in range(2))

        assert first == second
        assert list(pool.run([])) == []


def test_work_is_done_elsewhere_and_by_as_many_as_were_asked_for(workers):
    with workers(3) as pool:
        pool.start(2)
        pool.start()
        pids = set(pool.run([("pid",)] * 12))

        assert os.getpid() not in pids
        assert len(pids) <= 3


@pytest.mark.usefixtures("start_method")
def test_a_worker_that_dies_is_replaced_and_its_job_done_again(workers, tmp_path):
    with workers(2) as pool:
        jobs = [("same", 0), ("one death", str(tmp_path / "mark")), ("same", 2)]

        assert list(pool.run(jobs)) == [0, "survived", 2]


def test_a_death_that_all_others_wait_for_is_made_good(workers, tmp_path):
    with workers(2) as pool:
        slow = ("one death", str(tmp_path / "mark"), 0.2)
        jobs = [slow, *(("same", number) for number in range(30))]

        assert list(pool.run(jobs)) == ["survived", *range(30)]


def test_a_job_that_kills_twice_is_named_and_the_others_are_done(workers):
    with workers(2) as pool:
        run = pool.run([("same", 0), ("same", 1), ("death",), ("same", 3)])

        assert [next(run), next(run)] == [0, 1]
        with pytest.raises(EngineError, match=r"the death: .* died 2 times"):
            next(run)
        assert list(pool.run([("same", 4)] * 4)) == [4] * 4


def test_a_run_that_failed_leaves_no_answers_for_the_next(workers):
    with workers(2) as pool:
        run = pool.run([("error", "none"), ("wait", 0.3, "late")])

        with pytest.raises(ValueError, match="none") as failure:
            next(run)
        assert list(pool.run([("same", 1), ("same", 2)])) == [1, 2]
    assert failure.value.args  # the error, and so the run's frame, was held all the while


def test_a_worker_that_died_while_idle_is_replaced(workers):
    with workers(1) as pool:
        (pid,) = pool.run([("pid",)])
        os.kill(pid, signal.SIGKILL)

        assert list(pool.run([("same", 1)])) == [1]


def test_an_error_is_raised_in_its_place(workers):
    with workers(2) as pool:
        run = pool.run([("wait", 0.1, "first"), ("error", "none"), ("same", 2)])

        assert next(run) == "first"
        with pytest.raises(ValueError, match="none"):
            next(run)


def test_errors_may_stand_in_their_place(workers):
    with workers(2) as pool:
        first, error, last = pool.outcomes([("same", 1), ("error", "ours"), ("same", 3)])

        assert (first, error.what, last) == (1, "no", 3)


def test_an_error_of_ours_does_not_end_a_batch(workers):
    with workers(2) as pool:
        first, error, last = pool.outcomes([("same", 1), ("error", "none"), ("same", 3)])

        assert (first, last) == (1, 3)
        assert isinstance(error, NarrateError)
        assert "ValueError" in error.what
        assert "report it" in error.mend


def test_our_errors_arrive_whole(workers):
    with workers(1) as pool, pytest.raises(EngineError) as caught:
        list(pool.run([("error", "ours")]))

    assert (caught.value.what, caught.value.subject, caught.value.mend) == ("no", "it", "so")


def test_an_error_that_can_t_travel_is_told_in_words(workers):
    with workers(1) as pool, pytest.raises(EngineError, match="TwoWordsError: a b"):
        list(pool.run([("error", "odd")]))


def test_what_fails_to_warm_up_works_all_the_same():
    import narrate_jobs as jobs

    with Workers(jobs.work, jobs.fail_to_warm, count=1) as pool:
        assert list(pool.run([("same", 1)])) == [1]


def test_a_run_that_is_left_early_leaves_nothing_for_the_next(workers):
    with workers(2) as pool:
        run = pool.run([("same", "old"), *(("wait", 0.2, "old"),) * 10])
        assert next(run) == "old"
        run.close()

        assert list(pool.run([("same", number) for number in range(8)])) == list(range(8))


def test_jobs_are_taken_only_a_little_ahead(workers, tmp_path):
    taken = []

    def jobs():
        for number in range(200):
            taken.append(number)
            yield ("note", str(tmp_path), number)

    with workers(2) as pool:
        run = pool.run(jobs())
        assert list(islice(run, 3)) == [0, 1, 2]

        assert len(taken) < 20
        run.close()


def test_an_error_of_the_jobs_source_passes(workers):
    def jobs():
        yield ("same", 1)
        raise LookupError("no more")

    with workers(1) as pool, pytest.raises(LookupError):
        list(pool.run(jobs()))


PIDS = """
    import threading, time
    import narrate_jobs as jobs
    from narrate.workers import Workers

    if __name__ == "__main__":
        if {spawn}:
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        with Workers(jobs.work, jobs.warm, jobs.name, 3) as pool:
            pool.start()
            list(pool.run([("pid",)] * 12))
            print(*(worker.process.pid for worker in pool._workers), flush=True)
            for _ in pool.run([("wait", {seconds}, None)] * 3):
                pass
"""


@pytest.mark.parametrize("spawn", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_workers_end_with_a_main_process_that_is_killed(in_a_process, spawn):
    main = in_a_process(PIDS.format(spawn=spawn, seconds=0.5))
    pids = [int(pid) for pid in main.stdout.readline().split()]

    main.kill()
    main.communicate()

    assert len(pids) == 3
    assert wait_until_gone(pids)


def test_ctrl_c_ends_all_at_once_and_quietly(in_a_process):
    main = in_a_process(
        PIDS.format(spawn=False, seconds=600), stderr=subprocess.PIPE, start_new_session=True
    )
    pids = [int(pid) for pid in main.stdout.readline().split()]

    os.killpg(main.pid, signal.SIGINT)
    _, said = main.communicate()

    assert wait_until_gone(pids)
    assert said.count("Traceback") == 1
    assert said.rstrip().endswith("KeyboardInterrupt")
