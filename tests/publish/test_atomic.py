import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from narrate.errors import PublishError
from narrate.publish.atomic import replacing, write

LIMITED = """
import resource, sys
from narrate.publish.atomic import write
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
write(sys.argv[1], bytes(100_000))
"""

ENDLESS = """
import sys
from narrate.publish.atomic import replacing
with replacing(sys.argv[1]) as file:
    while True:
        print(file.write(bytes(1000)), flush=True)
"""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"sound", b"sound"),
        (bytearray(b"sound"), b"sound"),
        ("é\r\n", b"\xc3\xa9\r\n"),
        ((part for part in (b"so", b"und")), b"sound"),
        ([], b""),
    ],
)
def test_writes_whole_files(tmp_path, data, expected):
    target = tmp_path / "a.mp3"

    write(target, data)

    assert target.read_bytes() == expected
    assert names(tmp_path) == ["a.mp3"]


def test_replaces_the_old_file_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "a.mp3"
    target.write_bytes(b"a longer old file")
    target.chmod(0o640)

    write(str(target), b"new")

    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path):
    (tmp_path / "usual").touch()

    write(tmp_path / "new", b"")

    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_writes_through_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.mp3"
    link.symlink_to(tmp_path / "real" / "a.mp3")

    write(link, b"new")

    assert link.is_symlink()
    assert (tmp_path / "real" / "a.mp3").read_bytes() == b"new"


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, ValueError, SystemExit])
@pytest.mark.parametrize("old", [None, b"old"])
def test_an_interrupted_write_leaves_what_was_there(tmp_path, trouble, old):
    target = tmp_path / "a.mp3"
    if old is not None:
        target.write_bytes(old)

    with pytest.raises(trouble), replacing(target) as file:  # noqa: PT012 - the write comes first
        file.write(b"half")
        raise trouble

    assert names(tmp_path) == ([] if old is None else ["a.mp3"])
    assert old is None or target.read_bytes() == old


def test_ctrl_c_leaves_what_was_there(tmp_path):
    target = tmp_path / "a.mp3"
    target.write_bytes(b"old")
    command = [sys.executable, "-c", ENDLESS, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        run.stdout.readline()

        run.send_signal(signal.SIGINT)
        run.stdout.read()

    assert run.returncode != 0
    assert names(tmp_path) == ["a.mp3"]
    assert target.read_bytes() == b"old"


def test_a_generator_that_fails_leaves_what_was_there(tmp_path):
    def chunks():
        yield b"half"
        raise EOFError

    with pytest.raises(EOFError):
        write(tmp_path / "a.mp3", chunks())

    assert names(tmp_path) == []


def test_another_programs_trouble_is_not_told_as_ours(tmp_path):
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a.mp3"):
        (tmp_path / "absent").read_bytes()

    assert names(tmp_path) == []


def test_a_disk_with_no_room_leaves_what_was_there(tmp_path):
    target = tmp_path / "a.mp3"
    target.write_bytes(b"old")

    run = subprocess.run(
        [sys.executable, "-c", LIMITED, str(target)], capture_output=True, text=True, check=False
    )

    assert "PublishError" in run.stderr
    assert "is larger than files may be here" in run.stderr
    assert names(tmp_path) == ["a.mp3"]
    assert target.read_bytes() == b"old"


def test_a_full_disk_is_told(tmp_path):
    with (
        pytest.raises(PublishError, match=r"a\.mp3: the disk is full \(make room"),
        replacing(tmp_path / "a.mp3"),
    ):
        raise OSError(errno.ENOSPC, "no space left on device")

    assert names(tmp_path) == []


def test_a_full_device_is_told():
    with pytest.raises(PublishError, match="the disk is full"):
        write("/dev/full", bytes(100_000))

    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_device_is_written_to_and_stays():
    write("/dev/null", b"sound")

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_pipe_is_written_to_and_stays(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()

    write(pipe, b"sound")

    reader.join()
    assert got == [b"sound"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (".", "is a folder, not a file"),
        ("absent/a.mp3", "there is no such folder"),
        ("file/a.mp3", "one of its folders is a file"),
        ("x" * 300 + ".mp3", "has a name that is too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path, name, told):
    (tmp_path / "file").touch()

    with pytest.raises(PublishError, match=told) as caught:
        write(tmp_path / name, b"new")

    assert caught.value.subject == str(tmp_path / name)
    assert names(tmp_path) == ["file"]


def test_a_refused_write_is_told(tmp_path):
    unwritable = "/proc/version"

    with pytest.raises(PublishError, match=r"/proc/version: may not be written|no such folder"):
        write(unwritable, b"new")

    assert names(tmp_path) == []
