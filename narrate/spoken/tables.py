"""The tables that the rules look things up in: JSON files in `data/`, read at first use."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data")


@cache
def table(name: str) -> Any:
    """The table of that name, as `en/units`.

    >>> table("en/months")["Sept"]
    'September'
    """
    return json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))
