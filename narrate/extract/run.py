"""The text of one piece while it is being read: its words, and how they are to be heard."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from narrate.extract.pieces import Piece
from narrate.extract.text import normalised
from narrate.model import Gloss

_START, _END = "\ue00c", "\ue00d"
"""Where a passage with a reading of its own begins and ends, until the text is normalised."""
_STOPS = frozenset(".,;:!?…。，、！？؟،»”\"')")
_QUOTES = ("“", "”")
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite"})


@dataclass(slots=True)
class Line:
    """What stands between two line breaks: its strings, and what is linked, bold or slanted."""

    parts: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    """The strings as they stand in the source, what isn't said included."""
    linked: int = 0
    outward: int = 0
    strong: int = 0
    slanted: int = 0

    @property
    def text(self) -> str:
        """What is said of it."""
        return "".join(self.parts)


@dataclass(slots=True)
class Run:
    """The lines of a block as they are read."""

    lines: list[Line] = field(default_factory=lambda: [Line()])
    said: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, *, link: bool) -> None:
        """Take in a string of the source."""
        if self.is_empty and text.isspace():
            return
        line = self.lines[-1]
        line.parts.append(text)
        line.raw.append(text)
        line.linked += len(text) if link else 0
        self.length += len(text)

    def end_line(self) -> None:
        """Take in a line break."""
        self.lines.append(Line())

    def say(self, text: str, *, raw: str) -> None:
        """Take in a text that is said otherwise than it stands in the source."""
        self.lines[-1].parts.append(text)
        self.lines[-1].raw.append(raw)
        self.length += len(text)

    def skip(self, raw: str) -> None:
        """Take in a text that is not said."""
        self.lines[-1].raw.append(raw)

    def open(self, said: str, *, quoted: bool) -> None:
        """Begin a passage that has a reading, or quotation marks that the browser would add."""
        mark = (_START if said.strip() else "") + (_QUOTES[0] if quoted else "")
        self.lines[-1].parts.append(mark)

    def close(self, said: str, *, quoted: bool) -> None:
        """End what `open` began."""
        mark = (_QUOTES[1] if quoted else "") + (_END if said.strip() else "")
        self.lines[-1].parts.append(mark)
        if said.strip():
            self.said.append(normalised(said))

    def note(self, name: str, length: int, *, outward: bool) -> None:
        """Count the characters of an inline element that was read."""
        line = self.lines[-1]
        line.outward += length if name == "a" and outward else 0
        line.strong += length if name in _BOLD else 0
        line.slanted += length if name in _ITALIC else 0

    def text(self) -> str:
        """The last of what was read."""
        return "".join(self.lines[-1].parts[-3:])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read since the last piece."""
        return len(self.lines) == 1 and not self.lines[0].raw and not self.lines[0].parts

    def pieces(self) -> Iterator[Piece]:
        """The text as pieces, split at double line breaks; the run begins anew."""
        said = iter(self.said)
        for lines in _groups(self.lines):
            text, readings = _with_readings(" ".join(line.text for line in lines), said)
            if text:
                yield Piece(
                    text,
                    readings=readings,
                    linked=min(sum(line.linked for line in lines), len(text)),
                    outward=sum(line.outward for line in lines),
                    strong=sum(line.strong for line in lines),
                    slanted=sum(line.slanted for line in lines),
                    exact=normalised("".join("".join(line.raw) for line in lines)),
                )
        self.lines, self.said, self.length = [Line()], [], 0


def _groups(lines: list[Line]) -> list[list[Line]]:
    """The lines between double breaks; a single break is a space.

    Where no line ends in a stop, they are no wrapped text but a headline and what stands under
    it, or a verse: each is a piece of its own.
    """
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [part for group in groups for part in _apart(group)]


def _apart(group: list[Line]) -> list[list[Line]]:
    ends = {line.text.rstrip()[-1:] for line in group}
    if ends & _STOPS:
        return [group]
    return [[line] for line in group]


def _with_readings(line: str, said: Iterator[str]) -> tuple[str, tuple[Gloss, ...]]:
    """A line normalised, with the places of its passages that have a reading."""
    if _START not in line:
        return normalised(line.replace(_END, "")), ()
    text, readings = "", []
    for part in line.split(_START):
        if _END not in part:
            text += part
            continue
        passage, after = part.split(_END, 1)
        start = len(normalised(text + "|")) - 1
        text += passage
        readings.append(Gloss(start, len(normalised(text)), next(said, "")))
        text += after.replace(_END, "")
    return normalised(text), tuple(readings)
