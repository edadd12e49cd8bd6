import pytest

from narrate.errors import PublishError
from narrate.publish.readback import read_timeline
from narrate.publish.timeline import timeline_json


@pytest.fixture
def manifest(script, timeline, voice):
    return timeline_json(script, timeline, voice)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('{"version":1', "nonsense", "not a timeline"),
        ('"version":1', '"version":2', "of version 2"),
        ('"version":1', '"Version":1', "has no 'version'"),
        ('"duration":30.0', '"duration":NaN', "not a timeline"),
        ('"duration":30.0', '"duration":null', "not a timeline"),
        ('"kind":"title"', '"kind":"jingle"', "not a timeline"),
        ('"text_by":"unknown"', '"text_by":"magic"', "not a timeline"),
        ('"said":["start"]', '"said":["somewhere"]', "not a timeline"),
        ('"kind":"formant"', '"kind":"human"', "not a timeline"),
        ('"start":6.0', '"begin":6.0', "has no 'start'"),
        ('"words":[[', '"words":[[1],[', "not a timeline"),
        ('"title":"Bridge', '"Title":"Bridge', "has no 'title'"),
        ('"authors":["Ann', '"authors":[7,"Ann', "not a timeline"),
        ('"rate":165', '"rate":"fast"', "not a timeline"),
        ('"block":0', '"block":"0"', "not a timeline"),
        ('"exact":', '"prefix":7,"exact":', "not a timeline"),
        ('"language":"en-GB","metadata"', '"language":7,"metadata"', "not a timeline"),
    ],
)
def test_what_is_not_a_manifest_is_told(manifest, old, new, told):
    assert old in manifest

    with pytest.raises(PublishError, match=told):
        read_timeline(manifest.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "[]", "null", "[" * 100_000, '"version"', "{}"])
def test_other_json_is_told(text):
    with pytest.raises(PublishError, match="timeline"):
        read_timeline(text)
