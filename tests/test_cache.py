import multiprocessing
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.cache import Cache, default_folder, key

NAMES = st.integers(0, 8).map(lambda number: key("entry", number))
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
PARTS = st.recursive(SCALARS, st.lists, max_leaves=6)


def size(folder):
    """Bytes of all entries; each lies in a folder called after two figures."""
    return sum(path.stat().st_size for path in folder.glob("??/*"))


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


@given(st.lists(st.tuples(NAMES, st.binary(max_size=300)), max_size=12))
def test_what_was_put_is_got(entries):
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder))

        for name, data in entries:
            cache.put(name, data)

        assert {name: cache.get(name) for name, _ in entries} == dict(entries)


@given(st.lists(st.tuples(NAMES, st.binary(max_size=300)), max_size=20), st.integers(0, 1500))
def test_it_never_outgrows_its_limit(entries, limit):
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder), limit)

        for name, data in entries:
            cache.put(name, data)

            assert size(cache.folder) <= limit


@given(st.lists(PARTS, max_size=3), st.lists(PARTS, max_size=3))
def test_keys_differ_where_the_parts_do(one, other):
    import json

    assert (key(*one) == key(*other)) == (json.dumps(one) == json.dumps(other))


def test_what_is_not_there_is_not_found(cache):
    assert cache.get(key("nothing")) is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda data: bytes(len(data)),
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data + b"x",
    ],
    ids=["emptied", "cut", "cut short", "zeroed", "one bit", "grown"],
)
def test_a_damaged_entry_is_not_found_and_can_be_put_again(cache, harm):
    name = key("it")
    cache.put(name, b"sound" * 9)
    (entry,) = cache.folder.glob("??/*")
    entry.write_bytes(harm(entry.read_bytes()))

    assert cache.get(name) is None

    cache.put(name, b"sound")
    assert cache.get(name) == b"sound"


def test_a_folder_in_place_of_an_entry_is_not_found(cache):
    name = key("it")
    (cache.folder / name[:2] / name).mkdir(parents=True)

    cache.put(name, b"sound")

    assert cache.get(name) is None
    assert not [path for path in cache.folder.glob("??/*") if path.is_file()]


def test_a_folder_that_can_t_be_written_is_no_error(tmp_path):
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file" / "cache")

    cache.put(key("it"), b"sound")
    cache.trim()

    assert cache.get(key("it")) is None
    assert cache.clear() == 0


def test_a_full_disk_leaves_nothing_behind(cache, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    cache.put(key("it"), b"sound")
    monkeypatch.undo()

    assert cache.get(key("it")) is None
    assert not list(cache.folder.glob("??/*"))


def test_it_may_be_deleted_at_any_time(cache):
    import shutil

    cache.put(key("one"), b"1")
    shutil.rmtree(cache.folder)
    cache.put(key("two"), b"2")

    assert (cache.get(key("one")), cache.get(key("two"))) == (None, b"2")


def test_what_was_used_longest_ago_goes_first(tmp_path):
    cache = Cache(tmp_path, 10_000)
    names = [key(number) for number in range(4)]
    for number, name in enumerate(names):
        cache.put(name, bytes(2400))
        os.utime(tmp_path / name[:2] / name, (number, number))
    cache.get(names[0])

    cache.put(key("last straw"), bytes(2400))

    assert [cache.get(name) is not None for name in names] == [True, False, False, True]


@pytest.mark.parametrize("ledger", [b"", b"\xff\xfe \0 12x", b"9" * 5000, bytes(500)])
def test_a_damaged_ledger_is_no_error(tmp_path, ledger):
    cache = Cache(tmp_path, 1000)
    cache.put(key(1), bytes(400))
    (tmp_path / "added").write_bytes(ledger)

    for number in range(9):
        cache.put(key(number), bytes(400))

    assert size(tmp_path) <= 1000


def test_clearing_tells_how_much_was_freed(cache):
    cache.put(key(1), bytes(88))

    assert cache.clear() == 100
    assert cache.get(key(1)) is None
    assert size(cache.folder) == 0


def _busy(folder, seed):
    cache = Cache(Path(folder), 40_000)
    for step in range(60):
        number = (seed * 7 + step) % 40
        cache.put(key(number), bytes([number]) * 2000)
        found = cache.get(key((number + 5) % 40))
        assert found is None or found == bytes([(number + 5) % 40]) * 2000


def test_several_processes_use_it_at_once(tmp_path):
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_busy, args=(tmp_path, seed)) for seed in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0] * 4
    Cache(tmp_path, 40_000).trim()
    assert size(tmp_path) <= 40_000


def test_where_it_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert default_folder() == tmp_path / "narrate"

    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".cache" / "narrate"
