import pytest

from narrate.extract.metadata.dates import addressed, is_day_first, iso, titled, written


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-05-06", "2026-05-06"),
        ("2026-05-06T07:08:09Z", "2026-05-06T07:08:09+00:00"),
        ("2026-05-06T07:08:09.1234567+02:00", "2026-05-06T07:08:09.123456+02:00"),
        ("2026-05-06 15:44", "2026-05-06T15:44:00"),
        ("Wed, 06 May 2026 07:08:09 GMT", "2026-05-06T07:08:09+00:00"),
        ("20260506", "2026-05-06"),
        ("6.5.2026", "2026-05-06"),
        ("May 6, 2026", "2026-05-06"),
        ("May 6th 2026", "2026-05-06"),
        ("1778051289", "2026-05-06T07:08:09+00:00"),
        ("soon", None),
        ("9999-99-99", None),
        ("", None),
    ],
)
def test_dates_as_pages_write_them(text, date):
    assert iso(text) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published on 6 May 2026 at 10:15", "2026-05-06"),
        ("erstellt: 01. April 2025, 15:25", "2025-04-01"),
        ("Publié le 18 juil. 2024", "2024-07-18"),
        ("Do 25.04.24 | 14:07 Uhr", "2024-04-25"),
        ("05/06/2026", None),
        ("Updated: 6 May 2026", None),
        ("Published 6 May 2026, updated 8 May 2026", "2026-05-06"),
        ("May the fourth", None),
    ],
)
def test_a_date_in_a_line_must_be_whole_and_clear(line, date):
    assert written([line]) == date


@pytest.mark.parametrize(
    ("lines", "language", "date"),
    [
        (["5/6/2026"], "en-US", "2026-05-06"),
        (["5/6/2026"], "en-GB", "2026-06-05"),
        (["5/6/2026"], "es", "2026-06-05"),
        (["5/6/2026"], "en", None),
        (["5/6/2026", "25/6/2026"], "en-US", "2026-06-05"),
    ],
)
def test_a_date_with_slashes_is_read_as_the_page_writes_others_or_as_its_country_does(
    lines, language, date
):
    assert written(lines[:1], day_first=is_day_first(lines, language)) == date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Founded 1947 | Friday, 26 April 2024, no. 98", "2024-04-26"),
        ("12 min, 3 May 2024", "2024-05-03"),
        ("Available until 6 May 2026", None),
        ("12.09.16", None),
        ("12.09.2016", "2016-09-12"),
    ],
)
def test_the_numbers_of_a_date_stand_together(line, day):
    assert written([line]) == day


@pytest.mark.parametrize(
    ("title", "language", "date"),
    [
        ("The bridge falls | The Post | 28.04.2026", None, "2026-04-28"),
        ("Die Brücke fällt – Die Post – 6. Mai 2026", "de", "2026-05-06"),
        ("The bridge falls | 5/6/2026", None, None),
        ("The bridge of 28.04.2026", None, None),
        ("The bridge falls | The summer of 2026", None, None),
    ],
)
def test_a_date_alone_behind_the_title_is_the_articles(title, language, date):
    assert titled([title], language) == date


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://post.example/2026/05/06/the-bridge", "2026-05-06"),
        ("https://post.example/news/2026-5-6-the-bridge", "2026-05-06"),
        ("https://post.example/2026/02/31/the-bridge", None),
        ("https://post.example/2026/05/the-bridge", None),
        ("https://post.example/the-bridge?date=/2026/05/06/", None),
        (None, None),
    ],
)
def test_the_day_in_an_address_is_the_articles(address, date):
    assert addressed(address) == date
