"""The words that the script itself adds, in the language of the voice.

A language is a file of `narrate/data/phrases/`, and a region's file holds only where it
differs (`en-us.toml` over `en.toml`). To add a language, translate `en.toml`.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from narrate.languages import nearest

_FOLDER = Path(__file__).parent / "data" / "phrases"
_ASCII_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is said around an article, in one language.

    The fields are as in the files: templates with their places in braces.
    """

    by: str
    by_many: str
    """For several authors."""
    separator: str
    conjunction: str
    """In front of the last of several names."""
    published: str
    date_form: str
    months: tuple[str, ...]
    """As they stand in a date."""
    days: tuple[str, ...]
    """The first to the 31st, as written in a date."""
    said_days: tuple[str, ...]
    """The same as said, where a voice would not read the written form right."""
    end: str
    edition: str
    """Names an edition of several articles after its day."""
    contents: str
    """Announces the titles of an edition's articles."""
    edition_end: str
    embed: str
    """Announces a post from elsewhere that is shown in the article."""
    table: str
    """Announces a table that is not read."""
    table_named: str
    cell: str
    quotation: str
    quotation_end: str
    update: str
    question: str
    answer: str
    questions: tuple[str, ...]
    """Letters that stand for a question in the transcript of an interview."""
    answers: tuple[str, ...]
    correction: str
    corrections: tuple[str, ...]
    """Words with which a correction announces itself."""
    number: str
    digits: str = _ASCII_DIGITS
    """Zero to nine as dates are written."""
    euphonic: str = ""
    """The conjunction in front of a name that `before` matches."""
    before: str = ""

    def byline(self, authors: Sequence[str]) -> str | None:
        """Who wrote it; None when nobody is named."""
        if not authors:
            return None
        template = self.by if len(authors) == 1 else self.by_many
        return template.format(authors=self.join(authors))

    def join(self, names: Sequence[str]) -> str:
        """Names as a list in running text: `A, B and C`."""
        *first, last = names
        if not first:
            return last
        clashes = self.before and re.match(self.before, last, re.IGNORECASE)
        conjunction = self.euphonic if clashes else self.conjunction
        return self.separator.join(first) + conjunction + last

    def date(self, iso: str | None) -> str | None:
        """When it was published, as written; None without a whole ISO 8601 date.

        The day is the one at the place that the time zone names: nothing is converted.
        """
        return self._dated(iso, self.days, self.published)

    def date_said(self, iso: str | None) -> str | None:
        """The same in the words in which it is said, for the languages with days in them."""
        return self._dated(iso, self.said_days, self.published)

    def edition_of(self, iso: str | None) -> str | None:
        """An edition's name by its day; None without a whole ISO 8601 date."""
        return self._dated(iso, self.days, self.edition)

    def table_row(self, cells: Sequence[str], headers: Sequence[str] = ()) -> str:
        """A row as one sentence, each cell after its header where there is one."""
        names = [*headers, *[""] * len(cells)]
        said = [
            self.cell.format(header=name, value=cell) if name and name != cell else cell
            for name, cell in zip(names, cells, strict=False)
            if cell
        ]
        return self.separator_in_row.join(said)

    @property
    def separator_in_row(self) -> str:
        """What stands between cells: a list's comma, but never a bare conjunction."""
        return "، " if self.separator == " و" else self.separator

    def table_announcement(self, caption: str | None = None) -> str:
        """That a table stands here, with its caption if it has one."""
        return self.table_named.format(caption=caption) if caption else self.table

    def time_of_update(self, time: str) -> str:
        """The time of a live-blog entry; what is no time of day is said as it stands."""
        is_clock = re.match(r"\d{1,2}\s?[:.h]\s?\d{2}", time)
        return self.update.format(time=time) if is_clock else f"{time}."

    def speaker(self, name: str) -> str:
        """Who speaks next in an interview, with a colon; `Q` and `A` become whole words."""
        letter = name.strip(".:： ").upper()
        if letter in ("Q", *self.questions):
            name = self.question
        elif letter in ("A", *self.answers):
            name = self.answer
        return self.cell.format(header=name, value="").rstrip()

    def corrected(self, text: str) -> str:
        """A correction, announced as one unless it already does that itself."""
        opening = text.lower().replace("’", "'")
        announced = any(opening.startswith(word.lower()) for word in self.corrections)
        return text if announced else f"{self.correction} {text}"

    def list_number(self, number: str) -> str:
        """The number or letter in front of a list item."""
        return self.number.format(number=number) if number.isdigit() else f"{number}."

    def _dated(self, iso: str | None, days: Sequence[str], form: str) -> str | None:
        day = _parse_date(iso)
        if day is None:
            return None
        month = self.months[day.month - 1]
        written = self.date_form.format(day=days[day.day - 1], month=month, year=day.year)
        written = written.translate(str.maketrans(_ASCII_DIGITS, self.digits))
        return form.format(date=written)


@cache
def phrases_for(language: str) -> Phrases:
    """The phrases of a BCP 47 tag: its own, those of its language, else the English ones."""
    merged: dict[str, Any] = {}
    for name in reversed(_files_for(language)):
        merged |= tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return _build(merged)


def languages() -> tuple[str, ...]:
    """The tags, in lower case, of every language and region with phrases of its own."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def _files_for(language: str) -> list[str]:
    """The files of a tag, the nearest first."""
    known = languages()
    return [tag for tag in nearest(language) if tag in known] or ["en"]


def _build(data: dict[str, Any]) -> Phrases:
    template, odd = data.pop("day", "{day}"), data.pop("days", {})
    days = tuple(odd.get(str(day), template.format(day=day)) for day in range(1, 32))
    data.setdefault("by_many", data["by"])
    data.setdefault("said_days", days)
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Phrases(**(data | lists | {"days": days, "said_days": tuple(data["said_days"])}))


def _parse_date(iso: str | None) -> date | None:
    try:
        return datetime.fromisoformat(iso or "").date()
    except ValueError:
        return None
