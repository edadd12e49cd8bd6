import pytest

from narrate.errors import NarrateError
from narrate.playing import Player, find_player


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder of programs, in which alone they are looked for; makes one of a script."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(name, script):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return make


def test_the_first_that_is_there_is_taken(programs):
    programs("mpg123", "exit 0")
    aplay = programs("aplay", "exit 0")

    player = find_player()

    assert player.command == (str(aplay), "-q")
    assert player.form == "wav"


def test_none_at_all_is_told_with_the_other_way(programs):
    programs("true", "exit 0")

    with pytest.raises(NarrateError, match=r"-o phrase\.mp3, or install one of pw-play"):
        find_player()


def test_it_is_given_the_sound_in_a_file_of_its_form(programs, tmp_path):
    heard = tmp_path / "heard"
    programs("mpg123", f'/bin/cp "$2" {heard}; echo "$@" > {heard}.arguments')

    find_player().play(b"sound")

    assert heard.read_bytes() == b"sound"
    option, path = (tmp_path / "heard.arguments").read_text().split()
    assert option == "-q"
    assert path.endswith("phrase.mp3")


@pytest.mark.parametrize(
    ("name", "script", "why"),
    [
        ("aplay", "echo no sound card >&2; exit 1", "aplay: can't play: no sound card"),
        ("paplay", "exit 3", "paplay: can't play: it ended with 3"),
        ("ffplay", "echo audio open failed >&2; exit 0", "ffplay: can't play: audio open failed"),
    ],
)
def test_why_it_can_t_play(programs, name, script, why):
    programs(name, script)

    with pytest.raises(NarrateError, match=why) as caught:
        find_player().play(b"")

    assert "-o" in str(caught.value.mend)


def test_a_program_that_has_gone():
    with pytest.raises(NarrateError, match=r"-o phrase\.mp3"):
        Player(("/nowhere/aplay",), "wav").play(b"")
