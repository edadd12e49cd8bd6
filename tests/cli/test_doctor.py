import sys

import pytest


def test_what_works_is_said(narrate):
    said = narrate("doctor")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("narrate ")
    for part in ("engine pyttsx3", "engine silence", "voices", "cache", "an MP3"):
        assert f"  ok    {part}: " in said.out
    assert "FAIL" not in said.out


@pytest.mark.usefixtures("trial")
def test_what_does_not_work_has_its_mend(narrate):
    said = narrate("doctor")

    assert said.code == 1
    assert "FAIL  engine trial-absent: its model is not there" in said.out
    assert "mend: run `trial download`" in said.out
    assert "  ok    an MP3" in said.out


def test_a_cache_that_can_t_be_written(narrate, page, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(page))

    said = narrate("doctor")

    assert said.code == 1
    assert "FAIL  cache" in said.out
    assert "XDG_CACHE_HOME" in said.out


def test_what_is_not_needed_is_no_failure(narrate, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)

    said = narrate("doctor")

    assert said.code == 0
    assert "  none  FLAC, Opus and AAC: " in said.out
    assert "pip install 'narrate[formats]'" in said.out
