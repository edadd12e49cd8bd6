import io
import os
import sys

import pytest

from narrate.errors import FetchError
from narrate.fetch.files import read_file, read_stdin
from narrate.fetch.raw import Limits


@pytest.fixture
def stdin(monkeypatch):
    def put(body):
        monkeypatch.setattr(sys, "stdin", body and io.TextIOWrapper(io.BytesIO(body)))

    return put


def test_a_file_is_read_as_it_is(tmp_path):
    path = tmp_path / "rain.html"
    path.write_bytes(b"<p>Rain\r\n\xff")

    raw = read_file(str(path), Limits())

    assert (raw.body, raw.source) == (b"<p>Rain\r\n\xff", str(path))
    assert (raw.url, raw.content_type) == (None, None)


def test_a_missing_file_is_told_with_the_nearest_name(tmp_path):
    (tmp_path / "rain.html").touch()

    with pytest.raises(FetchError, match="no such file") as caught:
        read_file(str(tmp_path / "rian.html"), Limits())

    assert caught.value.mend == f"did you mean {tmp_path / 'rain.html'}?"


def test_a_missing_file_that_is_like_no_other_has_no_hint(tmp_path):
    with pytest.raises(FetchError, match="no such file") as caught:
        read_file(str(tmp_path / "rain.html"), Limits())

    assert caught.value.mend is None


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(FetchError, match="there is no folder"):
        read_file(str(tmp_path / "none" / "rain.html"), Limits())


def test_an_address_without_its_scheme_is_recognised():
    with pytest.raises(FetchError, match=r"write https://www\.example\.org/rain"):
        read_file("www.example.org/rain", Limits())


def test_a_folder_is_told(tmp_path):
    with pytest.raises(FetchError, match="this is a folder"):
        read_file(str(tmp_path), Limits())


def test_a_closed_file_is_told(tmp_path, monkeypatch):
    path = tmp_path / "rain.html"
    path.touch()
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read everything

        def refuse(*_, **__):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(io, "open", refuse)

    with pytest.raises(FetchError, match="permission denied"):
        read_file(str(path), Limits())


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000])
def test_an_impossible_name_is_told(name):
    with pytest.raises(FetchError, match="this file can't be read"):
        read_file(name, Limits())


def test_a_file_is_bounded(tmp_path):
    path = tmp_path / "rain.html"
    path.write_bytes(bytes(11))

    assert read_file(str(path), Limits(bytes=11)).body == bytes(11)
    with pytest.raises(FetchError, match="larger than 1e-05 MB"):
        read_file(str(path), Limits(bytes=10))


def test_standard_input_is_read_to_its_end(stdin):
    stdin(b"<p>Rain")

    assert read_stdin(Limits()).body == b"<p>Rain"


def test_standard_input_is_bounded(stdin):
    stdin(bytes(11))

    with pytest.raises(FetchError, match="larger than"):
        read_stdin(Limits(bytes=10))


def test_closed_standard_input_is_told(stdin):
    stdin(None)

    with pytest.raises(FetchError, match="standard input is closed"):
        read_stdin(Limits())
