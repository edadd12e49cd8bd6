"""The text of one piece while it is being read: its words, and how they are to be heard."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from narrate.extract.pieces import Piece
from narrate.extract.text import normalised
from narrate.model import Reading

BREAK = "\n\ue00b"
"""A line break; two in a row begin a new piece."""
_START, _END = "\ue00c", "\ue00d"
"""Where a passage with a reading of its own begins and ends, until the text is normalised."""
_STOPS = frozenset(".,;:!?…。，、！？؟،»”\"')")
_QUOTES = ("“", "”")
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite"})


@dataclass(slots=True)
class Run:
    """Strings as they are read, with counts of what is linked, bold or slanted."""

    parts: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    """The strings as they stand in the source, what isn't said included."""
    said: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    outward: int = 0
    strong: int = 0
    slanted: int = 0

    def add(self, text: str, *, link: bool) -> None:
        """Take in a string of the source."""
        self.parts.append(text)
        self.raw.append(text)
        self.length += len(text)
        self.linked += len(text) if link else 0

    def end_line(self) -> None:
        """Take in a line break."""
        self.parts.append(BREAK)
        self.raw.append(BREAK)

    def say(self, text: str, *, raw: str) -> None:
        """Take in a text that is said otherwise than it stands in the source."""
        self.parts.append(text)
        self.raw.append(raw)
        self.length += len(text)

    def skip(self, raw: str) -> None:
        """Take in a text that is not said."""
        self.raw.append(raw)

    def open(self, said: str, *, quoted: bool) -> None:
        """Begin a passage that has a reading, or quotation marks that the browser would add."""
        self.parts.append((_START if said.strip() else "") + (_QUOTES[0] if quoted else ""))

    def close(self, said: str, *, quoted: bool) -> None:
        """End what `open` began."""
        self.parts.append((_QUOTES[1] if quoted else "") + (_END if said.strip() else ""))
        if said.strip():
            self.said.append(normalised(said))

    def note(self, name: str, length: int, *, outward: bool) -> None:
        """Count the characters of an inline element that was read."""
        self.outward += length if name == "a" and outward else 0
        self.strong += length if name in _BOLD else 0
        self.slanted += length if name in _ITALIC else 0

    def text(self) -> str:
        """The last of what was read."""
        return "".join(self.parts[-3:])

    def pieces(self) -> Iterator[Piece]:
        """The text as pieces, split at double line breaks; the run begins anew."""
        said = iter(self.said)
        for line, raw in _lines("".join(self.parts), "".join(self.raw)):
            text, readings = _with_readings(line, said)
            if text:
                yield Piece(
                    text,
                    readings=readings,
                    linked=min(self.linked, len(text)),
                    outward=self.outward,
                    strong=self.strong,
                    slanted=self.slanted,
                    exact=normalised(raw),
                )
        self._reset()

    def _reset(self) -> None:
        self.parts, self.raw, self.said = [], [], []
        self.length = self.linked = self.outward = self.strong = self.slanted = 0


def _lines(whole: str, raw: str) -> list[tuple[str, str]]:
    """The text between double breaks, with its source; a single break is a space.

    Where no line ends in a stop, they are no wrapped text but a headline and what stands under
    it, or a verse: each is a piece of its own.
    """
    said, source = whole.split(BREAK), raw.split(BREAK)
    ends = [line.rstrip()[-1:] for line in said if line.strip()]
    apart = len(ends) > 1 and not any(end in _STOPS for end in ends)
    lines = [("", "")]
    for line, words in zip(said, source, strict=True):
        if not line.strip() or apart:
            lines.append(("", ""))
        if line.strip():
            before, words_before = lines[-1]
            lines[-1] = (f"{before} {line}", words_before + words)
    return [line for line in lines if line[0].strip()]


def _with_readings(line: str, said: Iterator[str]) -> tuple[str, tuple[Reading, ...]]:
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
        readings.append(Reading(start, len(normalised(text)), next(said, "")))
        text += after.replace(_END, "")
    return normalised(text), tuple(readings)
