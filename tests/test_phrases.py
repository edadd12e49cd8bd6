from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.phrases import Phrases, languages, phrases_for


@pytest.mark.parametrize(
    ("language", "names", "expected"),
    [
        ("en-GB", ["Ana Lind"], "By Ana Lind"),
        ("en-GB", ["Ana Lind", "Bo Rask"], "By Ana Lind and Bo Rask"),
        ("en-GB", ["Ana Lind", "Bo Rask", "Cy Dorn"], "By Ana Lind, Bo Rask and Cy Dorn"),
        ("es", ["Ana Lind", "Inés Vela"], "Por Ana Lind e Inés Vela"),
        ("es", ["Ana Lind", "Higinio Roca"], "Por Ana Lind e Higinio Roca"),
        ("es", ["Ana Lind", "Ian Roca"], "Por Ana Lind y Ian Roca"),
        ("ru", ["Анна Линд"], "Автор: Анна Линд"),
        ("ru", ["Анна Линд", "Ян Раск"], "Авторы: Анна Линд и Ян Раск"),
        ("ar", ["سلمى", "نادر", "ريم"], "بقلم سلمى ونادر وريم"),
        ("zh", ["林安", "陈波", "何溪"], "作者：林安、陈波和何溪"),
    ],
)
def test_a_byline_joins_its_names_as_the_language_does(language, names, expected):
    assert phrases_for(language).byline(names) == expected


def test_nobody_named_gives_no_byline():
    assert phrases_for("en").byline([]) is None


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "Published on May 1, 2024"),
        ("en-GB", "Published on 1 May 2024"),
        ("en-GB-scotland", "Published on 1 May 2024"),
        ("es-419", "Publicado el 1 de mayo de 2024"),
        ("fr-FR", "Publié le 1er mai 2024"),
        ("de-AT", "Veröffentlicht am 1. Mai 2024"),
        ("it-IT", "Pubblicato il 1º maggio 2024"),
        ("ca", "Publicat el 1 de maig de 2024"),
        ("hu", "Megjelent: 2024. május 1."),
        ("tr", "1 Mayıs 2024 tarihinde yayımlandı"),
        ("ar", "نُشر في ١ مايو ٢٠٢٤"),
        ("fa", "منتشرشده در ۱ مه ۲۰۲۴"),
        ("ur", "1 مئی 2024 کو شائع ہوا"),
        ("zh-CN", "发布于2024年5月1日"),
        ("zh-TW", "發佈於2024年5月1日"),
        ("vi", "Đăng ngày 1 tháng Năm năm 2024"),
    ],
)
def test_a_date_is_written_as_the_language_does(language, expected):
    assert phrases_for(language).date("2024-05-01") == expected


def test_a_day_that_a_voice_would_misread_has_words():
    german = phrases_for("de")
    italian = phrases_for("it")

    assert german.date_said("2024-05-23") == "Veröffentlicht am dreiundzwanzigsten Mai 2024"
    assert italian.date("2024-05-08") == "Pubblicato l'8 maggio 2024"
    assert italian.date_said("2024-05-08") == "Pubblicato l'otto maggio 2024"


def test_a_time_keeps_the_day_of_its_own_zone():
    assert phrases_for("en-GB").date("2024-05-03T23:30:00-11:00") == "Published on 3 May 2024"


@pytest.mark.parametrize("iso", [None, "", "2024", "2024-05", "yesterday", "2024-02-30"])
def test_without_a_whole_date_nothing_is_said(iso):
    assert phrases_for("en").date(iso) is None


@given(st.sampled_from(languages()), st.dates())
def test_every_date_can_be_said_in_every_language(language, day):
    phrases = phrases_for(language)

    written = phrases.date(day.isoformat())

    assert written is not None
    assert "{" not in written
    assert phrases.date_said(day.isoformat()) is not None


def test_an_unknown_language_falls_back_to_english():
    assert phrases_for("tlh").end == phrases_for("en").end


def test_older_tags_find_their_language():
    assert phrases_for("no") == phrases_for("nb")
    assert phrases_for("iw") == phrases_for("he")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Q", "Question:"), ("A.", "Answer:"), ("Mara Quill", "Mara Quill:")],
)
def test_letters_of_an_interview_become_words(name, expected):
    assert phrases_for("en").speaker(name) == expected


def test_a_language_has_its_own_letters_and_its_own_colon():
    assert phrases_for("fr").speaker("R") == "Réponse :"
    assert phrases_for("zh").speaker("问") == "问："


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam opened in 1962.", "Correction: The dam opened in 1962."),
        ("Correction: It opened in 1962.", "Correction: It opened in 1962."),
        ("Editor’s note: It opened in 1962.", "Editor’s note: It opened in 1962."),
    ],
)
def test_a_correction_is_announced_once(text, expected):
    assert phrases_for("en").corrected(text) == expected


def test_a_row_reads_each_cell_after_its_header():
    phrases = phrases_for("en")

    with_headers = phrases.table_row(["Harrow", "31", ""], ["Team", "Points", "Note"])
    without = phrases.table_row(["Harrow", "31"])

    assert with_headers == "Team: Harrow, Points: 31"
    assert without == "Harrow, 31"
    assert phrases_for("ar").table_row(["أ", "ب"]) == "أ، ب"


def test_a_table_is_announced_by_its_caption():
    phrases = phrases_for("en")

    assert phrases.table_announcement("Rainfall in June") == "A table: Rainfall in June"
    assert phrases.table_announcement() == "The article has a table here."


def test_only_a_time_of_day_is_announced_as_one():
    phrases = phrases_for("en")

    assert phrases.time_of_update("14:05") == "At 14:05."
    assert phrases.time_of_update("2 hours ago") == "2 hours ago."


def test_numbers_and_letters_of_a_list_differ():
    assert phrases_for("en").list_number("3") == "Number 3."
    assert phrases_for("en").list_number("b") == "b."


@pytest.mark.parametrize("language", languages())
def test_every_file_is_whole(language):
    phrases = phrases_for(language)
    texts = [field.name for field in fields(Phrases) if field.type == "str" or field.type is str]
    may_be_empty = {"euphonic", "before"}

    assert all(getattr(phrases, name) for name in texts if name not in may_be_empty)
    assert (len(phrases.months), len(set(phrases.months))) == (12, 12)
    assert (len(phrases.days), len(set(phrases.days))) == (31, 31)
    assert (len(phrases.said_days), len(set(phrases.said_days))) == (31, 31)
    assert len(phrases.digits) == 10
    assert phrases.corrections[0].lower() in phrases.correction.lower()


@pytest.mark.parametrize("language", languages())
def test_every_template_has_its_places(language):
    phrases = phrases_for(language)

    assert "Ana" in (phrases.byline(["Ana"]) or "")
    assert "Ana" in (phrases.byline(["Ana", "Bo"]) or "")
    assert "Team" in phrases.table_row(["x"], ["Team"])
    assert "Rain" in phrases.table_announcement("Rain")
    assert "9:30" in phrases.time_of_update("9:30")
    assert "7" in phrases.list_number("7")
    assert str(date(2024, 5, 3).year).translate(str.maketrans("0123456789", phrases.digits)) in (
        phrases.date("2024-05-03") or ""
    )
