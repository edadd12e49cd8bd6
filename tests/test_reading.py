import json
import logging

import pytest

from narrate import forms
from narrate.errors import ExtractError, FetchError, NarrateError, ScriptError, VoiceError
from narrate.reading import Reading, article_of, script_of, voice_for
from narrate.script import Frame


@pytest.fixture
def page(tmp_path, page_of):
    path = tmp_path / "page.html"
    path.write_text(page_of(), "utf-8")
    return str(path)


@pytest.fixture
def saved(tmp_path):
    def save(record, name="saved.json"):
        path = tmp_path / name
        path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
        return str(path)

    return save


def test_each_stage_reads_what_the_one_before_has_printed(page, saved):
    how = Reading()
    script, voice = script_of(page, how)

    article = saved(forms.article_json(article_of(page, how)), "article.json")
    again, same = script_of(article, how)
    last, _ = script_of(saved(forms.script_json(script), "script.json"), how)

    assert voice == same
    assert again.segments == script.segments
    assert [segment.spoken for segment in last.segments] == [
        segment.spoken for segment in script.segments
    ]


def test_the_language_of_the_article_picks_the_voice(page):
    script, voice = script_of(page, Reading())

    assert (voice.name, script.language) == ("en-gb", "en-GB")


def test_the_person_picks_before_the_article(page):
    _, voice = script_of(page, Reading(voice="en-us", rate=200, pitch=10))

    assert (voice.name, voice.rate, voice.pitch) == ("en-us", 200, 10)


def test_a_script_keeps_the_voice_it_was_written_for(page, saved):
    script, _ = script_of(page, Reading(voice="en-us"))
    source = saved(forms.script_json(script))

    assert script_of(source, Reading())[1].name == "en-us"
    assert script_of(source, Reading(voice="en-gb"))[0].voice == "en-gb"


def test_the_frame_is_as_asked_for(page):
    script, _ = script_of(page, Reading(frame=Frame(disclaimer="", title=False, end=False)))

    assert {segment.kind for segment in script.segments} == {"paragraph"}


def test_a_script_that_lost_its_notice_gets_it_back(page, saved):
    script, voice = script_of(page, Reading())
    record = forms.script_json(script)
    record["segments"] = [one for one in record["segments"] if one["kind"] != "disclaimer"]

    again, _ = script_of(saved(record), Reading())

    assert voice.disclaimer.startswith(again.segments[0].text)


def test_a_script_of_nothing_but_the_notice_can_t_do_without(page, saved):
    script, _ = script_of(page, Reading())
    record = forms.script_json(script)
    record["segments"] = record["segments"][:1]

    with pytest.raises(ScriptError, match="nothing but the notice"):
        script_of(saved(record), Reading(frame=Frame(disclaimer="")))


def test_a_voice_in_a_language_without_wording_says_so_in_english_and_warns(page, tmp_path, caplog):
    (tmp_path / "qo.toml").write_text('language = "tlh"\nengine = "silence"\nid = "x"\n')

    script, _ = script_of(page, Reading(voice="qo", voices_folder=tmp_path))

    assert script.segments[0].text == "Voice is AI-generated."
    assert script.segments[0].language == "en"
    assert "no wording of the notice in tlh" in caplog.text


@pytest.mark.parametrize(("words", "warned"), [("Hello there.", True), ("A robot reads.", False)])
def test_a_notice_that_says_nothing_is_warned_of(page, caplog, words, warned):
    script_of(page, Reading(frame=Frame(disclaimer=words)))

    assert ("does not say that a machine speaks" in caplog.text) == warned


def test_a_language_that_nobody_speaks_is_read_by_the_english_voice(caplog):
    with caplog.at_level(logging.WARNING):
        voice = voice_for("tlh", Reading())

    assert voice.name == "en-us"
    assert "tlh" in caplog.text


def test_a_voice_that_nobody_knows_is_told_with_the_nearest(page):
    with pytest.raises(VoiceError, match="en-gb"):
        script_of(page, Reading(voice="en-gbb"))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('{"segments": []', ScriptError),
        ('{"segments": [], "metadata": {"title": ""}, "voice": "", "language": ""}', ScriptError),
        ('{"segments": 3}', ScriptError),
        ('{"error": "the page is empty"}', ExtractError),
        ('{"title": "Rain", "blocks": []}', ScriptError),
        ('{"title": "Rain", "blocks": [{"kind": "song", "text": ""}]}', ScriptError),
        ('{"text": "Rain"}', ScriptError),
        ('[{"title": "Rain"}]', ScriptError),
        ("", NarrateError),
        ("<html><body><nav><a href=/>Home</a></nav></body></html>", ExtractError),
        ("%PDF-1.7\n%\xe2\xe3", FetchError),
    ],
)
def test_what_can_t_be_read_names_its_source(tmp_path, content, kind):
    path = tmp_path / "it"
    path.write_text(content, "latin-1")

    with pytest.raises(kind) as caught:
        script_of(str(path), Reading())

    assert caught.value.subject == str(path)


def test_a_script_is_no_article(saved, page):
    script, _ = script_of(page, Reading())

    with pytest.raises(ScriptError, match="script already"):
        article_of(saved(forms.script_json(script)), Reading())
