import pytest

from narrate import engines
from narrate.errors import EngineError


@pytest.mark.usefixtures("trial")
def test_ours_come_by_the_same_door_as_a_plug_in_s():
    names = engines.names()

    assert {"pyttsx3", "silence", "trial-fail"} <= set(names)
    assert engines.find("trial-fail").name == "trial-fail"


def test_an_engine_that_is_not_installed_is_named_with_those_that_are():
    with pytest.raises(EngineError) as caught:
        engines.find("piper")

    assert "piper" in str(caught.value)
    assert "installed: pyttsx3, silence" in str(caught.value)
    assert "pip install" in str(caught.value)


@pytest.mark.usefixtures("trial")
def test_an_engine_that_breaks_on_loading_is_named():
    with pytest.raises(EngineError, match=r"trial-broken.*Missing"):
        engines.find("trial-broken")


def test_one_that_can_run_has_its_version():
    status = engines.status("silence")

    assert (status.version, status.problem) == ("1", None)


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("name", "problem", "mend"),
    [
        ("piper", "no such speech engine is installed", "installed: "),
        ("trial-broken", "cannot be loaded", "install it again"),
        ("trial-absent", "its model is not there", "trial download"),
        ("trial-odd", "LookupError: a riddle", ""),
    ],
)
def test_one_that_can_t_is_listed_with_the_reason(name, problem, mend):
    status = engines.status(name)

    assert status.name == name
    assert problem in (status.problem or "")
    assert mend in (status.mend or "")
