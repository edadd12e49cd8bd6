import pytest

from narrate.batch import Batch
from narrate.conversion import Result
from narrate.errors import EngineError, FetchError
from narrate.pipeline import Settings
from narrate.reading import Reading

pytestmark = pytest.mark.usefixtures("_no_children")

FILES = 7
"""Of one edition: the MP3, and what lies beside it."""


def untold(_done, _total):
    """Nobody asks how far it is."""


@pytest.fixture
def sources(tmp_path, page_of):
    """Five pages."""
    paths = [tmp_path / f"{number}.html" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(page_of(f"Story {number}"), "utf-8")
    return tuple(map(str, paths))


@pytest.fixture
def batch(tmp_path, hush):
    """A batch whose articles are named after their titles."""
    folder = tmp_path / "out"
    folder.mkdir()

    def make(sources, jobs=2, engine="silence"):
        reading = Reading(voice="hush", voices_folder=hush(tmp_path, engine=engine))

        def name(_source, title):
            return folder / f"{title}.mp3" if title else None

        return Batch(sources, reading, Settings(), name, folder, jobs)

    return make


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("count", [1, 5], ids=["in turn", "side by side"])
def test_articles_come_in_their_order_under_their_names(batch, sources, tmp_path, count):
    outcomes = list(batch(sources[:count], jobs=2).outcomes(untold))

    assert [outcome.title for outcome in outcomes] == [f"Story {n}" for n in range(count)]
    assert [outcome.output.name for outcome in outcomes] == [f"Story {n}.mp3" for n in range(count)]
    assert len(names(tmp_path / "out")) == FILES * count
    assert all(outcome.output.stat().st_size > 1000 for outcome in outcomes)


def test_either_way_makes_the_same(batch, sources, tmp_path):
    made = []
    for jobs in (5, 2):  # with more workers than articles, the pieces are what is shared out
        list(batch(sources[:4], jobs).outcomes(untold))
        made.append({path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()})

    assert made[0] == made[1]


@pytest.mark.parametrize("jobs", [8, 2], ids=["in turn", "side by side"])
def test_what_fails_stands_in_its_place_and_leaves_nothing(batch, sources, tmp_path, jobs):
    wanted = (sources[0], "gone.html", *sources[1:])

    outcomes = list(batch(wanted, jobs).outcomes(untold))

    kinds = [Result, FetchError, *[Result] * 4]
    assert [type(outcome) for outcome in outcomes] == kinds
    assert outcomes[1].subject == "gone.html"
    assert len(names(tmp_path / "out")) == 5 * FILES


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize("engine", ["trial-fail", "trial-crash"])
def test_an_engine_that_fails_on_one_article_does_not_stop_the_others(
    batch, sources, tmp_path, page_of, engine
):
    (tmp_path / "2.html").write_text(page_of("Story 2", "Now there is trouble."), "utf-8")

    outcomes = list(batch(sources, 2, engine).outcomes(untold))

    assert [isinstance(outcome, Result) for outcome in outcomes] == [True, True, False, True, True]
    assert isinstance(outcomes[2], EngineError)
    assert len(names(tmp_path / "out")) == 4 * FILES


def test_a_batch_that_is_left_leaves_nothing_unfinished(batch, sources, tmp_path):
    outcomes = batch(sources, 2).outcomes(untold)
    next(outcomes)

    outcomes.close()

    assert not [name for name in names(tmp_path / "out") if name.startswith(".")]


def test_progress_counts_articles(batch, sources):
    told = []

    list(batch(sources, 2).outcomes(lambda *now: told.append(now)))

    assert told == [(1, 5)] * 5


def test_a_dry_run_writes_nothing(batch, sources, tmp_path):
    from dataclasses import replace

    outcomes = list(replace(batch(sources), name=None).outcomes(untold))

    assert [outcome.output for outcome in outcomes] == [None] * 5
    assert names(tmp_path / "out") == []
