import pytest

from narrate.notices import ENGLISH, languages, wording_for

OF_THE_UNION = {
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
}


def test_every_official_language_of_the_european_union_has_its_wording():
    assert set(languages()) >= OF_THE_UNION


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("en-GB-scotland", "en"),
        ("es-419", "es"),
        ("pt-PT", "pt"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("zh-CN", "zh"),
        ("zh-TW", "zh-hant"),
        ("zh_Hant_TW", "zh-hant"),
        ("zh-HK", "yue"),
        ("yue-HK", "yue"),
        ("iw", "he"),
        ("tlh", ENGLISH),
        ("", ENGLISH),
    ],
)
def test_the_nearest_wording_is_taken(asked, found):
    assert wording_for(asked).tag == found


@pytest.mark.parametrize("language", languages())
def test_every_wording_is_two_sentences_and_its_own(language):
    wording = wording_for(language)

    assert sum(wording.notice.count(stop) for stop in ".。।۔") == 2
    assert wording.tag == language
    assert len({wording.notice, wording.people, wording.machine_help}) == 3


def test_how_the_text_came_about_is_said_only_where_somebody_said_it():
    wording = wording_for("en")

    assert wording.text_by("people") == wording.people
    assert wording.text_by("machine-help") == wording.machine_help
    assert wording.text_by("unknown") == ""
