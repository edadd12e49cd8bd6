import pytest


def test_a_phrase_is_written(narrate, tmp_path):
    said = narrate("say", "Good evening.", "-o", "evening.mp3")

    assert (said.code, said.out, said.err) == (0, "evening.mp3\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["evening.mp3"]


def test_it_is_called_after_its_words_in_a_folder(narrate, tmp_path):
    said = narrate("say", "Good evening.", "-o", "out/")

    assert said.code == 0
    assert (tmp_path / "out" / "good-evening.mp3").read_bytes().startswith(b"ID3")


def test_to_standard_output(narrate_process, tmp_path):
    done = narrate_process("say", "Good evening.", "-o", "-", cwd=tmp_path)

    assert done.stdout.startswith(b"ID3")
    assert done.stderr == b""


def test_how_it_would_be_said(narrate):
    said = narrate("say", "Gov. Lee, 1984", "--phonemes", "--voice", "en-us")

    spoken, phonemes = said.out.splitlines()
    assert spoken == "Governor Lee, nineteen eighty-four"
    assert phonemes.startswith("ɡˈʌvɚnɚ lˈiː nˈaɪntiːn")


def test_in_another_language_with_a_lexicon(narrate, tmp_path):
    (tmp_path / "names.toml").write_text('[words]\nXi = "Schi"\n')

    said = narrate("say", "Xi kam 1984.", "--lang", "de", "--lexicon", "names.toml", "--phonemes")

    assert said.out.startswith("Schi kam ")


@pytest.fixture
def player(tmp_path_factory, monkeypatch):
    """The only program here that plays: it keeps what it was given."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "pw-play"
    program.write_text(f'#!/bin/sh\n/bin/cp "$1" {folder}/heard\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_without_a_file_it_is_played(narrate, player, tmp_path):
    said = narrate("say", "Good evening.")

    assert (said.code, said.out, said.err) == (0, "", "")
    assert (player / "heard").read_bytes().startswith(b"RIFF")
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_play_it_with(narrate, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    said = narrate("say", "Good evening.")

    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "-o phrase.mp3" in said.err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([""], "nothing to say"),
        (["Yes", "--voice", "anna", "--phonemes"], "no such voice"),
        (["Yes", "-o", "yes.ogg"], "the formats are mp3, opus"),
        (["Yes", "-o", "nowhere/yes.mp3"], "no such folder"),
        (["Yes", "--lexicon", "none.toml", "--phonemes"], "none.toml"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(narrate, arguments, why):
    said = narrate("say", *arguments)

    assert said.code == 1
    assert said.err.count("\n") == 1
    assert why in said.err
