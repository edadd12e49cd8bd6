import pytest

from narrate.containers.ffmpeg import encode, program
from narrate.errors import EncodeError


def test_without_ffmpeg_it_says_how_to_get_one(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", "/nowhere/ffmpeg")

    with pytest.raises(EncodeError, match=r"pip install 'narrate\[formats\]'"):
        encode([], 8000, (), ["-c:a", "flac"], tmp_path / "x.flac")


def test_what_it_complains_of_is_passed_on(tmp_path):
    with pytest.raises(EncodeError, match="nosuchcodec"):
        encode([bytes(100)], 8000, (), ["-c:a", "nosuchcodec"], tmp_path / "x.flac")

    assert program()
