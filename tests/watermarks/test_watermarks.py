import pickle

import pytest

from narrate.errors import WatermarkError
from narrate.watermarks import Detection, Marking, find
from narrate.watermarks.keys import read_key
from narrate.watermarks.spread import SpreadWatermark


def test_ours_comes_through_the_same_door_as_others():
    assert isinstance(find("spread"), SpreadWatermark)


@pytest.mark.usefixtures("trial")
def test_a_plug_in_is_found_and_one_that_breaks_is_told():
    find.cache_clear()

    assert find("trial-mark").name == "trial-mark"
    with pytest.raises(WatermarkError, match="cannot be loaded"):
        find("trial-mark-broken")
    with pytest.raises(WatermarkError, match="no such watermark is installed"):
        find("nobody's")
    find.cache_clear()


def test_the_key_is_shown_nowhere():
    marking = Marking(b"0123456789 secret")

    assert "secret" not in repr(marking)
    assert "secret" not in repr(marking.identity())
    assert marking.fingerprint != Marking(b"another secret key").fingerprint
    assert pickle.loads(pickle.dumps(marking)) == marking  # noqa: S301 - our own


def test_what_reaches_the_threshold_is_found():
    assert Detection(6.0, 6.0, 0.001).found
    assert not Detection(5.9, 6.0, 0.001).found


def test_a_key_comes_from_a_file_or_the_environment(tmp_path, monkeypatch):
    (tmp_path / "my.key").write_bytes(b"  0123456789abcdef\n")
    monkeypatch.setenv("NARRATE_WATERMARK_KEY", "fedcba9876543210")

    assert read_key(str(tmp_path / "my.key")) == b"0123456789abcdef"
    assert read_key("env") == b"fedcba9876543210"


def test_what_is_no_key_is_told(tmp_path, monkeypatch):
    monkeypatch.delenv("NARRATE_WATERMARK_KEY", raising=False)
    (tmp_path / "short.key").write_bytes(b"abc")

    with pytest.raises(WatermarkError, match="is no key: 3 bytes"):
        read_key(str(tmp_path / "short.key"))
    with pytest.raises(WatermarkError, match="NARRATE_WATERMARK_KEY: is no key: 0 bytes"):
        read_key("env")
    with pytest.raises(WatermarkError, match="can't be read"):
        read_key(str(tmp_path / "none.key"))
