import logging
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from narrate.errors import VoiceError
from narrate.model import Pauses, Voice
from narrate.phrases import phrases_for
from narrate.voices import (
    bundled_folder,
    choose,
    find_folders,
    load_voice,
    user_folder,
    voices,
)

VOICE = """
language = "en-GB"
engine = "silence"
id = "none"
disclaimer = "Voice is AI-generated."
"""


@pytest.fixture
def bundled():
    return voices([bundled_folder()])


def write(folder: Path, name: str, text: str = VOICE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_voice_is_called_after_its_file(tmp_path):
    path = write(tmp_path, "quiet", VOICE + "rate = 150\n[pauses]\nheading = 1\n")

    voice = load_voice(path)

    assert voice == Voice(
        name="quiet",
        language="en-GB",
        engine="silence",
        id="none",
        disclaimer="Voice is AI-generated.",
        rate=150,
        pauses=Pauses(heading=1),
    )


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("speed = 3", "unknown key `speed`"),
        ("name = 'x'", "unknown key `name`"),
        ("rate = 79", "`rate` must be a whole number from 80 to 450"),
        ("rate = '165'", "`rate` must be a whole number"),
        ("rate = 165.5", "`rate` must be a whole number"),
        ("pitch = true", "`pitch` must be a whole number from 0 to 100"),
        ("kind = 'human'", "`kind` must be one of formant, neural, recorded, silent"),
        ("description = 3", "`description` must be a text"),
        ("pauses = 1", "`pauses` must be a table"),
        ("[pauses]\nword = 1", "unknown key `pauses.word`"),
        ("[pauses]\nend = -1", "`pauses.end` must be seconds from 0 to 10"),
        ("[pauses]\nend = nan", "`pauses.end` must be seconds from 0 to 10"),
        ("[pauses]\nend = '1'", "`pauses.end` must be seconds from 0 to 10"),
    ],
)
def test_a_wrong_key_is_named_with_its_file(tmp_path, change, complaint):
    path = write(tmp_path, "wrong", VOICE + change)

    with pytest.raises(VoiceError) as caught:
        load_voice(path)

    assert complaint in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("key", ["language", "engine", "id"])
def test_a_missing_key_is_named(tmp_path, key):
    lines = [line for line in VOICE.splitlines() if not line.startswith(key)]
    path = write(tmp_path, "short", "\n".join(lines))

    with pytest.raises(VoiceError, match=f"the key `{key}` is missing"):
        load_voice(path)


@pytest.mark.parametrize("language", ["'english'", "'e'", "''", "7", "'en GB'"])
def test_a_language_is_a_tag(tmp_path, language):
    path = write(tmp_path, "wrong", VOICE.replace('"en-GB"', language))

    with pytest.raises(VoiceError, match="`language` must be"):
        load_voice(path)


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b""])
def test_what_is_no_voice_file_is_a_voice_error(tmp_path, content):
    path = tmp_path / "broken.toml"
    path.write_bytes(content)

    with pytest.raises(VoiceError, match=r"broken\.toml"):
        load_voice(path)


def test_a_missing_file_is_a_voice_error(tmp_path):
    with pytest.raises(VoiceError, match="not a readable voice file"):
        load_voice(tmp_path / "none.toml")


def test_the_first_folder_wins(tmp_path):
    write(tmp_path / "mine", "a", VOICE + "rate = 100")
    write(tmp_path / "theirs", "a", VOICE + "rate = 200")
    write(tmp_path / "theirs", "b")

    found = voices([tmp_path / "mine", tmp_path / "theirs"])

    assert list(found) == ["a", "b"]
    assert found["a"].rate == 100


def test_a_broken_voice_spoils_only_itself(tmp_path):
    write(tmp_path, "good")
    write(tmp_path, "bad", "language = 1")

    found = voices([tmp_path])

    assert choose(None, "en-GB", found).name == "good"
    assert isinstance(found["bad"], VoiceError)
    with pytest.raises(VoiceError, match=r"bad\.toml"):
        choose("bad", None, found)


def test_a_name_picks_whatever_its_case(bundled):
    assert choose("EN-gb", "fr", bundled).name == "en-gb"
    assert choose("pt_BR", None, bundled).name == "pt-br"


