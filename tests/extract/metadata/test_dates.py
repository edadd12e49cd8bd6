import pytest

from narrate.extract.metadata.dates import iso, written


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
        ("May the fourth", None),
    ],
)
def test_a_date_in_a_line_must_be_whole_and_clear(line, date):
    assert written([line]) == date
