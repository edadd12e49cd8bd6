import json

import pytest

from bench.table import Row, keep, table

FASTER = Row("5,000 words", "wall", "s", (2.0, 3.0, 2.2), "one-liner", (4.0, 5.0, 5.5), "≤ 0.5 ×")
ALONE = Row("start-up", "wall", "ms", (120.0,), "")


def test_a_ratio_is_the_median_of_turns() -> None:
    assert FASTER.ratios == pytest.approx((0.5, 0.6, 0.4))
    assert FASTER.ratio == pytest.approx(0.5)
    assert ALONE.ratio is None


def test_a_table_has_a_line_for_each_row() -> None:
    head, rule, faster, alone = table([FASTER, ALONE]).splitlines()

    assert head.split()[:4] == ["work", "measure", "narrate", "peer"]
    assert set(rule) == {"-", " "}
    assert faster.split("  ")[0] == "5,000 words"
    assert "2.2 s" in faster
    assert "5 s" in faster
    assert "0.5 ×" in faster
    assert faster.endswith("3: 0.4 to 0.6")
    assert alone.endswith("120 ms")


def test_cases_are_kept_one_by_one(tmp_path) -> None:
    results = tmp_path / "new" / "results.json"

    keep(results, "again", [ALONE], {"cores": 2})
    keep(results, "5000", [FASTER], {"cores": 4})
    keep(results, "again", [FASTER, ALONE], {"cores": 4})

    kept = json.loads(results.read_text("utf-8"))
    assert {name: len(case["rows"]) for name, case in kept.items()} == {"again": 2, "5000": 1}
    assert kept["again"]["cores"] == 4
    assert kept["5000"]["rows"][0]["ratio"] == pytest.approx(0.5)
    assert kept["5000"]["rows"][0]["ours"] == [2.0, 3.0, 2.2]
