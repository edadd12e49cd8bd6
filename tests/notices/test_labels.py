"""The player says it in its own words where an episode has none: those are known too."""

import json
from pathlib import Path

import pytest

import narrate
from narrate.notices import is_notice

LABELS = sorted((Path(narrate.__file__).parent / "player" / "labels").glob("*.json"))


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_the_players_notice_is_known(path):
    assert is_notice(json.loads(path.read_text("utf-8"))["notice"])


def test_the_player_has_labels():
    assert len(LABELS) >= 8
