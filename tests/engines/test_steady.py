import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import espeakng_loader

from narrate.engines import find
from narrate.engines.steady import VARIANT, steady_home

DATA = Path(espeakng_loader.get_data_path())
TEXTS = (
    "The quick brown fox jumps over the lazy dog near the river bank.",
    "She asked whether it would rain on Tuesday; nobody knew.",
    "Prices rose by four per cent.",
)


def test_a_text_takes_the_same_time_whatever_was_said_before(voice):
    engine = find("pyttsx3")
    heard = {text: set() for text in TEXTS}

    for text in random.Random(5).choices(TEXTS, k=30):  # noqa: S311 - a fixed order
        clip = engine.speak(text, voice)
        heard[text].add((clip.samples, clip.marks))

    assert [len(times) for times in heard.values()] == [1, 1, 1]


def test_the_mirror_is_made_once_and_has_every_variant(tmp_path):
    home = steady_home(DATA, tmp_path)
    again = steady_home(DATA, tmp_path)

    assert home == again
    assert list(tmp_path.iterdir()) == [home]
    variants = home / DATA.name / "voices" / "!v"
    names = {path.name for path in (DATA / "voices" / "!v").iterdir()}
    assert {path.name for path in variants.iterdir()} == names | {VARIANT}
    assert all("flutter 0" in path.read_text("utf-8") for path in variants.iterdir())


def test_a_mirror_of_data_that_is_gone_is_made_anew(tmp_path):
    home = steady_home(DATA, tmp_path)
    (home / DATA.name / "phontab").unlink()

    again = steady_home(DATA, tmp_path)

    assert (again / DATA.name / "phontab").is_file()


def test_a_folder_that_can_not_be_written_is_no_hindrance(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")

    home = steady_home(DATA, blocked / "cache")

    assert (home / DATA.name / "phontab").is_file()


def test_processes_that_start_at_once_share_one_mirror(tmp_path):
    with ProcessPoolExecutor(8, mp_context=get_context("spawn")) as pool:
        homes = list(
            pool.map(steady_home, [DATA] * 32, [tmp_path / str(n // 8) for n in range(32)])
        )

    assert all((home / DATA.name / "phontab").is_file() for home in homes)
    assert len(set(homes)) == 4
    assert sum(1 for folder in tmp_path.iterdir() for _ in folder.iterdir()) == 4
