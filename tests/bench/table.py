"""What was measured, as a table to read and as JSON to keep."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

_HEAD = ("work", "measure", "narrate", "peer", "peer's", "ratio", "wanted", "turns")
_NUMBERS = {2, 4, 5}  # columns that are set to the right


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that narrate and its peer were measured at, as often as one another."""

    work: str
    measure: str
    """Such as `wall` or `CPU`."""
    unit: str
    """Such as `s` or `ms a word`."""
    ours: tuple[float, ...]
    peer: str
    """What it is compared with; empty where there is nothing to compare with."""
    theirs: tuple[float, ...] = ()
    wanted: str = ""
    """What the project asks of itself; only shown."""

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours to theirs, turn by turn: load that comes and goes hits both of a turn."""
        return tuple(mine / other for mine, other in zip(self.ours, self.theirs, strict=False))

    @property
    def ratio(self) -> float | None:
        """The median; None without a peer."""
        return median(self.ratios) if self.theirs else None

    def record(self) -> dict[str, Any]:
        """For JSON: every figure, and what is made of them."""
        theirs = median(self.theirs) if self.theirs else None
        return asdict(self) | {
            "ours_median": median(self.ours),
            "theirs_median": theirs,
            "ratio": self.ratio,
        }


def table(rows: Iterable[Row]) -> str:
    """Rows as aligned text; ratios with the lowest and the highest of all turns."""
    lines = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = tuple("-" * width for width in widths)
    return "\n".join(_line(cells, widths) for cells in (_HEAD, rule, *lines[1:]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = (
        cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(aligned).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    ratio, turns = "", ""
    if row.ratio is not None:
        ratio = f"{row.ratio:.3g} ×"
        turns = f"{len(row.ratios)}: {min(row.ratios):.3g} to {max(row.ratios):.3g}"
    theirs = f"{_figure(row.theirs)} {row.unit}" if row.theirs else ""
    ours = f"{_figure(row.ours)} {row.unit}"
    return row.work, row.measure, ours, row.peer, theirs, ratio, row.wanted, turns


def _figure(figures: Sequence[float]) -> str:
    middle = median(figures)
    return f"{middle:.0f}" if middle >= 100 else f"{middle:.3g}"


def keep(path: Path, name: str, rows: Iterable[Row], circumstances: dict[str, Any]) -> None:
    """Put a case's figures into the file, in the place of what it had for that case.

    So cases can be run one by one; each keeps the circumstances of its own run.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    known[name] = {**circumstances, "rows": [row.record() for row in rows]}
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
