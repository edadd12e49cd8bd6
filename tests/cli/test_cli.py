import os
import signal
import subprocess
import sys
import threading

import pytest

from narrate import __version__
from narrate.cli import COMMANDS


@pytest.mark.parametrize("command", [None, *COMMANDS])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_has_an_example(narrate, command, flag):
    said = narrate(*([command] if command else []), flag)

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: narrate")
    examples = [line for line in said.out.splitlines() if " narrate " in f" {line.strip()} "]
    assert [line for line in examples if not line.startswith("Usage")]


def test_help_lists_every_command(narrate):
    out = narrate("--help").out

    assert all(f"  {name} " in out and about in out for name, about in COMMANDS.items())


@pytest.mark.parametrize(
    "arguments",
    [[], ["convert"], ["extract"], ["script"], ["say"], ["lexicon"], ["lexicon", "suggest"]],
)
def test_without_arguments_help_is_given(narrate, arguments):
    said = narrate(*arguments)

    assert "Usage: narrate" in said.out + said.err
    assert said.code == 2


def test_version(narrate):
    said = narrate("--version")

    assert (said.code, said.out) == (0, f"narrate {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["sing"],
        ["convert", "--sing", "a.html"],
        ["convert", "a.html", "--rate", "fast"],
        ["convert", "a.html", "--rate", "1000"],
        ["convert", "a.html", "--jobs", "0"],
        ["convert", "a.html", "--json", "-o", "-"],
        ["script", "a.html", "b.html"],
        ["say", "one", "two"],
        ["lexicon", "guess"],
    ],
)
def test_wrong_use_is_2(narrate, arguments):
    said = narrate(*arguments)

    assert said.code == 2
    assert said.out == ""
    assert "Error: " in said.err


def test_it_is_a_module_too(narrate_process):
    done = narrate_process("--version")

    assert (done.returncode, done.stdout.split()) == (0, [b"narrate", __version__.encode()])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(shell):
    env = {**os.environ, "_NARRATE_COMPLETE": f"{shell}_source"}
    code = "import sys; sys.argv = ['narrate']; from narrate.__main__ import main; main()"

    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert "_NARRATE_COMPLETE" in done.stdout
    assert "narrate" in done.stdout


HEAVY = ("bs4", "lxml", "numpy", "pydub", "urllib3", "mutagen", "pyttsx3", "soxr", "lameenc")


def loaded_after(*arguments):
    """The heavy modules that a command has loaded."""
    code = (
        "import sys\n"
        "from narrate.cli import run\n"
        "code = run(sys.argv[1:])\n"
        f"print(code, *sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, *modules = done.stderr.split()
    assert code == "0"
    return set(modules)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["convert", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    assert loaded_after(*arguments) == set()


def test_a_file_is_read_without_what_only_the_web_or_sound_needs(page):
    loaded = loaded_after("extract", page)

    assert loaded <= {"bs4", "lxml"}
    assert loaded_after("script", page) <= {"bs4", "lxml"}


def test_a_reader_that_goes_away_is_no_traceback(page):
    command = f"{sys.executable} -m narrate extract {page} {page} {page} | head -c 10"

    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602 - the test's own command

    assert len(done.stdout) == 10
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_ctrl_c_ends_quietly_and_leaves_nothing(page, trial_path, tmp_path_factory):
    voices = tmp_path_factory.mktemp("voices")
    (voices / "slow.toml").write_text(
        'language = "en-GB"\nengine = "trial-slow"\nid = "x"\ndisclaimer = "AI voice."\n'
    )
    begun = voices / "begun"
    path = os.pathsep.join(trial_path)
    env = {**os.environ, "PYTHONPATH": path, "TRIAL_BEGUN": str(begun)}
    options = ["--voices-folder", str(voices), "--voice", "slow", "-o", "a.mp3"]
    command = [sys.executable, "-m", "narrate", "convert", str(page), *options]
    with subprocess.Popen(
        command, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as main:
        while not begun.exists() and main.poll() is None:
            threading.Event().wait(0.02)
        os.killpg(main.pid, signal.SIGINT)
        _, said = main.communicate()

    assert main.returncode == 130
    assert said.strip() == "narrate: interrupted"
    assert list(page.parent.iterdir()) == [page]
