import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from narrate.embed import json_ld, json_ld_script
from narrate.embed.jsonld import iso_duration


def test_the_audio_is_that_of_the_article(narration, far):
    told = json_ld(narration, far)

    assert (told["@type"], told["headline"]) == ("NewsArticle", "Bridge & <river>")
    assert told["author"] == [{"@type": "Person", "name": "Ann Example"}]
    assert told["isAccessibleForFree"] is True
    assert "image" not in told
    audio = told["audio"]
    assert audio["contentUrl"] == "https://audio.example.org/bridge/a%20b.mp3"
    assert audio["caption"]["contentUrl"] == "https://audio.example.org/bridge/a%20b.vtt"
    assert (audio["encodingFormat"], audio["duration"]) == ("audio/mpeg", "PT30S")
    assert audio["digitalSourceType"] == "https://schema.org/AlgorithmicMediaDigitalSource"
    assert audio["creditText"] == "Voice is AI-generated. Inconsistencies may occur."
    assert "The bridge stays shut, it said. Drivers wait <b>for ever</b>." in audio["transcript"]


def test_no_text_ends_the_script(narration, near):
    markup = json_ld_script(narration, near)

    assert markup.count("<") == 2
    script = html.fragment_fromstring(markup)
    assert json.loads(script.text) == json_ld(narration, near)


@given(st.floats(0, 1e6))
def test_a_duration_has_its_seconds(seconds):
    import re

    found = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", iso_duration(seconds))

    hours, minutes, rest = (int(each or 0) for each in found.groups())
    assert hours * 3600 + minutes * 60 + rest == round(seconds)