def test_an_unknown_name_gets_the_nearest(bundled):
    with pytest.raises(VoiceError, match=r"en-uk: no such voice .*en-us"):
        choose("en-uk", None, bundled)


def test_a_name_like_none_gets_the_way_to_find_one(bundled):
    with pytest.raises(VoiceError, match="narrate voices"):
        choose("%%%%%%%%", None, bundled)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        (None, "en-us"),
        ("en", "en-us"),
        ("EN-gb", "en-gb"),
        ("en_GB", "en-gb"),
        ("en-AU", "en-gb"),
        ("en-IE", "en-gb"),
        ("en-CA", "en-us"),
        ("en-GB-scotland", "en-scotland"),
        ("es", "es-es"),
        ("es-MX", "es-419"),
        ("es-419", "es-419"),
        ("pt", "pt-br"),
        ("pt-AO", "pt-pt"),
        ("fr-CA", "fr"),
        ("de-CH", "de"),
        ("ar-EG", "ar"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("zh-TW", "zh"),
        ("zh-Hant-HK", "yue"),
        ("cmn-Hans", "zh"),
    ],
)
def test_a_language_picks_the_nearest_voice(bundled, language, name):
    assert choose(None, language, bundled).name == name


def test_a_language_nobody_speaks_gets_english_and_a_warning(bundled, caplog):
    with caplog.at_level(logging.WARNING):
        voice = choose(None, "tlh", bundled)

    assert voice.name == "en-us"
    assert "no voice speaks tlh" in caplog.text


def test_without_any_voice_it_says_so():
    with pytest.raises(VoiceError, match="no voice for this language"):
        choose(None, "fr", {})


def test_folders_are_the_asked_the_users_and_the_bundled(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    mine = write(user_folder(), "mine").parent
    asked = write(tmp_path / "asked", "other").parent

    found = find_folders(asked)

    assert mine == tmp_path / "config" / "narrate" / "voices"
    assert found == (asked, mine, bundled_folder())


def test_without_xdg_the_platform_says_where(monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)

    assert user_folder().parts[-2:] == ("narrate", "voices")


def test_an_asked_folder_has_to_be_there(tmp_path):
    with pytest.raises(VoiceError, match="no such folder"):
        find_folders(tmp_path / "none")


def test_the_bundled_voices_lie_inside_a_wheel_and_beside_a_checkout(tmp_path):
    beside = write(tmp_path / "checkout" / "voices", "a").parent
    inside = write(tmp_path / "wheel" / "narrate" / "voices", "a").parent

    assert bundled_folder(tmp_path / "checkout" / "narrate") == beside
    assert bundled_folder(tmp_path / "wheel" / "narrate") == inside


def test_every_bundled_voice_is_whole(bundled):
    assert len(bundled) >= 16
    for voice in bundled.values():
        assert isinstance(voice, Voice), voice
        assert voice.description


def test_every_bundled_voice_has_phrases_in_its_language(bundled):
    english = phrases_for("en")

    for voice in bundled.values():
        assert isinstance(voice, Voice)
        assert voice.language.startswith("en") or phrases_for(voice.language) != english


def test_every_bundled_voice_says_its_notice_in_two_sentences(bundled):
    for voice in bundled.values():
        assert isinstance(voice, Voice)
        ends = [mark for mark in voice.disclaimer if mark in ".。।۔"]
        assert len(ends) == 2, voice.name


def test_every_bundled_voice_is_one_that_espeak_has(bundled):
    from espeakng_loader import get_data_path

    # A variant that is not there is no error to eSpeak: it speaks without.
    for voice in bundled.values():
        language, _, variant = voice.id.partition("+")
        assert (Path(get_data_path()) / "lang" / language).is_file(), voice.name
        assert (Path(get_data_path()) / "voices" / "!v" / variant).exists(), voice.name


def test_voice_files_carry_no_names_of_their_own():
    for path in bundled_folder().glob("*.toml"):
        assert "name" not in tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_file_of_a_voice_loads_nothing_heavy():
    check = "import sys, narrate.voices; print('platformdirs' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
